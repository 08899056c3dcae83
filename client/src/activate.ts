import {
  commands,
  type ExtensionContext,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { chooseLanguage } from './chooseLanguage.js';
import { CLIENT_NAME, isServed } from './client.js';
import { registerCommands } from './commands.js';
import { exportCases, exportFolder, exportLetters } from './export/export.js';
import { addItem, fixAt, moveItem, setLetter } from './forms/addItem.js';
import { editItem } from './forms/editItem.js';
import { newCase } from './forms/newCase.js';
import { explainHere, showHelp } from './help.js';
import { LanguageSetting } from './languageSetting.js';
import { Law } from './law.js';
import { nextFinding } from './nextFinding.js';
import { warn } from './notice.js';
import { openSample } from './openSample.js';
import { addFile, provideDrop } from './paste/dropFiles.js';
import { pasteAsText, providePaste } from './paste/pasteText.js';
import { caseInFront, showCase } from './places.js';
import { Preview } from './preview/preview.js';
import { watchUnsaved } from './privacy/changedOnDisk.js';
import { showSharing, warnOfSharing } from './privacy/realData.js';
import { pseudonymise } from './pseudonymise.js';
import { describeError } from './redact.js';
import { provideRuleDocs } from './ruleDocs.js';
import { type CreateRun, Session } from './session.js';
import { serverWords } from './shownText.js';
import { showStatus } from './status.js';
import { StatusBar } from './statusBar.js';
import { copySupport } from './support.js';
import { CasesTree } from './views/cases.js';
import { GO_TO, idOf, placeOf, sectionOf } from './views/node.js';
import { OverviewTree } from './views/overview.js';

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
  const preview = new Preview(session, language);
  context.subscriptions.push(
    log,
    preview,
    new OverviewTree(session, language),
    new CasesTree(session, language),
    commands.registerCommand(GO_TO, (uri: Uri, range?: Range) => showCase(uri, range)),
    language,
    session,
    law,
    showStatus(session, language, law, version),
    new StatusBar(session, language),
    provideRuleDocs(session),
    providePaste(session, language),
    provideDrop(session, language),
    warnOfSharing(context, language),
    watchUnsaved(language),
    ...registerCommands(
      {
        'vangnet.restartServer': () => session.restart(),
        'vangnet.chooseLanguage': () => chooseLanguage(language),
        'vangnet.checkFolder': () => session.checkFolder(),
        'vangnet.showOutput': () => log.show(),
        'vangnet.explainHere': () => explainHere(session, language),
        'vangnet.showHelp': () => showHelp('index', language.shown),
        'vangnet.showLaw': () => showHelp('law', language.shown),
        'vangnet.copySupport': () => copySupport(session, language, law, version),
        'vangnet.newCase': (folder) => newCase(session, language, asUri(folder)),
        'vangnet.addItem': (node) => addItem(session, language, sectionOf(node)),
        'vangnet.editItem': (node) => editItem(session, language, node),
        'vangnet.setLetter': (node) => setLetter(session, language, idOf(node)),
        'vangnet.moveUp': (node) => moveItem(session, language, idOf(node), -1),
        'vangnet.moveDown': (node) => moveItem(session, language, idOf(node), 1),
        'vangnet.fixHere': (node) => {
          const place = placeOf(node);
          return place && fixAt(place.uri, place.range);
        },
        'vangnet.nextFinding': () => nextFinding(language, 1),
        'vangnet.previousFinding': () => nextFinding(language, -1),
        'vangnet.preview': (uri) => preview.open(asUri(uri)),
        'vangnet.export': (uri, all) => exportCases(session, language, urisFrom(uri, all)),
        'vangnet.exportFolder': () => exportFolder(session, language),
        'vangnet.letterRequests': (uri) => exportLetters(session, language, asUri(uri)),
        'vangnet.openSample': () => openSample(context.extensionUri, language),
        'vangnet.getStarted': () => openWalkthrough(context.extension.id, language),
        'vangnet.pasteText': () => pasteAsText(session),
        'vangnet.addFile': (uri) => addFile(session, language, uri),
        'vangnet.showSharing': () => showSharing(caseInFront()),
        'vangnet.pseudonymise': () => pseudonymise(session, language),
      },
      (id, error) => {
        log.error(`${id}: ${describeError(error)}`);
        void warn(serverWords(error) ?? language.word('notDone'));
      },
    ),
    workspace.onDidOpenTextDocument(startFor),
  );
  workspace.textDocuments.forEach(startFor);
  return session;
}

/** That of staff; the others stand beside it among VS Code's walkthroughs. */
function openWalkthrough(extension: string, { shown }: LanguageSetting): Thenable<unknown> {
  return commands.executeCommand('workbench.action.openWalkthrough', `${extension}#staff-${shown}`, false);
}

/** What a menu hands over is a file, or something of its own. */
function asUri(value: unknown): Uri | undefined {
  return value instanceof Uri ? value : undefined;
}

/** From the explorer, where several may be selected: the one clicked, then all. */
function urisFrom(one: unknown, all: unknown): readonly Uri[] {
  return (Array.isArray(all) ? all : [one]).flatMap((value) => asUri(value) ?? []);
}
