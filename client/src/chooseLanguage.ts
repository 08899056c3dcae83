import { ConfigurationTarget, window, workspace } from 'vscode';
import type { LanguageSetting } from './languageSetting.js';
import { LANGUAGES, word } from './words.js';

/** Asks for the language of Vangnet and keeps it in the person's settings. */
export async function chooseLanguage(language: LanguageSetting): Promise<void> {
  const settings = workspace.getConfiguration('vangnet');
  const present = settings.get('language');
  const items = [
    { value: 'auto', label: language.word('automatic'), detail: language.word('automaticHow') },
    ...LANGUAGES.map((value) => ({ value, label: word(value, 'ownName') })),
  ].map((item) => ({
    ...item,
    ...(item.value === present ? { description: language.word('present') } : {}),
  }));
  const chosen = await window.showQuickPick(items, {
    title: `Vangnet: ${language.word('chooseLanguage')}`,
    placeHolder: language.word('languageOfWhat'),
  });
  if (chosen) await settings.update('language', chosen.value, ConfigurationTarget.Global);
}
