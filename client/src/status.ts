import { Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { CASE_LANGUAGE, CLIENT_NAME, CONFIG_LANGUAGE } from './client.js';
import type { LanguageSetting } from './languageSetting.js';
import type { Session } from './session.js';

/** The entry beside the language in the status bar: which language Vangnet speaks, and whether it runs. */
export function showStatus(session: Session, language: LanguageSetting): Disposable {
  const item = languages.createLanguageStatusItem('vangnet.status', [
    { language: CASE_LANGUAGE },
    { language: CONFIG_LANGUAGE },
  ]);
  const update = () => {
    const stopped = session.state === 'stopped';
    item.name = CLIENT_NAME;
    item.text = CLIENT_NAME;
    item.busy = session.state === 'starting';
    item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.detail = language.word(stopped ? 'off' : item.busy ? 'starting' : 'ownName');
    item.command = stopped
      ? { command: 'vangnet.restartServer', title: language.word('restart') }
      : {
          command: 'workbench.action.openSettings',
          title: language.word('chooseLanguage'),
          arguments: ['vangnet.language'],
        };
  };
  update();
  return Disposable.from(item, session.onDidChangeState(update), language.onDidChange(update));
}
