import {
  commands,
  DiagnosticSeverity,
  type DocumentSymbol,
  env,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { deepEqual, eventually, match, ok } from '../assert.js';
import { findings, folder, putCursor, rangeOf, serverRuns, setLanguage } from '../case.js';
import { control } from '../control.js';
import { fillFields, fillForm, press, screenshot, text } from '../driver.js';
import { answer, asked } from '../quick.js';
import { ADDED, CONNECTED, FILLED_IN, NEW_CASE } from '../walk.js';

/** From an empty folder to a case of the size of Sem'on: by forms, lists, a paste and fixes, never a character of YAML. */
describe('a whole case without YAML', () => {
  const place = () => Uri.joinPath(folder(), 'leeg');
  let document: TextDocument;

  before(async function () {
    // About the forms, not the host, and long: once is enough.
    if (control().flavour === 'web') this.skip();
    await serverRuns();
    await setLanguage('nl');
    await workspace.fs.createDirectory(place());
  });
  after(async () => {
    if (control().flavour === 'web') return;
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(place(), { recursive: true });
  });

  const cursorAt = async (where: string) =>
    putCursor(await window.showTextDocument(document), rangeOf(document, where).start);

  const change = async (changes: typeof FILLED_IN) => {
    for (const [where, answers] of changes) {
      await cursorAt(where);
      const done = commands.executeCommand('vangnet.editItem');
      await fillFields(answers);
      await done;
    }
  };

  it('comes to be, and has nothing to correct @page', async function () {
    this.timeout(300_000);
    this.retries(0);
    const begun = commands.executeCommand('vangnet.newCase.nl', place());
    await fillForm('Nieuwe zaak', NEW_CASE);
    await begun;
    await eventually('the case', () => window.activeTextEditor?.document.isUntitled);
    await press('Control+s');
    // The saved file takes the place of the one without a file.
    document = await eventually('the file', () => {
      const shown = window.activeTextEditor?.document;
      return shown && !shown.isUntitled && shown.uri.path.includes('/leeg/') ? shown : undefined;
    });
    await change(FILLED_IN);
    for (const [list, form, answers] of ADDED) {
      const added = commands.executeCommand('vangnet.addItem', list);
      await fillForm(form, answers);
      await added;
    }
    await change(CONNECTED);
    await pasteSummary();
    await addPaper();
    await signLetter();
    await eventually('what is left', () => findings(document, 'arbitrariness-unanswered').length > 0);
    await fixFirst('arbitrariness-unanswered');

    const written = document.getText();
    const wrong = findings(document).filter(({ severity }) => severity === DiagnosticSeverity.Error);
    deepEqual(
      wrong.map(({ message }) => message),
      [],
      written,
    );
    ok(findings(document, 'unfilled-placeholder').length === 0, 'nothing is left blank');
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const amounts = symbols
      .filter(({ children }) => children.length > 0)
      .map(({ children }) => children.length);
    deepEqual(amounts, [3, 7, 4, 4, 5, 4, 4, 3], 'persons, events, procedures, circumstances, letters, …');
    match(written, /remedies:\n {6}- id: \S+\n {8}kind: objection\n/);
    match(written, /from: 2009-09\n {4}to: 2014\n/);
    match(written, /existingRoute:\n {6}purpose: medical-deferral\n/);
    await commands.executeCommand('vangnet.overview.focus');
    for (const [name, theme] of [
      ['light', 'Default Light Modern'],
      ['dark', 'Default Dark Modern'],
    ]) {
      await workspace.getConfiguration().update('workbench.colorTheme', theme, true);
      await screenshot(`walk-${name}`);
    }
  });

  /** From Word, into the question: the box has one line, the case keeps the paragraphs. */
  async function pasteSummary(): Promise<void> {
    await cursorAt('case:');
    const done = commands.executeCommand('vangnet.editItem');
    await answer('Gegevens van de zaak', 'Samenvatting');
    await asked('Samenvatting (1/1)');
    const story =
      "Sem'on kwam in 2003\u00A0naar Nederland: hij was zestien.\r\n\r\nIn 2013 mislukte de verlenging.";
    await env.clipboard.writeText(story);
    // What the browser puts into a line, which has no breaks.
    await fillForm('Gegevens van de zaak', { Samenvatting: story.replaceAll('\r\n', ' ') });
    await asked('Gegevens van de zaak');
    await press('Escape');
    await done;
    match(
      document.getText(),
      /summary: >-\n {4}Sem'on kwam in 2003 naar Nederland: hij was zestien\.\n\n {4}In 2013/,
    );
  }

  /** A PDF of the folder becomes a document; its kind is filled in. */
  async function addPaper(): Promise<void> {
    const file = Uri.joinPath(place(), 'stukken', 'Verklaring van de buren.pdf');
    await workspace.fs.writeFile(file, new Uint8Array());
    const done = commands.executeCommand('vangnet.addFile', file);
    await answer('Bestand opnemen', 'bewijsstuk');
    await done;
    await change([
      [
        'file: stukken',
        { 'Soort bewijsstuk': 'Verklaring', 'Datum van het stuk': '26-10-2020', Onderbouwt: ['Thuis in'] },
      ],
    ]);
  }

  async function signLetter(): Promise<void> {
    const id = /id: (\S+)\n {4}from:\n {6}role: ngo/.exec(document.getText())?.[1];
    const done = commands.executeCommand('vangnet.setLetter', id);
    await answer('Hoe staat het met de brief?', 'Ondertekend');
    await answer('Datum van de brief', '16-11-2020');
    await done;
  }

  /** By the light bulb, with the keyboard. */
  async function fixFirst(rule: string): Promise<void> {
    const editor = await window.showTextDocument(document);
    const [finding] = findings(document, rule);
    ok(finding, rule);
    putCursor(editor, finding.range.start);
    await press('Control+.');
    await eventually('the fixes', () => text('.action-widget .monaco-list-row.action >> nth=0'));
    await press('Enter');
    await eventually('the fix', () => findings(document, rule).length === 0);
  }
});
