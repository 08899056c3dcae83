import { ConfigurationTarget, commands, type TextEditor, workspace } from 'vscode';
import { eventually } from '../assert.js';
import { closeCase, findings, HEAD, openCase, openSample, putCursor, rangeOf, setLanguage } from '../case.js';
import { click, hover, inWebview, press, screenshot, text } from '../driver.js';
import { WIDGET } from '../quick.js';
import { STATUS } from '../status.js';

const SIDEBAR = '[id="workbench.parts.sidebar"]';
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

/** A small window with nothing in it but the case. */
const WINDOW: Readonly<Record<string, unknown>> = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'window.commandCenter': false,
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

const CASE = `${HEAD}circumstances:
  - id: circ-thuis
    kind: █
    title: Thuis in Nederland
`;

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
        // Where the mouse tells nothing.
        await hover('.tabs-and-actions-container');
      });
      afterEach(closeCase);
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

      it('of the light bulb @page', async () => {
        await showAtTop('- id: circ-worteling', '');
        putCursor(editor, at('claim:', 'Komen er brieven bij'));
        await press('Control+.');
        await eventually('the menu', () => text('.action-widget .monaco-list-row.action >> nth=0'));
        await take('light-bulb');
        await press('Escape');
      });

      it('of completion @page', async () => {
        editor = await openCase(CASE);
        await commands.executeCommand('editor.action.triggerSuggest');
        await eventually('the list', () => text('.suggest-widget .monaco-list-row.focused'));
        // VS Code remembers that the explanation is shown.
        if (name === 'light') await commands.executeCommand('toggleSuggestionDetails');
        await eventually('the explanation', () => text('.suggest-details .docs'));
        await take('completion');
        await press('Escape');
      });

      it('of code lenses @page', async () => {
        await showAtTop('- id: arg-oorzaken', '\n');
        await eventually('the lens', () => text('.codelens-decoration a:has-text("invoegen")'));
        await take('code-lens');
      });

      it('of inlay hints @page', async () => {
        await showAtTop('persons:', '\n');
        await eventually('the hint', async () =>
          /17\sjaar/.test((await text('.monaco-editor .view-lines')) ?? ''),
        );
        await take('inlay-hints');
      });

      it('of the fields of a letter @page', async () => {
        editor = await openSample('semon.case.yaml');
        await showAtTop('- id: brief-mbo', '\n');
        const done = commands.executeCommand('vangnet.editItem');
        await eventually('the list', () => text(`${WIDGET} .monaco-list-row >> nth=0`));
        await take('fields');
        await press('Escape');
        await done;
      });

      it('of the overview @page', async () => {
        await showAtTop('persons:', '\n');
        await commands.executeCommand('vangnet.overview.focus');
        await eventually('the overview', async () =>
          ((await text(`${SIDEBAR} .pane-body`)) ?? '').includes('onderdelen klaar'),
        );
        await commands.executeCommand('workbench.action.focusActiveEditorGroup');
        // What the editor gives up the side bar gets; VS Code remembers it.
        for (let wider = 0; name === 'light' && wider < 2; wider++)
          await commands.executeCommand('workbench.action.decreaseViewWidth');
        await hover(`${SIDEBAR} .composite.title .title-label`);
        await press('Escape');
        await take('overview');
        await commands.executeCommand('workbench.action.closeSidebar');
      });

      it('of the reading view, and its timeline @page', async () => {
        editor = await openSample('semon.case.yaml');
        await commands.executeCommand('vangnet.preview');
        await eventually('the case', async () =>
          ((await text(inWebview('#paper'))) ?? '').includes('Samenvatting'),
        );
        await hover(inWebview('h1'));
        await take('preview');
        await commands.executeCommand('workbench.action.focusNextGroup');
        await commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
        await hover(inWebview('.vn-row .vn-title >> nth=5'));
        await take('timeline');
        await commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
        await commands.executeCommand('workbench.action.closeActiveEditor');
        await commands.executeCommand('workbench.action.editorLayoutSingle');
      });

      it('of the walkthrough @page', async () => {
        await commands.executeCommand('vangnet.getStarted');
        await eventually('the steps', async () =>
          ((await text('.gettingStartedContainer')) ?? '').includes('Begin een zaak'),
        );
        await click(
          '.gettingStartedContainer .getting-started-step:has-text("Lees de zaak als een verhaal")',
        );
        await take('walkthrough');
        await commands.executeCommand('workbench.action.closeActiveEditor');
      });

      it('of problems and status @page', async () => {
        await showAtTop('claim:', '\n');
        await commands.executeCommand('workbench.panel.markers.view.focus');
        await eventually('the list', async () =>
          ((await text('.markers-panel')) ?? '').includes('semon-weak'),
        );
        await hover(STATUS);
        await eventually('what the counts mean', async () =>
          ((await text('.monaco-hover:not(.hidden)')) ?? '').includes('Deze zaak'),
        );
        await take('problems');
        await commands.executeCommand('workbench.action.closePanel');
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
