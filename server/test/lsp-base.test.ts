/**
 * A client that can do nothing beyond the base protocol: no snippets, no Markdown, no versioned edits, no registration,
 * no progress, and it counts UTF-16. It is asked for nothing, sent nothing that it may not know, and every feature works.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  SelectionRange,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../src/core/edits/draft.js';
import { LineIndex } from '../src/core/text.js';
import { TestClient } from './lsp-client.js';

const URI = 'file:///cases/semon.case.yaml';
const TEXT = readFileSync('samples/semon-weak.case.yaml', 'utf8');
const LINES = new LineIndex(TEXT);
const OPTIONS = { tabSize: 2, insertSpaces: true };
/** What a client that announces nothing must be ready for. */
const KNOWN = ['textDocument/publishDiagnostics', 'window/logMessage', 'window/showMessage'];

describe('a client with base capabilities alone', function () {
  this.timeout(30_000);
  let client: TestClient;
  const asked: string[] = [];
  const told: string[] = [];
  const answers: unknown[] = [];
  const textDocument = { uri: URI };
  const place = (part: string, after = 0): Position => {
    const at = TEXT.indexOf(part);
    assert.notEqual(at, -1, part);
    return LINES.positionAt(at + after);
  };
  const ask = async <T>(method: string, params: object = {}): Promise<T> => {
    const answer = await client.connection.sendRequest<T>(method, { textDocument, ...params });
    answers.push(answer);
    return answer;
  };
  const edited = (edits: readonly TextEdit[]) =>
    applyEdits(
      TEXT,
      edits.map(({ range, newText }) => ({
        start: LINES.offsetAt(range.start),
        end: LINES.offsetAt(range.end),
        text: newText,
      })),
    );

  before(async () => {
    client = await TestClient.startHere({}, {}, 'file:///cases', {
      prepare: (connection) => {
        connection.onRequest((method) => {
          asked.push(method);
          return null;
        });
        connection.onNotification((method) => {
          told.push(method);
        });
      },
    });
    await client.open(URI, TEXT, 3);
  });
  after(async () => {
    await client.stop();
  });

  it('is sent findings, with the version, in one line’s worth of plain words', async () => {
    const found = await client.pushed(URI, 3);
    assert.ok(found.some(({ code }) => code === 'first-procedure-only'));
    for (const one of found)
      assert.deepEqual(Object.keys(one).sort(), ['code', 'message', 'range', 'severity', 'source']);
  });

  it('is told what stands at a place', async () => {
    const hover = await ask<Hover>('textDocument/hover', { position: place('scope: first-procedure', 8) });
    assert.match((hover.contents as { value: string }).value, /^alleen de eerste procedure/);
  });

  it('is offered text without stops, and told more of it', async () => {
    const { items } = await ask<CompletionList>('textDocument/completion', {
      position: LINES.positionAt(TEXT.length),
    });
    assert.ok(items.length > 0);
    for (const { insertTextFormat, textEdit } of items) {
      assert.equal(insertTextFormat, 1);
      assert.ok(!/\$\{?\d/.test((textEdit as TextEdit).newText));
    }
    const item = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
    answers.push(item);
    assert.ok(item.documentation !== undefined);
  });

  it('goes from a reference to what it names, and back', async () => {
    const position = place('persons: [semon', 11);
    const { uri, range } = await ask<Location>('textDocument/definition', { position });
    assert.equal(uri, URI);
    assert.equal(TEXT.slice(LINES.offsetAt(range.start), LINES.offsetAt(range.end)), 'semon');
    const context = { includeDeclaration: true };
    const places = await ask<Location[]>('textDocument/references', { position, context });
    const marked = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { position });
    assert.ok(places.length > 1);
    assert.equal(marked.length, places.length);
    assert.equal(client.capabilities.renameProvider, true);
    const { changes } = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: 'nieuw' });
    assert.ok(!/\[semon\b/.test(edited(changes?.[URI] ?? [])));
    await assert.rejects(ask('textDocument/rename', { position, newName: 'Geen id' }));
  });

  it('sees the outline flat, and finds in all files', async () => {
    const symbols = await ask<SymbolInformation[]>('textDocument/documentSymbol');
    assert.ok(symbols.some(({ name, containerName }) => name === "Sem'on" && containerName !== undefined));
    assert.ok(symbols.every(({ location }) => location.uri === URI));
    assert.deepEqual(await ask('workspace/symbol', { query: 'x' }), []);
  });

  it('folds, selects outwards, opens links, reads lenses and hints', async () => {
    assert.ok((await ask<FoldingRange[]>('textDocument/foldingRange')).length > 5);
    const positions = [place('scope: first-procedure', 8)];
    const [selection] = await ask<SelectionRange[]>('textDocument/selectionRange', { positions });
    assert.ok(selection?.parent?.parent);
    const links = await ask<DocumentLink[]>('textDocument/documentLink');
    assert.ok(links.length > 0 && links.every(({ tooltip }) => tooltip === undefined));
    const lenses = await ask<CodeLens[]>('textDocument/codeLens');
    assert.ok(lenses.length > 0 && lenses.every(({ command }) => command?.command === ''));
    const range = LINES.range(0, TEXT.length);
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range });
    assert.ok(hints.every(({ tooltip }) => typeof tooltip === 'string'));
  });

  it('formats', async () => {
    const range = LINES.range(0, TEXT.length);
    assert.equal(edited(await ask<TextEdit[]>('textDocument/formatting', { options: OPTIONS })), TEXT);
    assert.deepEqual(await ask('textDocument/rangeFormatting', { range, options: OPTIONS }), []);
    const typed = { position: place('persons:'), ch: '\n', options: OPTIONS };
    assert.ok(Array.isArray(await ask('textDocument/onTypeFormatting', typed)));
    assert.deepEqual(await ask('textDocument/codeAction', { range, context: { diagnostics: [] } }), []);
  });

  it('follows whole-text changes, and is sent the findings of the new text', async () => {
    await client.change(URI, 4, [{ text: TEXT.replace('scope: first-procedure', 'scope: any-time') }]);
    assert.ok(!(await client.pushed(URI, 4)).some(({ code }) => code === 'first-procedure-only'));
  });

  it('may ask for all case files', async () => {
    const counted = await ask<object>('workspace/executeCommand', { command: 'vangnet.checkAllCaseFiles' });
    assert.deepEqual(counted, { files: 0, error: 0, warning: 0, information: 0, hint: 0 });
  });

  it('was asked for nothing, and told nothing that it does not know', () => {
    assert.deepEqual(asked, []);
    assert.deepEqual(
      told.filter((method) => !KNOWN.includes(method)),
      [],
    );
    const all = JSON.stringify(answers);
    for (const unknown of [
      '"markdown"',
      '"documentChanges"',
      '"labelDetails"',
      '"insertTextMode"',
      '"snippet"',
    ])
      assert.ok(!all.includes(unknown), unknown);
  });
});
