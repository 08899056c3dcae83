import { ConfigurationTarget, commands, type TextEditor, workspace } from 'vscode';
import { eventually } from '../assert.js';
import { closeCase, findings, openSample, putCursor, rangeOf, setLanguage } from '../case.js';
import { click, press, screenshot, text, type } from '../driver.js';
import { STATUS } from '../status.js';

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

/** A small window with nothing in it but the case. */
const WINDOW: Readonly<Record<string, unknown>> = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'window.commandCenter': false,
  'window.customTitleBarVisibility': 'never',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lineNumbers': 'off',
  'editor.folding': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'problems.decorations.enabled': false,
};

/** The pictures of docs/images, by `node scripts/editor/run.mjs --pictures`: look at each before it is committed. */
describe('pictures', () => {
  let editor: TextEditor;

  before(async () => {
    await setLanguage('nl');
    for (const [setting, value] of Object.entries(WINDOW)) await set(setting, value);
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    editor = await openSample('semon-weak.case.yaml');
    await eventually('findings', () => findings(editor.document).length > 0);
  });

  for (const [name, theme] of Object.entries(THEMES))
    describe(`in the ${name} theme`, () => {
      before(() => set('workbench.colorTheme', theme));
      beforeEach(async () => {
        editor = await openSample('semon-weak.case.yaml');
      });
      const take = (what: string) => screenshot(`${what}-${name}`);
      const at = (what: string, behind: string) => rangeOf(editor.document, what, behind).start;

      it('of a hover @page', async () => {
        await showAtTop('claim:', '\n');
        putCursor(editor, at('nl.vb.3.4-3', 'grounds').translate(0, 3));
        await commands.executeCommand('editor.action.showHover');
        await eventually('the hover', () => text('.monaco-hover:not(.hidden)'));
        await take('hover');
        await press('Escape');
      });
    });

  async function showAtTop(what: string, behind: string): Promise<void> {
    const { start } = rangeOf(editor.document, what, behind);
    putCursor(editor, start);
    await commands.executeCommand('revealLine', { lineNumber: start.line, at: 'top' });
  }
});

async function set(setting: string, value: unknown): Promise<void> {
  await workspace.getConfiguration().update(setting, value, ConfigurationTarget.Global);
}
