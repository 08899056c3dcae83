import {
  type Command,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  workspace,
} from 'vscode';
import { CASE_LANGUAGE, CLIENT_NAME, CONFIG_LANGUAGE } from './client.js';
import type { LanguageSetting } from './languageSetting.js';
import type { Law } from './law.js';
import { dayInWords } from './lawAge.js';
import type { Session } from './session.js';

const SELECTOR = [{ language: CASE_LANGUAGE }, { language: CONFIG_LANGUAGE }];

/**
 * The entries beside the language in the status bar: the version and whether it runs, which language Vangnet speaks,
 * up to which day its law was followed, and what it leaves alone in a folder that isn't trusted.
 */
export function showStatus(
  session: Session,
  language: LanguageSetting,
  law: Law,
  version: string,
): Disposable {
  const run = languages.createLanguageStatusItem('vangnet.status', SELECTOR);
  const spoken = languages.createLanguageStatusItem('vangnet.language', SELECTOR);
  const trust = Disposable.from(showTrust(language), showLaw(law, language));
  const update = () => {
    const isStopped = session.state === 'stopped';
    run.name = CLIENT_NAME;
    run.text = `${CLIENT_NAME} ${version}`;
    run.busy = session.state === 'starting';
    run.severity = isStopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    run.detail = language.word(isStopped ? 'off' : session.state === 'running' ? 'running' : 'starting');
    run.command = command(
      isStopped ? 'vangnet.restartServer' : 'vangnet.showOutput',
      isStopped ? 'restart' : 'log',
    );
    spoken.name = `${CLIENT_NAME}: ${language.word('language')}`;
    spoken.text = language.word('ownName');
    spoken.detail = `${CLIENT_NAME}: ${language.word('language')}`;
    spoken.command = command('vangnet.chooseLanguage', 'chooseLanguage');
  };
  const command = (id: string, title: Parameters<LanguageSetting['word']>[0]): Command => ({
    command: id,
    title: language.word(title),
  });
  update();
  return Disposable.from(run, spoken, trust, session.onDidChangeState(update), language.onDidChange(update));
}

/** There as soon as the server told. */
function showLaw(law: Law, language: LanguageSetting): Disposable {
  let item: LanguageStatusItem | undefined;
  const update = () => {
    if (!law.stamp) return;
    const { date, version, origin } = law.stamp;
    item ??= languages.createLanguageStatusItem('vangnet.law', SELECTOR);
    item.name = `${CLIENT_NAME}: ${language.word('law')}`;
    item.text = `${language.word('lawAsOf')} ${dayInWords(date, language.shown)}`;
    item.detail = `${language.word('lawVersion')} ${version}${origin === 'file' ? ` (${language.word('lawFromFile')})` : ''}`;
    item.command = { command: 'vangnet.showLaw', title: language.word('more') };
  };
  update();
  return Disposable.from(
    { dispose: () => item?.dispose() },
    law.onDidChange(update),
    language.onDidChange(update),
  );
}

/** There only as long as the folder isn't trusted. */
function showTrust(language: LanguageSetting): Disposable {
  if (workspace.isTrusted) return new Disposable(() => undefined);
  const item = languages.createLanguageStatusItem('vangnet.trust', SELECTOR);
  const update = () => {
    item.name = `${CLIENT_NAME}: ${language.word('restricted')}`;
    item.text = language.word('restricted');
    item.detail = language.word('restrictedWhy');
    item.severity = LanguageStatusSeverity.Warning;
    item.command = { command: 'workbench.trust.manage', title: language.word('manageTrust') };
  };
  update();
  return Disposable.from(
    item,
    language.onDidChange(update),
    workspace.onDidGrantWorkspaceTrust(() => item.dispose()),
  );
}
