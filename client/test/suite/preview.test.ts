import { commands, TabInputWebview, type TextEditor, window, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';
import {
  closeCase,
  HEAD,
  openCase,
  openSample,
  putCursor,
  rangeOf,
  serverRuns,
  setLanguage,
} from '../case.js';
import { axe, click, inWebview, press, screenshot, text } from '../driver.js';

const LETTER = 'Huisarts';
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high contrast': 'Default High Contrast',
} as const;

/** The case to read, beside the editor. */
describe('the preview', () => {
  let editor: TextEditor;
  const paper = () => text(inWebview('#paper'));
  const shows = (what: string) =>
    eventually(`‘${what}’ on the page`, async () => (await paper())?.includes(what));

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
    await commands.executeCommand('workbench.action.closeSidebar');
    editor = await openSample('semon.case.yaml');
    await commands.executeCommand('vangnet.preview');
  });
  after(async () => {
    await theme(THEMES.light);
    await closeCase();
    await commands.executeCommand('workbench.action.editorLayoutSingle');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens beside the editor, which keeps the focus', async () => {
    await eventually('a second group, with the preview', () =>
      window.tabGroups.all[1]?.tabs.some(
        ({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('vangnet.preview'),
      ),
    );
    equal(window.activeTextEditor?.document, editor.document);
  });

  it('shows the case, its timeline, what carries it and its letters @page', async () => {
    await shows('Samenvatting');
    for (const part of ['Personen', 'Tijdlijn', 'Omstandigheden', 'Steunbrieven', 'Geen juridisch advies'])
      await shows(part);
    ok((await text(inWebview('.vn-figure')))?.includes('peildatum'), 'the picture');
  });

  it('scrolls to where the cursor goes @page', async () => {
    putCursor(editor, rangeOf(editor.document, 'id: brief').start);
    await eventually('the letter is marked', async () =>
      (await text(inWebview('.vn-here')))?.includes('Burgemeester'),
    );
  });

  it('leads to the line by a click and by the keyboard @page', async () => {
    await click(inWebview(`a.vn-go:has-text("${LETTER}")`));
    const { line } = rangeOf(editor.document, 'id: brief-huisarts').start;
    await eventually(
      'the cursor at the letter',
      () => window.activeTextEditor?.selection.active.line === line,
    );
    equal(window.tabGroups.all.length, 2, 'the editor was not opened over the preview');
    putCursor(editor, rangeOf(editor.document, 'vangnet: 1').start);
    const line0 = editor.selection.active.line;
    await commands.executeCommand('workbench.action.focusNextGroup');
    await click(inWebview('.vn-under'));
    // On the way a table that can be scrolled may take the focus too.
    const hasMoved = () =>
      window.activeTextEditor?.document === editor.document && editor.selection.active.line > line0;
    for (let tries = 0; tries < 4 && !hasMoved(); tries++) {
      await press('Tab Enter');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    ok(hasMoved(), 'the cursor is at a part that was chosen with the keyboard');
  });

  it('follows what is typed, and another case @page', async () => {
    editor = await openCase(`${HEAD}█`);
    await shows('Proef');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const letter = 'letters:\n  - id: b\n    status: planned\n    from: {name: "<b>School</b>"}\n';
    await editor.edit((edit) => edit.insert(end, letter));
    await shows('<b>School</b>');
    await closeCase();
    editor = await openSample('semon.case.yaml');
    await shows('Burgemeester');
  });

  for (const [name, id] of Object.entries(THEMES))
    it(`is readable in the ${name} theme: axe-core has nothing against it @page`, async function () {
      this.timeout(90_000);
      await theme(id);
      editor = await openSample('semon-weak.case.yaml');
      await shows('CONCEPT');
      await screenshot(`preview-${name}`);
      equal(await axe(inWebview('html')), '');
    });
});

async function theme(id: string): Promise<void> {
  await workspace.getConfiguration().update('workbench.colorTheme', id, true);
}
