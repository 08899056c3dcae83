import {
  type CodeAction,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type TextDocument,
  type TextEditor,
  window,
} from 'vscode';
import { equal, eventually, match, ok } from '../assert.js';
import {
  expectChange,
  findings,
  folder,
  insist,
  openSample,
  putCursor,
  setLanguage,
  shown,
} from '../case.js';
import { click, press, text } from '../driver.js';
import { filterProblems, showAllProblems } from '../problems.js';

/** Findings and their fixes, in the way a person meets them. */
describe('findings', () => {
  let editor: TextEditor;
  let document: TextDocument;
  let original: string;

  before(async () => {
    await setLanguage('nl');
    editor = await openSample('semon-weak.case.yaml');
    ({ document } = editor);
    original = document.getText();
    await eventually('findings', () => findings(document).length > 0);
  });
  beforeEach(async () => {
    editor = await window.showTextDocument(document);
  });

  const first = (rule: string): Diagnostic => {
    const [finding] = findings(document, rule);
    ok(finding, `${rule} speaks`);
    return finding;
  };
  const actionsAt = ({ range }: Diagnostic) =>
    commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);

  it('come gravest first, name other places, and stand at the value', () => {
    const late = first('remedy-late');
    equal(late.severity, DiagnosticSeverity.Warning);
    equal(document.getText(late.range), '2014-03-24');
    ok(late.relatedInformation?.length, 'where the term begins');
    match(late.message, /^Dit bezwaar lijkt te laat: [^\n]*\.\n/);
  });

  it('open the page of their check, with nothing from the network', async () => {
    const { code } = first('first-procedure-only');
    ok(typeof code === 'object', 'the code is a link');
    equal(code.target.toString(), 'vangnet-docs:/nl/first-procedure-only.md');
    await commands.executeCommand('vscode.open', code.target);
    const page = await eventually('the page', () =>
      window.visibleTextEditors.find(({ document: { uri } }) => uri.scheme === 'vangnet-docs'),
    );
    match(page.document.getText(), /^# .*[\s\S]*juridisch advies/);
    equal(page.document.languageId, 'markdown');
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('open it by a click on the name in the list @page', async () => {
    await filterProblems('pseudonym');
    const link = '.markers-panel a:has-text("real-name-in-pseudonymised-file")';
    await click(link);
    await eventually('the page', () =>
      window.visibleTextEditors.some(
        ({ document: { uri } }) => uri.path === '/nl/real-name-in-pseudonymised-file.md',
      ),
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await showAllProblems();
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('offer the best fix first and silence last', async () => {
    const titles = (await actionsAt(first('wrong-addressee'))).map(({ title }) => title);
    ok(titles.length >= 2, titles.join(' | '));
    ok(titles.at(-1)?.includes('‘wrong-addressee’'), titles.join(' | '));
  });

  it('are mended from the light bulb, byte for byte, and undone @page', async () => {
    const finding = first('wrong-addressee');
    putCursor(editor, finding.range.start);
    await press('Control+.');
    const best = await eventually('the menu', () => text('.action-widget .monaco-list-row.action >> nth=0'));
    ok(best.includes('staatssecretaris'), best);
    await press('Enter');
    await expectChange(editor, original);
    equal(document.getText(), original.replace('addressedTo: ind-director', 'addressedTo: state-secretary'));
    await eventually('the finding goes', () => findings(document, 'wrong-addressee').length === 0);
    await commands.executeCommand('undo');
    equal(document.getText(), original);
    await eventually('the finding is back', () => findings(document, 'wrong-addressee').length === 1);
  });

  it('with letters to insert: indented as the file is, in sight', async () => {
    putCursor(editor, first('supporting-letters-missing').range.start);
    await insist(editor, () => commands.executeCommand('editor.action.autoFix'));
    const inserted = /^letters:\n(?: .*\n|\n)+/m.exec(document.getText())?.[0] ?? '';
    match(inserted, /^letters:\n {2}- id: brief-\S+\n {4}from:\n {6}role: \S+\n/);
    // They stand out of sight: the cursor goes there.
    await eventually(`the cursor is behind them: ${shown(editor)}`, () =>
      shown(editor).includes('handtekening. Hartelijk dank.█\n\ndocuments:'),
    );
    await commands.executeCommand('undo');
    equal(document.getText(), original);
  });

  it('that are safe to mend are mended at once by the source action', async () => {
    const broken = await window.showTextDocument(await openMistakes());
    const before = broken.document.getText();
    await insist(broken, () =>
      commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll', apply: 'first' }),
    );
    await commands.executeCommand('undo');
    equal(broken.document.getText(), before);
  });

  async function openMistakes(): Promise<TextDocument> {
    const { document: mistakes } = await openSample('common-mistakes.case.yaml');
    ok(mistakes.uri.path.startsWith(folder().path), 'a copy');
    await eventually('findings', () => findings(mistakes).length > 0);
    return mistakes;
  }
});
