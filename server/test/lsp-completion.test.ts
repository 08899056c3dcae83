/** Completion over real stdio: with a client that knows all, and one that knows little. */

import assert from 'node:assert/strict';
import {
  type CompletionItem,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver';
import { LineIndex } from '../src/core/text.js';
import { dutchCase, readCursor } from '../src/testing/marked.js';
import { TestClient } from './lsp-client.js';

const FULL = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
        tagSupport: { valueSet: [CompletionItemTag.Deprecated] },
      },
    },
  },
};

function newText(item: CompletionItem | undefined): string {
  return (item?.textEdit as TextEdit | undefined)?.newText ?? '';
}

describe('completion over stdio', function () {
  this.timeout(30_000);
  let full: TestClient;
  let base: TestClient;
  let opened = 0;

  before(async () => {
    [full, base] = await Promise.all([
      TestClient.start(FULL, { language: 'nl', suggestCommand: 'editor.suggest' }),
      TestClient.start({}, { language: 'en' }),
    ]);
  });
  after(async () => {
    for (const client of [full, base]) assert.equal(await client.stop(), 0);
  });

  async function ask(client: TestClient, body: string, typed?: string): Promise<CompletionItem[]> {
    const { text, offset } = readCursor(dutchCase('') + body);
    const uri = `file:///cases/${++opened}.case.yaml`;
    await client.open(uri, text);
    const { items, isIncomplete } = await client.connection.sendRequest<CompletionList>(
      'textDocument/completion',
      {
        textDocument: { uri },
        position: new LineIndex(text).positionAt(offset),
        ...(typed ? { context: { triggerKind: 2, triggerCharacter: typed } } : {}),
      },
    );
    assert.equal(isIncomplete, false);
    return items;
  }

  const resolve = (client: TestClient, item: CompletionItem | undefined) =>
    client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);

  it('keeps our order, and puts text in as it is, with stops', async () => {
    const items = await ask(full, 'letters:\n  - █\n');
    const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.deepEqual(
      sorted.map(({ label }) => label),
      items.map(({ label }) => label),
    );
    const [letter] = items;
    assert.equal(letter?.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal(letter?.insertTextMode, InsertTextMode.asIs);
    assert.equal(
      newText(letter),
      `id: \${1:brief}
    from:
      role: \${2:"{{rol van de afzender\\}\\}"}
    status: \${3:"{{stand van de brief\\}\\}"}`,
    );
    assert.deepEqual(letter?.labelDetails, { description: 'met de velden die nodig zijn' });
    assert.equal(letter?.detail, undefined);
  });

  it('gives a client that knows no snippets plain text, and the note as detail', async () => {
    const [letter] = await ask(base, 'letters:\n  - █\n');
    assert.equal(letter?.insertTextFormat, InsertTextFormat.PlainText);
    assert.equal(letter?.insertTextMode, undefined);
    assert.match(newText(letter), /^id: brief\n {4}from:\n {6}role: "\{\{rol/);
    assert.equal(letter?.detail, 'with the fields that are needed');
    const keys = await ask(base, 'letters:\n  - id: b\n    █\n');
    const supports = keys.find(({ label }) => label === 'supports');
    assert.equal(newText(supports), 'supports: ');
    assert.equal(supports?.command, undefined);
  });

  it('says which range is replaced', async () => {
    const [planned] = await ask(full, 'letters:\n  - id: b\n    status: pl█a\n');
    const lines = dutchCase('').split('\n').length - 1;
    assert.deepEqual(planned?.textEdit, {
      range: { start: { line: lines + 2, character: 12 }, end: { line: lines + 2, character: 15 } },
      newText: 'planned',
    });
  });

  it('marks what is out of date, and opens the list again behind a field', async () => {
    const grounds = await ask(full, 'claim:\n  lodged: 2025-10-01\n  grounds: [█]\n');
    assert.deepEqual(grounds.at(-1)?.tags, [CompletionItemTag.Deprecated]);
    const plain = await ask(base, 'claim:\n  lodged: 2025-10-01\n  grounds: [█]\n');
    assert.equal(plain.at(-1)?.tags, undefined);
    assert.match(plain.at(-1)?.detail ?? '', /not in force/);
    const keys = await ask(full, 'letters:\n  - id: b\n    █\n');
    assert.equal(keys.find(({ label }) => label === 'status')?.command?.command, 'editor.suggest');
    assert.equal(keys.find(({ label }) => label === 'file')?.command, undefined);
  });

  it('tells more of one when asked, and changes nothing else of it', async () => {
    const body =
      'circumstances:\n  - id: c\n    kind: medical\n    title: Hartziekte\nclaim:\n  circumstances: [█]\n';
    for (const client of [full, base]) {
      const [item] = await ask(client, body);
      const { documentation, ...rest } = await resolve(client, item);
      assert.deepEqual(rest, item);
      const { kind, value } = documentation as MarkupContent;
      assert.equal(kind, client === full ? 'markdown' : 'plaintext');
      assert.match(value, client === full ? /^\*\*Hartziekte\*\*/ : /^Hartziekte/);
      assert.match(value, client === full ? /geen juridisch advies/ : /no legal advice/);
    }
    const [source] = await ask(base, 'claim:\n  grounds: [█]\n');
    assert.match(((await resolve(base, source)).documentation as MarkupContent).value, /2008\/115/);
  });

  it('leaves an offer as it is when its file is gone', async () => {
    const [date] = await ask(full, 'claim:\n  lodged: █\n');
    const { uri } = (date as { data: { uri: string } }).data;
    await full.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await resolve(full, date), date);
  });

  it('is silent in prose whatever character asks, and in files that aren’t ours', async () => {
    for (const typed of [' ', ':', '-', '[', '{', ','])
      assert.deepEqual(await ask(full, `claim:\n  request: Ada vraagt${typed}█\n`, typed), []);
    assert.notDeepEqual(await ask(full, 'claim:\n  kind: █\n', ' '), []);
    const nothing = await full.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: 'file:///other.yaml' },
      position: { line: 0, character: 0 },
    });
    assert.equal(nothing, null);
  });
});
