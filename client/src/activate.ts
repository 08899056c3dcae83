import { type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { chooseLanguage } from './chooseLanguage.js';
import { CLIENT_NAME, isServed } from './client.js';
import { registerCommands } from './commands.js';
import { addItem, caseInFront, fixAt, moveItem, setLetter } from './forms/addItem.js';
import { newCase } from './forms/newCase.js';
import { LanguageSetting } from './languageSetting.js';
import { nextFinding } from './nextFinding.js';
import { addFile, provideDrop } from './paste/dropFiles.js';
import { pasteAsText, providePaste } from './paste/pasteText.js';
import { watchUnsaved } from './privacy/changedOnDisk.js';
import { showSharing, warnOfSharing } from './privacy/realData.js';
import { pseudonymise } from './pseudonymise.js';
import { provideRuleDocs } from './ruleDocs.js';
import { type CreateRun, Session } from './session.js';
import { showStatus } from './status.js';
import { StatusBar } from './statusBar.js';
import { idOf, OverviewTree, sectionOf } from './views/overview.js';

/**
 * What desktop and web have in common. Activation also happens at the end of VS Code's start, only to set the
 * context key for the menus' language; the server waits for the first case file.
 */
export function activateVangnet(context: ExtensionContext, create: CreateRun): Session {
  const log = window.createOutputChannel(CLIENT_NAME, { log: true });
  const language = new LanguageSetting();
  const session = new Session(create, language, log);
  const startFor = (document: TextDocument) => {
    if (isServed(document)) void session.start();
  };
  const overview = new OverviewTree(session, language);
  context.subscriptions.push(
    log,
    overview,
    language,
    session,
    showStatus(session, language, String(context.extension.packageJSON.version)),
    new StatusBar(session, language),
    provideRuleDocs(session),
    providePaste(session, language),
    provideDrop(session, language),
    warnOfSharing(context, language),
    watchUnsaved(language),
    ...registerCommands({
      'vangnet.restartServer': () => session.restart(),
      'vangnet.chooseLanguage': () => chooseLanguage(language),
      'vangnet.checkFolder': () => session.checkFolder(),
      'vangnet.showOutput': () => log.show(),
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
      'vangnet.pasteText': () => pasteAsText(session),
      'vangnet.addFile': (uri) => addFile(session, language, uri),
      'vangnet.showSharing': () => showSharing(caseInFront()),
      'vangnet.pseudonymise': () => pseudonymise(session, language),
    }),
    workspace.onDidOpenTextDocument(startFor),
  );
  workspace.textDocuments.forEach(startFor);
  return session;
}
