import { type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { chooseLanguage } from './chooseLanguage.js';
import { CLIENT_NAME, isServed } from './client.js';
import { registerCommands } from './commands.js';
import { addItem, fixAt, moveItem, setLetter } from './forms/addItem.js';
import { newCase } from './forms/newCase.js';
import { explainHere, showHelp } from './help.js';
import { LanguageSetting } from './languageSetting.js';
import { Law } from './law.js';
import { nextFinding } from './nextFinding.js';
import { pseudonymise } from './pseudonymise.js';
import { provideRuleDocs } from './ruleDocs.js';
import { type CreateRun, Session } from './session.js';
import { showStatus } from './status.js';
import { StatusBar } from './statusBar.js';
import { copySupport } from './support.js';
import { idOf, OverviewTree, sectionOf } from './views/overview.js';

/**
 * What desktop and web have in common. Activation also happens at the end of VS Code's start, only to set the
 * context key for the menus' language; the server waits for the first case file.
 */
export function activateVangnet(context: ExtensionContext, create: CreateRun): Session {
  const log = window.createOutputChannel(CLIENT_NAME, { log: true });
  const language = new LanguageSetting();
  const session = new Session(create, language, log);
  const law = new Law(session, language, context.globalState);
  const version = String(context.extension.packageJSON.version);
  const startFor = (document: TextDocument) => {
    if (isServed(document)) void session.start();
  };
  const overview = new OverviewTree(session, language);
  context.subscriptions.push(
    log,
    overview,
    language,
    session,
    law,
    showStatus(session, language, law, version),
    new StatusBar(session, language),
    provideRuleDocs(session),
    ...registerCommands({
      'vangnet.restartServer': () => session.restart(),
      'vangnet.chooseLanguage': () => chooseLanguage(language),
      'vangnet.checkFolder': () => session.checkFolder(),
      'vangnet.showOutput': () => log.show(),
      'vangnet.explainHere': () => explainHere(session, language),
      'vangnet.showHelp': () => showHelp('index', language.shown),
      'vangnet.showLaw': () => showHelp('law', language.shown),
      'vangnet.copySupport': () => copySupport(session, language, law, version),
      'vangnet.newCase': () => newCase(session, language),
      'vangnet.addItem': (node) => addItem(session, language, sectionOf(node)),
      'vangnet.setLetter': (node) => setLetter(session, language, idOf(node)),
      'vangnet.moveUp': (node) => moveItem(session, idOf(node), -1),
      'vangnet.moveDown': (node) => moveItem(session, idOf(node), 1),
      'vangnet.fixHere': (node) => {
        const place = overview.placeOf(node);
        return place && fixAt(place.uri, place.range);
      },
      'vangnet.nextFinding': () => nextFinding(language, 1),
      'vangnet.previousFinding': () => nextFinding(language, -1),
      'vangnet.pseudonymise': () => pseudonymise(session, language),
    }),
    workspace.onDidOpenTextDocument(startFor),
  );
  workspace.textDocuments.forEach(startFor);
  return session;
}
