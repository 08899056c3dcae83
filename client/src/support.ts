import { version as codeVersion, env, extensions, languages, UIKind, workspace } from 'vscode';
import { CASE_LANGUAGE, CONFIG_LANGUAGE, SOURCE } from './client.js';
import { systemLocale } from './language.js';
import type { LanguageSetting } from './languageSetting.js';
import type { Law } from './law.js';
import { inform } from './notice.js';
import type { Session } from './session.js';
import { type SupportFacts, supportText } from './supportText.js';

/** Settings whose values are choices or numbers; of all others only whether they are set. */
const HARMLESS = ['language', 'check.files', 'trace.server', 'law.remindAfterMonths'];
const NAMED = ['law.file'];
/** Extensions that work on the same files and may get in the way. */
const OTHERS = ['redhat.vscode-yaml', 'DavidAnson.vscode-markdownlint', 'esbenp.prettier-vscode'];

/** Puts what a helper needs to know on the clipboard, and says so. Nothing of a case: no text, name, path or address. */
export async function copySupport(
  session: Session,
  language: LanguageSetting,
  law: Law,
  version: string,
): Promise<void> {
  await env.clipboard.writeText(supportText(facts(session, language, law, version)));
  void inform(language.word('supportCopied'));
}

function facts(session: Session, language: LanguageSetting, law: Law, version: string): SupportFacts {
  const settings = workspace.getConfiguration('vangnet');
  const open = workspace.textDocuments.filter(({ languageId }) => languageId === CASE_LANGUAGE);
  const own = languages
    .getDiagnostics()
    .flatMap(([, found]) => found)
    .filter(({ source }) => source === SOURCE);
  return {
    versions: {
      Vangnet: version,
      law: law.stamp ? `${law.stamp.date}, ${law.stamp.version}, ${law.stamp.origin}` : 'unknown',
      'VS Code': `${env.appName} ${codeVersion}`,
      host: `${env.uiKind === UIKind.Web ? 'web' : 'desktop'}${env.remoteName ? `, ${env.remoteName}` : ''}`,
      system: typeof process === 'undefined' ? 'browser' : `${process.platform} ${process.arch}`,
    },
    state: {
      server: session.state,
      trusted: workspace.isTrusted,
      language: `${language.sent} (VS Code ${env.language}, ${systemLocale()})`,
    },
    settings: {
      ...Object.fromEntries(HARMLESS.map((name) => [name, settings.get(name)])),
      ...Object.fromEntries(NAMED.map((name) => [name, settings.get(name) ? 'set' : 'not set'])),
    },
    counts: {
      folders: workspace.workspaceFolders?.length ?? 0,
      'open case files': open.length,
      'lines in them': open.map(({ lineCount }) => lineCount).join(', '),
      'open configurations': workspace.textDocuments.filter((one) => one.languageId === CONFIG_LANGUAGE)
        .length,
    },
    others: OTHERS.flatMap((id) => {
      const found = extensions.getExtension(id);
      return found ? [`${id} ${found.packageJSON.version}`] : [];
    }),
    findings: own.map(({ code }) => (typeof code === 'object' ? code.value : code)),
  };
}
