import {
  commands,
  DiagnosticSeverity,
  languages,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { equal, eventually, match, ok } from '../assert.js';
import { closeCase, codeOf, findings, folder, HEAD, openCase, serverRuns, setLanguage } from '../case.js';
import { click, hover, inWebview, notices, press, screenshot, text } from '../driver.js';
import { filterProblems, showAllProblems } from '../problems.js';
import { answer, tick } from '../quick.js';

const SIDEBAR = '[id="workbench.parts.sidebar"]';
const ROW = `${SIDEBAR} .monaco-list-row`;
const row = (label: string) => `${ROW}:has-text("${label}")`;
const LETTERS = 'supporting-letters-missing';

/** The page is the same for both hosts: once will do. */
const isInWorker = 'importScripts' in globalThis;

/** The ways of those whom Vangnet is made for, each from beginning to end. */
if (!isInWorker)
  describe('a day with Vangnet', () => {
    const at = (name: string) => Uri.joinPath(folder(), name);
    const exists = (name: string) =>
      Promise.resolve(workspace.fs.stat(at(name))).then(
        () => true,
        () => false,
      );
    const shownRows = async () => (await text(`${SIDEBAR} .pane-body`)) ?? '';
    const rowSays = (what: string | RegExp) =>
      eventually(`the row ‘${what}’`, async () => (await shownRows()).match(what));
    const front = () => window.activeTextEditor as TextEditor;

    before(async () => {
      await serverRuns();
      await setLanguage('nl');
    });
    afterEach(async () => {
      await commands.executeCommand('notifications.clearAll');
      await closeCase();
      await commands.executeCommand('workbench.action.closeAllEditors');
      await commands.executeCommand('workbench.action.editorLayoutSingle');
      await commands.executeCommand('workbench.view.explorer');
      for (const uri of await workspace.findFiles('samira*')) await workspace.fs.delete(uri);
    });

    /** The best fix of a finding in the overview, by the mouse. */
    async function mend(finding: string): Promise<void> {
      await rowSays(finding);
      await click(row(finding));
      await hover(row(finding));
      await click(`${row(finding)} .action-label[aria-label^="Oplossingen"]`);
      await eventually('the fixes', () => text('.action-widget .monaco-list-row.action >> nth=0'));
      await press('Enter');
    }

    /** Writes over the blank that is selected, and goes to the next. */
    async function fill(what: string): Promise<void> {
      match(front().document.getText(front().selection), /^"?\{\{/);
      await commands.executeCommand('type', { text: what });
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
    }

    /** The file is there, and the person is told so. */
    async function isMade(name: string, command: Thenable<unknown>): Promise<void> {
      await eventually(`the notice of ${name}`, async () => (await notices()).includes(`${name} is gemaakt`));
      await commands.executeCommand('notifications.clearAll');
      await command;
      ok(await exists(name), name);
    }

    it('of staff: from questions to a request, and letters to ask for @page', async function () {
      this.timeout(150_000);
      const made = ['samira.case.yaml', 'samira-verzoek.docx', 'samira-brieven.docx'];
      const asked = commands.executeCommand('vangnet.newCase.nl');
      await answer('Soort zaak (1/');
      await answer('Naam of pseudoniem (2/', 'Samira');
      await answer('Staan er echte gegevens in?');
      await answer('Titel');
      await answer('Geboortedatum', '1990');
      await answer('Nationaliteit', 'Irak');
      await answer('Datum van aankomst', '2012');
      await answer('Eerste aanvraag', '2012-03');
      await tick('Wat maakt het schrijnend?', 'Worteling');
      await answer('(10/10)');
      await asked;
      await fill('Samira kwam in 2012 naar Nederland en woont er nog.');
      await fill('asylum');
      await fill('Samira spreekt Nederlands, werkt mee in het buurthuis en heeft hier vrienden.');
      await eventually(
        'no blank is left',
        () => findings(front().document, 'unfilled-placeholder').length === 0,
      );
      await commands.executeCommand('workbench.action.files.save');
      await eventually('the file', () => exists(made[0] as string));
      await commands.executeCommand('vangnet.overview.focus');
      await rowSays('Samira');
      await screenshot('day-staff-overview');

      await mend('Er is nog geen steunbrief.');
      await eventually('the letter', () => front().document.getText().includes('- id: brief-gemeente'));
      await eventually('it is mended', () => findings(front().document, LETTERS).length === 0);
      await eventually('it is done', async () => !(await shownRows()).includes('Er is nog geen steunbrief.'));

      await commands.executeCommand('vangnet.preview');
      await eventually('the case to read', async () =>
        ((await text(inWebview('#paper'))) ?? '').includes('werkt mee in het buurthuis'),
      );
      await screenshot('day-staff-preview');

      await commands.executeCommand('workbench.action.files.save');
      const request = commands.executeCommand('vangnet.export');
      await answer('Exporteren', 'Het verzoek');
      await answer('Exporteren: Het verzoek', 'Word');
      await answer('Exporteren');
      await isMade(made[1] as string, request);
      const letters = commands.executeCommand('vangnet.letterRequests');
      await answer('Exporteren');
      await isMade(made[2] as string, letters);
    });

    it('of a trainer: an exercise, what is solved of it, and a real case without its names @page', async function () {
      this.timeout(120_000);
      const opened = commands.executeCommand('vangnet.openSample');
      await answer('Voorbeeld openen', 'Oefening 1');
      await opened;
      await commands.executeCommand('vangnet.overview.focus');
      await rowSays('0 van 15 opgelost');
      front().selection = new Selection(0, 0, 0, 0);
      await click(row('van 15 opgelost'));
      await eventually('the next goal', () => front().selection.active.line > 0);
      await mend('Er is nog geen steunbrief.');
      await rowSays(/[1-9]\d* van 15 opgelost/);
      await screenshot('day-trainer-exercise');

      const real = HEAD.replace('fictional', 'real').replace('name: Ada', 'name: Adaline Lovelace');
      const { document } = await openCase(`${real}█`);
      const replaced = commands.executeCommand('vangnet.pseudonymise');
      await eventually('another file', () => front().document !== document);
      ok(!front().document.getText().includes('Lovelace'), 'without the name');
      match(front().document.getText(), /confidentiality: pseudonymised/);
      equal(document.getText(), real, 'the case itself is as it was');
      await commands.executeCommand('notifications.clearAll');
      await replaced;
    });

    it('of a maintainer: conventions of an office, the whole folder checked, and the list @page', async function () {
      this.timeout(120_000);
      const write = (name: string, content: string) =>
        workspace.fs.writeFile(at(name), new TextEncoder().encode(content));
      const claimed = `${HEAD}circumstances:\n  - {id: c, kind: rooted, title: Thuis}\n`;
      await write('beheer/een.case.yaml', claimed);
      await write('beheer/twee.case.yaml', claimed);
      await write('beheer/vangnet.config.yaml', 'rules:\n  supporting-letters-missing: \n');
      const ofFiles = () =>
        ['een', 'twee'].map((name) =>
          languages
            .getDiagnostics(at(`beheer/${name}.case.yaml`))
            .find((one) => one.source === 'vangnet' && codeOf(one) === LETTERS),
        );
      try {
        const editor = await window.showTextDocument(at('beheer/vangnet.config.yaml'));
        const end = editor.document.lineAt(1).range.end;
        editor.selection = new Selection(end, end);
        await commands.executeCommand('editor.action.triggerSuggest');
        await eventually('how heavy it may be', async () =>
          ((await text('.suggest-widget')) ?? '').includes('error'),
        );
        await screenshot('day-maintainer-config');
        await press('Escape');
        await commands.executeCommand('type', { text: 'error' });
        await editor.document.save();
        await commands.executeCommand('vangnet.checkFolder');
        await eventually('findings of files that nobody opened, as heavy as the office wants', () =>
          ofFiles().every((one) => one?.severity === DiagnosticSeverity.Error),
        );
        await filterProblems('twee.case');
        await eventually('the list', async () =>
          ((await text('.markers-panel')) ?? '').includes('twee.case.yaml'),
        );
        await screenshot('day-maintainer-problems');
      } finally {
        await showAllProblems();
        await commands.executeCommand('workbench.action.closePanel');
        await workspace.fs.delete(at('beheer'), { recursive: true });
        // The whole folder was checked once; there and back the setting ends that.
        const settings = workspace.getConfiguration('vangnet');
        await settings.update('check.files', 'all', true);
        await settings.update('check.files', 'open', true);
        await settings.update('check.files', undefined, true);
      }
    });
  });
