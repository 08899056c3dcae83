import {
  commands,
  type DocumentHighlight,
  type Location,
  type TextDocument,
  type TextEditor,
  type TypeHierarchyItem,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { equal, eventually, ok } from '../assert.js';
import { expectChange, openSample, putCursor, rangeOf, setLanguage } from '../case.js';
import { click, press, text, type } from '../driver.js';

/** From an id to what it names, and to all that name it. */
describe('finding the way', () => {
  let editor: TextEditor;
  let document: TextDocument;
  let original: string;

  before(async () => {
    await setLanguage('nl');
    editor = await openSample('semon.case.yaml');
    ({ document } = editor);
    original = document.getText();
  });
  beforeEach(async () => {
    editor = await window.showTextDocument(document);
  });

  const reference = () => rangeOf(document, 'brief-ggz', 'circ-angst').start;
  const places = () => original.match(/\bbrief-ggz\b/g)?.length ?? 0;

  async function renameByKeys(name: string): Promise<void> {
    putCursor(editor, reference());
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press('F2');
    // Before the box is in sight, what is typed would go into the case.
    await click('.monaco-editor .rename-box .rename-input');
    await press('Control+a');
    await type(name);
    await press('Enter');
  }

  it('goes from a reference to the item', async () => {
    putCursor(editor, reference());
    await commands.executeCommand('editor.action.revealDefinition');
    const target = rangeOf(document, 'brief-ggz', '\nletters:').start;
    await eventually('the cursor is there', () => editor.selection.active.line === target.line);
  });

  it('lists and marks all places of an id', async () => {
    const asked = [document.uri, reference()] as const;
    const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', ...asked);
    equal(found.length, places());
    equal(
      found.every(({ range }) => document.getText(range) === 'brief-ggz'),
      true,
    );
    const marked = await commands.executeCommand<DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      ...asked,
    );
    equal(marked.length, places());
  });

  it('renames an id with all its references, in one step that can be undone', async () => {
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      reference(),
      'brief-psycholoog',
    );
    ok(await workspace.applyEdit(edit), 'applied');
    equal(document.getText(), original.replaceAll(/\bbrief-ggz\b/g, 'brief-psycholoog'));
    await commands.executeCommand('undo');
    equal(document.getText(), original);
  });

  it('renames with F2, and says why a name can’t be @page', async () => {
    await renameByKeys('brief-huisarts');
    // While tests run, VS Code shows no toasts.
    await commands.executeCommand('notifications.showList');
    const reason = (await text('.notifications-center .notification-list-item-message')) ?? '';
    ok(reason.includes('brief-huisarts'), reason);
    equal(document.getText(), original);
    await press('Escape');
    await commands.executeCommand('notifications.clearAll');

    await renameByKeys('brief-psycholoog');
    await expectChange(editor, original);
    equal(document.getText(), original.replaceAll(/\bbrief-ggz\b/g, 'brief-psycholoog'));
    await commands.executeCommand('undo');
    equal(document.getText(), original);
  });

  it('shows what carries a circumstance, and what that carries', async () => {
    const at = rangeOf(document, 'circ-angst', '\ncircumstances:').start;
    const [item] = await commands.executeCommand<TypeHierarchyItem[]>(
      'vscode.prepareTypeHierarchy',
      document.uri,
      at,
    );
    ok(item, 'the circumstance');
    const carried = await commands.executeCommand<TypeHierarchyItem[]>('vscode.provideSupertypes', item);
    const carriers = await commands.executeCommand<TypeHierarchyItem[]>('vscode.provideSubtypes', item);
    ok(carried.length > 0, 'it carries the claim');
    ok(carriers.length > 1, carriers.map(({ name }) => name).join(' | '));
  });
});
