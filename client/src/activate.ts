import { type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { CLIENT_NAME, isOurs } from './client.js';
import { registerCommands } from './commands.js';
import { LanguageSetting } from './languageSetting.js';
import { provideRuleDocs } from './ruleDocs.js';
import { type CreateRun, Session } from './session.js';
import { showStatus } from './status.js';

/**
 * What desktop and web have in common. Activation also happens at the end of VS Code's start, only to set the
 * context key for the menus' language; the server waits for the first case file.
 */
export function activateVangnet(context: ExtensionContext, create: CreateRun): Session {
  const log = window.createOutputChannel(CLIENT_NAME, { log: true });
  const language = new LanguageSetting();
  const session = new Session(create, language, log);
  const startFor = (document: TextDocument) => {
    if (isOurs(document.languageId)) void session.start();
  };
  context.subscriptions.push(
    log,
    language,
    session,
    showStatus(session, language),
    provideRuleDocs(session),
    ...registerCommands({
      'vangnet.restartServer': () => session.restart(),
      'vangnet.checkFolder': () => session.checkFolder(),
      'vangnet.showOutput': () => log.show(),
    }),
    workspace.onDidOpenTextDocument(startFor),
  );
  workspace.textDocuments.forEach(startFor);
  return session;
}
