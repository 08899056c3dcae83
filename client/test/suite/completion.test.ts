import { type CompletionList, commands, type MarkdownString, type TextEditor } from 'vscode';
import { eventually, ok } from '../assert.js';
import { closeCase, expectShown, HEAD, openCase, serverRuns, setLanguage, typeText } from '../case.js';
import { press, text, type } from '../driver.js';

const LETTER = `${HEAD}letters:
  - id: brief
    from:
      role: school
    status: planned
`;

/** The list of fields and values, as a person types into it and takes from it. */
describe('completion', () => {
  let editor: TextEditor;

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
  });
  after(closeCase);

  async function offered(): Promise<CompletionList> {
    const { document, selection } = editor;
    return await commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      selection.active,
      undefined,
      100,
    );
  }

  /** Opens the list and takes the one that is chosen in it, as soon as it is this one. */
  async function accept(typed: string): Promise<void> {
    const before = editor.document.getText();
    await commands.executeCommand('editor.action.triggerSuggest');
    await typeText(typed);
    // The list opens when the answer is there; until then taking from it does nothing.
    await eventually('an item is taken', async () => {
      await commands.executeCommand('acceptSelectedSuggestion');
      const now = editor.document.getText();
      return now.length > before.length + typed.length || !now.includes(typed);
    });
  }

  it('explains each item where someone looks at it', async () => {
    editor = await openCase(`${LETTER}    █\n`);
    const { items } = await offered();
    ok(items.length > 3, `${items.length} items`);
    for (const { label, documentation } of items) {
      const page = (documentation as MarkdownString | undefined)?.value ?? '';
      ok(page.length > 40, `${JSON.stringify(label)}: ${page}`);
    }
  });

  it('takes the field that is typed, then offers what fits behind it', async () => {
    editor = await openCase(`${LETTER}    █\n`);
    await accept('sup');
    await expectShown(editor, `${LETTER}    supports: [█]\n`);
  });

  it('takes a field by its Dutch name', async () => {
    editor = await openCase(`${HEAD}claim:\n  id: v\n  kind: deferral\n  █\n`);
    await accept('reikw');
    await expectShown(editor, `${HEAD}claim:\n  id: v\n  kind: deferral\n  scope: █\n`);
  });

  it('works in a file that can’t be read yet', async () => {
    const broken = LETTER.replace('title: Proef', 'title: "Proef');
    editor = await openCase(`${broken}claim:\n  id: v\n  kind█`);
    await typeText(':');
    await accept(' residence-on');
    await expectShown(editor, `${broken}claim:\n  id: v\n  kind: residence-on-hardship█`);
  });

  it('inserts a whole item in its place, with stops to be typed over', async () => {
    editor = await openCase(`${LETTER}  - █\n`);
    await accept('steun');
    const item = (id: string, role: string, status: string) =>
      `${LETTER}  - id: ${id}\n    from:\n      role: ${role}\n    status: ${status}\n`;
    const blanks = ['"{{rol van de afzender}}"', '"{{stand van de brief}}"'] as const;
    await expectShown(editor, item('█brief-2█', ...blanks));
    await typeText('brief-arts');
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await expectShown(editor, item('brief-arts', `█${blanks[0]}█`, blanks[1]));
    await typeText('physician');
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await expectShown(editor, item('brief-arts', 'physician', `█${blanks[1]}█`));
    await commands.executeCommand('leaveSnippet');
  });

  it('moves a dash that stands too deep to the list, the cursor with it', async () => {
    editor = await openCase(`${LETTER}    █\n`);
    await typeText('-');
    await expectShown(editor, `${LETTER}  -█\n`);
    await accept('steun');
    await eventually('the item is there', () =>
      editor.document.getText().includes(`${LETTER}  - id: brief-2\n    from:\n      role: `),
    );
  });

  it('keeps the line breaks of Windows', async () => {
    editor = await openCase(`${LETTER}  - █\n`.replaceAll('\n', '\r\n'));
    await accept('steun');
    await eventually('the item is there', () =>
      editor.document.getText().includes('  - id: brief-2\r\n    from:\r\n      role: '),
    );
    ok(!/[^\r]\n/.test(editor.document.getText()), 'no other line break');
  });

  it('shows field, Dutch name and explanation @page', async () => {
    editor = await openCase(`${LETTER}    █\n`);
    await type('s');
    const list = await eventually('the list', () => text('.suggest-widget .monaco-list-row.focused'));
    ok(list.includes('supports') && list.includes('onderbouwt'), `the list shows: ${list}`);
    await press('Escape');
  });
});
