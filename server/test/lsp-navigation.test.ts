/** Navigation, outline, folding and selection over real stdio: with a client that knows all, and one that knows little. */

import assert from 'node:assert/strict';
import type {
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../src/core/edits/draft.js';
import { LineIndex } from '../src/core/text.js';
import { dutchCase } from '../src/testing/marked.js';
import { TestClient } from './lsp-client.js';

const URI = 'file:///cases/ada.case.yaml';
const TEXT = dutchCase(`
  circumstances:
    - id: circ-hart
      kind: medical
      title: Hartziekte
  claim:
    id: verzoek
    kind: deferral
    circumstances: [circ-hart]
`);
const FULL = {
  textDocument: {
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

function positionOf(text: string): { line: number; character: number } {
  return new LineIndex(TEXT).positionAt(TEXT.lastIndexOf(text) + 1);
}

describe('navigation over stdio', function () {
  this.timeout(30_000);
  let full: TestClient;
  let base: TestClient;
  const ask = <T>(client: TestClient, method: string, params: object = {}): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });

  before(async () => {
    [full, base] = await Promise.all([
      TestClient.start(FULL, { language: 'nl' }),
      TestClient.start({}, { language: 'en' }),
    ]);
    for (const client of [full, base]) await client.open(URI, TEXT);
  });
  after(async () => {
    for (const client of [full, base]) assert.equal(await client.stop(), 0);
  });

  it('goes to the item, as a link or as a place', async () => {
    const position = positionOf('circ-hart]');
    const [link] = await ask<LocationLink[]>(full, 'definition', { position });
    assert.equal(link?.targetUri, URI);
    assert.equal(
      link?.targetSelectionRange.start.line,
      TEXT.split('\n').findIndex((line) => line.includes('- id: circ-hart')),
    );
    const place = await ask<Location>(base, 'definition', { position });
    assert.deepEqual(place.range, link?.targetSelectionRange);
  });

  it('finds references with and without the item itself', async () => {
    const position = positionOf('circ-hart]');
    const references = (includeDeclaration: boolean) =>
      ask<Location[]>(full, 'references', { position, context: { includeDeclaration } });
    assert.equal((await references(true)).length, 2);
    assert.equal((await references(false)).length, 1);
    assert.equal((await ask<object[]>(full, 'documentHighlight', { position })).length, 2);
  });

  it('renames, bound to the version, and refuses with a reason in the person’s language', async () => {
    const position = positionOf('circ-hart]');
    const prepared = await ask<{ placeholder: string }>(full, 'prepareRename', { position });
    assert.equal(prepared.placeholder, 'circ-hart');
    const edit = await ask<WorkspaceEdit>(full, 'rename', { position, newName: 'circ-ziek' });
    const [change] = edit.documentChanges as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 1);
    const lines = new LineIndex(TEXT);
    const edits = (change?.edits ?? []).map((one) => {
      assert.ok('newText' in one);
      return {
        start: lines.offsetAt(one.range.start),
        end: lines.offsetAt(one.range.end),
        text: one.newText,
      };
    });
    assert.equal(applyEdits(TEXT, edits), TEXT.replaceAll('circ-hart', 'circ-ziek'));
    await assert.rejects(ask(full, 'rename', { position, newName: 'verzoek' }), /al in gebruik/);
    await assert.rejects(ask(base, 'rename', { position, newName: 'Hart' }), /can’t be an id/);
    await assert.rejects(
      ask(full, 'prepareRename', { position: positionOf('Hartziekte') }),
      /Hier staat geen kenmerk/,
    );
  });

  it('outlines the case, as a tree or flat', async () => {
    const tree = await ask<DocumentSymbol[]>(full, 'documentSymbol');
    assert.deepEqual(
      tree.slice(0, 3).map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [
        ['Test', []],
        ['personen', ['Ada']],
        ['omstandigheden', ['Hartziekte']],
      ],
    );
    assert.equal(tree.length, 4);
    const flat = await ask<SymbolInformation[]>(base, 'documentSymbol');
    assert.equal(flat.find(({ name }) => name === 'Hartziekte')?.containerName, 'circumstances');
  });

  it('folds and selects', async () => {
    assert.ok((await ask<FoldingRange[]>(full, 'foldingRange')).length > 3);
    const [selection] = await ask<SelectionRange[]>(full, 'selectionRange', {
      positions: [positionOf('Hartziekte')],
    });
    let steps = 0;
    for (let step = selection; step; step = step.parent) steps++;
    assert.ok(steps >= 4, `${steps} steps`);
  });
});
