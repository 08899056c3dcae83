import { commands, type TextEditor, window, workspace } from 'vscode';
import { deepEqual, equal, eventually, match, ok } from '../assert.js';
import {
  closeCase,
  findings,
  HEAD,
  openCase,
  openSample,
  putCursor,
  rangeOf,
  serverRuns,
  setLanguage,
} from '../case.js';
import { click, fillFields, hover, press, screenshot, text } from '../driver.js';
import { answer, asked, axeOnQuestion, tick } from '../quick.js';

const SIDEBAR = '[id="workbench.parts.sidebar"]';
const row = (label: string) => `${SIDEBAR} .monaco-list-row:has-text("${label}")`;

/** Working on a case without writing YAML: every path that a person takes with mouse and keyboard. */
describe('without YAML', () => {
  let editor: TextEditor;
  const shownRows = async () => (await text(`${SIDEBAR} .pane-body`)) ?? '';
  const rowAppears = (label: string) =>
    eventually(`the row ‘${label}’`, async () => (await shownRows()).includes(label));

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
  });
  after(async () => {
    await closeCase();
    await commands.executeCommand('workbench.view.explorer');
  });

  describe('a new case', () => {
    it('is made by answering questions, and its blanks are stops @page', async function () {
      this.timeout(90_000);
      const done = commands.executeCommand('vangnet.newCase.nl');
      await asked('Soort zaak (1/');
      equal(await axeOnQuestion(), '');
      await answer('Soort zaak (1/');
      await answer('Naam of pseudoniem (2/', 'Noor Voorbeeld');
      await answer('Staan er echte gegevens in?');
      await answer('Titel');
      await answer('Geboortedatum', 'geen idee');
      await eventually('what is wrong', async () =>
        ((await text('.quick-input-widget .quick-input-message')) ?? '').includes('Schrijf een jaar'),
      );
      await press('Control+A');
      await answer('Geboortedatum', '4-9-1986');
      await answer('Nationaliteit', 'Irak');
      await answer('Datum van aankomst', '2013');
      await answer('Eerste aanvraag', '2013-05');
      await tick('Wat maakt het schrijnend?', 'Medisch', 'Worteling');
      await answer('(10/10)');
      await done;
      editor = window.activeTextEditor as TextEditor;
      const written = editor.document.getText();
      ok(
        editor.document.isUntitled && editor.document.uri.path.endsWith('/samples/noor-voorbeeld.case.yaml'),
      );
      for (const line of ['name: Noor Voorbeeld', 'birthDate: 1986-09-04', 'kind: medical', 'kind: rooted'])
        ok(written.includes(line), `${line} in\n${written}`);
      match(editor.document.getText(editor.selection), /^\{\{kort verhaal/);
      await screenshot('new-case');
      await commands.executeCommand('type', { text: 'Noor woont hier' });
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
      ok(editor.document.getText().includes('summary: "Noor woont hier"'));
      match(editor.document.getText(editor.selection), /^\{\{/);
      equal(
        findings(editor.document).filter(({ severity }) => severity === 0).length,
        0,
        'nothing to correct',
      );
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('is given up with Escape, and nothing has happened @page', async () => {
      const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs).length;
      const before = tabs();
      const done = commands.executeCommand('vangnet.newCase');
      await asked('Soort zaak');
      await press('Escape');
      await done;
      equal(tabs(), before);
    });
  });

  describe('the overview', () => {
    const CASE = `${HEAD}circumstances:
  - id: circ-thuis
    kind: rooted
    title: Thuis in Nederland
letters:
  - id: brief-school # van de school
    from: {role: school}
    status: planned
    supports: [circ-thuis]
  - id: brief-arts
    from: {role: physician}
    status: requested
`;

    beforeEach(async function () {
      if (!this.currentTest?.title.includes('@page')) return;
      editor = await openCase(`${CASE}█`);
      await commands.executeCommand('vangnet.overview.focus');
      await rowAppears('onderdelen klaar');
    });

    it('has forms that wait for a server that is still starting @page', async () => {
      void commands.executeCommand('vangnet.restartServer');
      const done = commands.executeCommand('vangnet.addItem', 'persons');
      await asked('Persoon: Naam (1/');
      await press('Escape');
      await done;
      equal(editor.document.getText(), CASE);
    });

    it('shows how each part stands @page', async () => {
      const rows = await shownRows();
      for (const part of ['Zaak', 'Personen', 'Omstandigheden', 'Steunbrieven', 'Te doen', 'Verzoek'])
        ok(rows.includes(part), `${part} in ${rows}`);
    });

    it('follows the cursor, and the cursor follows it @page', async () => {
      putCursor(editor, rangeOf(editor.document, 'from: {role: physician}').start);
      await eventually('the letter is selected', async () =>
        ((await text(`${SIDEBAR} .monaco-list-row.selected`)) ?? '').toLowerCase().includes('arts'),
      );
      await click(row('Omstandigheden'));
      const { line } = rangeOf(editor.document, 'circumstances:').start;
      await eventually('the cursor', () => editor.selection.active.line === line);
    });

    it('adds a letter by a form, in one step to undo @page', async function () {
      this.timeout(90_000);
      await hover(row('Steunbrieven'));
      await click(`${row('Steunbrieven')} .action-label[aria-label^="Toevoegen"]`);
      await asked('Steunbrief: ');
      equal(await axeOnQuestion(), '');
      await screenshot('add-letter');
      await answer('(1/', 'Burgemeester');
      await answer('(2/', 'Burgemeester van X');
      await answer('(3/', 'Gevraagd');
      await answer('(4/');
      await tick('(5/', 'Thuis in Nederland');
      await answer('(6/');
      await eventually('the letter', () => editor.document.getText().includes('Burgemeester van X'));
      const written = editor.document.getText();
      ok(written.startsWith(CASE.slice(0, CASE.indexOf('letters:'))), 'what was there stays');
      ok(written.includes('# van de school'), 'comments stay');
      ok(written.includes('status: requested') && written.includes('supports: [circ-thuis]'), written);
      await eventually('the cursor at what came', () =>
        editor.document.lineAt(editor.selection.active.line).text.includes('- id: brief-burgemeester'),
      );
      await commands.executeCommand('undo');
      equal(editor.document.getText(), CASE);
    });

    it('lists every field of an item with what is in it, and fills one in @page', async () => {
      putCursor(editor, rangeOf(editor.document, 'id: brief-arts').start);
      const done = commands.executeCommand('vangnet.editItem');
      await asked('Steunbrief: ');
      await screenshot('fields');
      equal(await axeOnQuestion(), '', 'the list');
      for (const label of ['Naam van de afzender', 'Onderbouwt', 'Stand van de brief']) {
        await answer('Steunbrief: ', label);
        await asked(`${label} (1/1)`);
        equal(await axeOnQuestion(), '', label);
        await press('Escape');
      }
      await fillFields({ 'Naam van de afzender': 'Huisarts', Onderbouwt: ['Thuis in Nederland'] });
      await done;
      match(
        editor.document.getText(),
        /from: \{name: Huisarts, role: physician\}\n.*\n {4}supports: \[circ-thuis\]\n/,
      );
      await commands.executeCommand('undo');
      await commands.executeCommand('undo');
      equal(editor.document.getText(), CASE);
    });

    it('sets the state of a letter with its date @page', async () => {
      putCursor(editor, rangeOf(editor.document, 'id: brief-school').start);
      await eventually('the letter is selected', async () =>
        ((await text(`${SIDEBAR} .monaco-list-row.selected`)) ?? '').toLowerCase().includes('school'),
      );
      await hover(`${SIDEBAR} .monaco-list-row.selected`);
      await click(`${SIDEBAR} .monaco-list-row.selected .action-label[aria-label^="Stand van de brief"]`);
      await answer('Hoe staat het met de brief?', 'Ondertekend');
      await answer('Datum van de brief', '3-2-2024');
      await eventually('the state', () => editor.document.getText().includes('status: signed'));
      match(editor.document.getText(), /id: brief-school # van de school\n.*\n {4}status: signed\n/);
      ok(editor.document.getText().includes('date: 2024-02-03'));
    });

    it('moves a letter with its comment @page', async () => {
      await commands.executeCommand('vangnet.moveDown', 'brief-school');
      await eventually('the order', () => {
        const written = editor.document.getText();
        return written.indexOf('brief-arts') < written.indexOf('brief-school # van de school');
      });
      await commands.executeCommand('vangnet.moveUp', 'brief-school');
      await eventually('the order again', () => editor.document.getText() === CASE);
    });

    it('has the fixes of a finding one click away @page', async () => {
      editor = await openSample('semon-weak.case.yaml');
      await rowAppears('Er is nog geen steunbrief.');
      await click(row('Er is nog geen steunbrief.'));
      await eventually('the cursor at the finding', () =>
        findings(editor.document, 'supporting-letters-missing').some(({ range }) =>
          range.contains(editor.selection.active),
        ),
      );
      await hover(row('Er is nog geen steunbrief.'));
      await click(`${row('Er is nog geen steunbrief.')} .action-label[aria-label^="Oplossingen"]`);
      await eventually('the fixes', async () =>
        ((await text('.action-widget')) ?? '').includes('Conceptbrieven'),
      );
      await screenshot('overview-fixes');
      await press('Escape');
    });

    for (const [name, theme] of [
      ['light', 'Default Light Modern'],
      ['dark', 'Default Dark Modern'],
    ])
      it(`can be photographed in the ${name} theme @page`, async () => {
        await workspace.getConfiguration().update('workbench.colorTheme', theme, true);
        editor = await openSample('semon-weak.case.yaml');
        await rowAppears('Er is nog geen steunbrief.');
        await screenshot(`overview-${name}`);
      });

    it('welcomes where no case is open @page', async () => {
      await closeCase();
      await commands.executeCommand('workbench.action.closeAllEditors');
      await eventually('the welcome', async () => (await shownRows()).includes('Nieuwe zaak'));
      await screenshot('overview-welcome');
      const opened = click(`${SIDEBAR} .monaco-button:has-text("Voorbeeld openen")`);
      await answer('Voorbeeld openen', 'Sem’on, af');
      await opened;
      const sample = await eventually('the sample', () => window.activeTextEditor);
      ok(sample.document.isUntitled && sample.document.getText().includes("Sem'on"));
      equal(sample.document.languageId, 'vangnet-case');
      await closeCase();
    });
  });

  describe('all cases', () => {
    it('have their state and what is to be done in a list, which opens them @page', async () => {
      await commands.executeCommand('vangnet.cases.focus');
      const pane = `${SIDEBAR} .pane:has(.pane-header:has-text("Alle zaken"))`;
      await eventually('the cases', async () => ((await text(pane)) ?? '').includes('Afia: geboren'));
      await screenshot('all-cases');
      await click(`${pane} .monaco-list-row:has-text("Afia: geboren")`);
      await eventually('the case', () =>
        window.activeTextEditor?.document.uri.path.endsWith('/afia.case.yaml'),
      );
    });
  });

  describe('the next thing to mend', () => {
    it('is the heaviest first, round and round, forward and back', async () => {
      editor = await openSample('common-mistakes.case.yaml');
      const all = await eventually('findings', () => {
        const found = findings(editor.document);
        return found.length > 3 ? found : undefined;
      });
      const order = [...all].sort(
        (a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start),
      );
      putCursor(editor, editor.document.positionAt(0));
      const visited: number[] = [];
      for (let count = 0; count < 3; count++) {
        await commands.executeCommand('vangnet.nextFinding');
        visited.push(editor.document.offsetAt(editor.selection.active));
      }
      deepEqual(
        visited,
        order.slice(0, 3).map(({ range }) => editor.document.offsetAt(range.start)),
      );
      await commands.executeCommand('vangnet.previousFinding');
      equal(editor.document.offsetAt(editor.selection.active), visited[1]);
    });
  });

  describe('another name', () => {
    it('opens a new file without the names, and the case stays as it is @page', async () => {
      editor = await openCase(`${HEAD.replace('name: Ada', 'name: Adaline Lovelace')}█`);
      const original = editor.document.getText();
      const done = commands.executeCommand('vangnet.pseudonymise');
      const made = await eventually('the new file', () =>
        window.activeTextEditor?.document !== editor.document ? window.activeTextEditor : undefined,
      );
      ok(!made.document.getText().includes('Lovelace'));
      equal(editor.document.getText(), original);
      await commands.executeCommand('notifications.showList');
      await eventually('what to do with the key', async () =>
        ((await text('.notifications-center')) ?? '').includes('Sleutel bewaren'),
      );
      await screenshot('pseudonymise');
      await commands.executeCommand('notifications.clearAll');
      await done;
    });
  });
});
