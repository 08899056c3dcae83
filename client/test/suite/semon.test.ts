import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { equal, eventually, ok } from '../assert.js';
import { press, screenshot, text } from '../driver.js';
import { filterProblems, showAllProblems } from '../problems.js';

const LETTERS = 'supporting-letters-missing';
const FIRST_PROCEDURE = 'first-procedure-only';

/** The case that the project exists for, from opening it to its two weaknesses mended and undone. */
describe('Sem’on, weak', () => {
  let document: TextDocument;
  let original: string;

  const findings = (rule?: string): Diagnostic[] =>
    languages
      .getDiagnostics(document.uri)
      .filter((finding) => finding.source === 'vangnet' && (rule === undefined || codeOf(finding) === rule));

  before(async () => {
    await workspace.getConfiguration('vangnet').update('language', 'nl', true);
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder, 'a folder is open');
    document = await workspace.openTextDocument(Uri.joinPath(folder, 'semon-weak.case.yaml'));
    original = document.getText();
    await window.showTextDocument(document);
    await eventually('findings', () => findings().length > 0);
  });

  it('shows both headline findings, in Dutch', async () => {
    await eventually('both findings in Dutch', () =>
      [LETTERS, FIRST_PROCEDURE].every(
        (rule) =>
          findings(rule).length === 1 && /^(?:Er is|Dit verzoek)/.test(findings(rule)[0]?.message ?? ''),
      ),
    );
    equal(
      findings().every(({ source }) => source === 'vangnet'),
      true,
    );
  });

  it('lists them in the Problems view @page', async () => {
    await commands.executeCommand('workbench.actions.view.problems');
    await screenshot('problems');
    for (const [typed, sentence] of [
      ['steunbrief', 'Er is nog geen steunbrief'],
      ['beperkt', 'Dit verzoek is beperkt tot de eerste procedure'],
    ] as const) {
      await filterProblems(typed);
      await eventually(`the list shows ‘${sentence}’`, async () =>
        ((await text('.markers-panel')) ?? '').includes(sentence),
      );
    }
    await showAllProblems();
  });

  it('inserts the letter stubs, after which the finding goes', async () => {
    await applyPreferred(LETTERS);
    ok(/\nletters:\n {2}- id: brief-/.test(normal(document.getText())), 'letters are there');
    await eventually('the finding goes', () => findings(LETTERS).length === 0);
  });

  it('widens the claim, after which the finding goes, and the file is valid', async () => {
    await applyPreferred(FIRST_PROCEDURE);
    await eventually('the finding goes', () => findings(FIRST_PROCEDURE).length === 0);
    equal(
      findings().filter(
        (finding) =>
          finding.severity === 0 &&
          ['yaml-syntax', 'missing-key', 'unknown-key', 'wrong-type'].includes(codeOf(finding)),
      ).length,
      0,
    );
    await screenshot('mended');
  });

  it('undo brings the text back, byte for byte', async () => {
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    await commands.executeCommand('undo');
    equal(document.getText(), original);
    await eventually(
      'both findings are back',
      () => findings(LETTERS).length === 1 && findings(FIRST_PROCEDURE).length === 1,
    );
  });

  it('silences a check with the reason selected, to be written over, in its place to the byte', async () => {
    const [finding] = findings('unexplained-gap');
    ok(finding, 'unexplained-gap speaks');
    const editor = await window.showTextDocument(document);
    const actions = await actionsAt(finding.range);
    const fix = actions.find(({ title, edit }) => edit && title.includes('unexplained-gap'));
    ok(fix?.edit, `a way to silence it among: ${actions.map(({ title }) => title).join(' | ')}`);
    ok(await workspace.applyEdit(fix.edit), 'the edit is applied');
    equal(
      document.getText(),
      original.replace(
        '  - id: ev-mbo',
        '  # vangnet-ignore unexplained-gap: nog toe te lichten\n  - id: ev-mbo',
      ),
    );
    equal(document.getText(editor.selection), 'nog toe te lichten');
    await eventually('the finding goes', () => findings('unexplained-gap').length === 0);
    await commands.executeCommand('undo');
    equal(document.getText(), original);
  });

  it('the light bulb offers the fix @page', async () => {
    const editor = await window.showTextDocument(document);
    const at = findings(LETTERS)[0]?.range.start ?? new Position(0, 0);
    editor.selection = new Selection(at, at);
    editor.revealRange(new Range(at, at));
    await press('Control+.');
    const menu = (await text('.action-widget')) ?? '';
    ok(menu.includes('Conceptbrieven invoegen'), `the menu shows: ${menu}`);
    await screenshot('light-bulb');
    await press('Escape');
  });

  function actionsAt(range: Range): Thenable<CodeAction[]> {
    return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
  }

  /** Asks for the fixes as the light bulb does, and applies the preferred one of the finding. */
  async function applyPreferred(rule: string): Promise<void> {
    const finding = findings(rule)[0];
    ok(finding, `${rule} speaks`);
    const actions = await actionsAt(finding.range);
    const fix = actions.find((action) => action.isPreferred && action.edit);
    ok(fix?.edit, `a preferred fix among: ${actions.map(({ title }) => title).join(' | ')}`);
    ok(await workspace.applyEdit(fix.edit), 'the edit is applied');
  }
});

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function normal(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
