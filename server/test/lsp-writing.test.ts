/** Formatting, code actions and linked editing over real stdio: with a client that knows all, and one that knows little. */

import assert from 'node:assert/strict';
import type {
  ApplyWorkspaceEditParams,
  CodeActionOptions,
  Command,
  LinkedEditingRanges,
  TextEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../src/core/edits/draft.js';
import { LineIndex } from '../src/core/text.js';
import { dutchCase } from '../src/testing/marked.js';
import { type CodeAction, TestClient } from './lsp-client.js';

const URI = 'file:///cases/ada.case.yaml';
const TEXT = dutchCase(`
  timeline:
    - id: ev-later
      date: 2019
      title: Ziek geworden
      persons: [a]
    - id: ev-eerst
      date: 2016
      title: Aankomst
  claim:
    id: verzoek
    kind: deferral
    circumstances: [circ-hart]
  circumstances:
    - id: circ-hart
      kind: medical
      title: Hartziekte
      description: Zie de brief van het ziekenhuis.
`);
const FULL = {
  textDocument: {
    linkedEditingRange: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};
const OPTIONS = { tabSize: 2, insertSpaces: true };

const lines = new LineIndex(TEXT);

function positionOf(text: string): { line: number; character: number } {
  return lines.positionAt(TEXT.indexOf(text));
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const index = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: index.offsetAt(range.start),
      end: index.offsetAt(range.end),
      text: newText,
    })),
  );
}

describe('writing aids over stdio', function () {
  this.timeout(30_000);
  let full: TestClient;
  let base: TestClient;
  const ask = <T>(client: TestClient, method: string, params: object = {}): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
  const kindsAt = async (client: TestClient, text: string, only?: readonly string[]) => {
    const position = positionOf(text);
    const actions = await client.codeActions(URI, { start: position, end: position }, only);
    return [...new Set(actions.map(({ kind }) => kind))].sort();
  };

  before(async () => {
    [full, base] = await Promise.all([
      TestClient.start(FULL, { language: 'nl' }),
      TestClient.start({}, { language: 'en' }),
    ]);
  });
  beforeEach(async () => {
    for (const client of [full, base]) await client.open(URI, TEXT);
  });
  after(async () => {
    for (const client of [full, base]) assert.equal(await client.stop(), 0);
  });

  it('formats the file, a range and several', async () => {
    const text = TEXT.replace('id: ev-later', 'id:   ev-later  ').replace('id: ev-eerst', 'id:   ev-eerst  ');
    for (const client of [full, base]) {
      await client.open(URI, text, 2);
      assert.equal(applied(text, await ask(client, 'formatting', { options: OPTIONS })), TEXT);
      const { line } = positionOf('id: ev-later');
      const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
      const half = await ask<TextEdit[]>(client, 'rangeFormatting', { options: OPTIONS, range });
      assert.equal(applied(text, half), text.replace('id:   ev-later  ', 'id: ev-later'));
      const ranges = [
        range,
        { start: positionOf('  - id: ev-eerst'), end: positionOf('title: Aankomst') },
        range,
      ];
      const both = await ask<TextEdit[]>(client, 'rangesFormatting', { options: OPTIONS, ranges });
      assert.equal(applied(text, both), TEXT);
    }
  });

  it('formats nothing of what it can’t read, nor of what isn’t open', async () => {
    await full.open(URI, `${TEXT.replace('id: ev-later', 'id:   ev-later')}\tx: y\n`, 2);
    assert.deepEqual(await ask(full, 'formatting', { options: OPTIONS }), []);
    assert.deepEqual(
      await full.connection.sendRequest('textDocument/formatting', {
        textDocument: { uri: 'file:///cases/none.case.yaml' },
        options: OPTIONS,
      }),
      [],
    );
  });

  it('formats while typing', async () => {
    const text = TEXT.replace('id: ev-later\n', 'id: ev-later\n\n');
    await full.open(URI, text, 2);
    const position = { line: positionOf('id: ev-later').line + 1, character: 0 };
    const edits = await ask<TextEdit[]>(full, 'onTypeFormatting', { options: OPTIONS, position, ch: '\n' });
    assert.equal(applied(text, edits), TEXT.replace('id: ev-later\n', 'id: ev-later\n    \n'));
  });

  it('offers refactorings where they apply, and sorts for those who ask', async () => {
    assert.deepEqual(await kindsAt(full, 'Ziek geworden', ['refactor']), ['refactor.extract.vangnet']);
    assert.deepEqual(await kindsAt(full, 'persons: [a]', ['refactor.rewrite']), ['refactor.rewrite.vangnet']);
    assert.deepEqual(await kindsAt(full, 'kind: deferral', ['refactor']), []);
    assert.ok(!(await kindsAt(full, 'Ziek geworden')).includes('source.sortTimeline.vangnet'));
    assert.ok((await kindsAt(full, '2016')).includes('quickfix'));
    assert.deepEqual(await kindsAt(full, 'kind: deferral', ['source.sortTimeline']), [
      'source.sortTimeline.vangnet',
    ]);
    assert.deepEqual(await kindsAt(base, 'Ziek geworden'), []);
  });

  it('answers with edits bound to the version, in the person’s language', async () => {
    const start = positionOf('brief van het ziekenhuis');
    const end = { ...start, character: start.character + 'brief van het ziekenhuis'.length };
    const [action] = (await full.codeActions(URI, { start, end }, ['refactor.extract'])) as [CodeAction];
    assert.equal(
      action.title,
      'Bewijsstuk ‘brief van het ziekenhuis’ toevoegen, gekoppeld aan deze beschrijving',
    );
    const [change] = action.edit.documentChanges ?? [];
    assert.equal(change?.textDocument.version, 1);
    assert.equal(
      applied(TEXT, change?.edits ?? []),
      `${TEXT}documents:\n  - id: doc-brief-van-het\n    kind: other\n    title: brief van het ziekenhuis\n    supports: [circ-hart]\n`,
    );
  });

  it('offers commands to a client that knows no actions, and has it make the change', async () => {
    const client = await TestClient.start({ workspace: { applyEdit: true } }, { language: 'nl' });
    assert.equal(client.capabilities.codeActionProvider, true);
    assert.ok(client.capabilities.executeCommandProvider?.commands.includes('vangnet.applyAction'));
    const asked: ApplyWorkspaceEditParams[] = [];
    client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      asked.push(params);
      return { applied: true };
    });
    await client.open(URI, TEXT);
    const start = positionOf('2016');
    const offered = (await client.codeActions(URI, { start, end: start })) as unknown as Command[];
    for (const one of offered) assert.deepEqual(Object.keys(one).sort(), ['arguments', 'command', 'title']);
    const sort = offered.find(({ title }) => title.startsWith('De tijdlijn op volgorde'));
    assert.ok(sort);
    const run = { command: sort.command, arguments: sort.arguments };
    assert.equal(await client.connection.sendRequest('workspace/executeCommand', run), true);
    assert.equal(asked[0]?.label, sort.title);
    const after = applied(TEXT, asked[0]?.edit.changes?.[URI] ?? []);
    assert.ok(after.indexOf('2016') < after.indexOf('2019'));
    await client.change(URI, 2, [{ text: after }]);
    await assert.rejects(
      client.connection.sendRequest('workspace/executeCommand', run),
      /Dit is intussen al gedaan/,
    );
    for (const given of [[], [{ uri: URI, title: sort.title }]])
      await assert.rejects(
        client.connection.sendRequest('workspace/executeCommand', { ...run, arguments: given }),
        { code: -32602 },
      );
    assert.equal(asked.length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('links the id of an item with its references, for who can', async () => {
    const linked = await ask<LinkedEditingRanges>(full, 'linkedEditingRange', {
      position: positionOf('circ-hart\n    kind'),
    });
    assert.equal(linked.ranges.length, 2);
    assert.ok('circ-hart'.match(`^(?:${linked.wordPattern})$`));
    assert.equal(await ask(full, 'linkedEditingRange', { position: positionOf('circ-hart]') }), null);
  });

  it('announces linked editing only to who knows it, and so every kind of action', () => {
    assert.equal(full.capabilities.linkedEditingRangeProvider, true);
    assert.equal(base.capabilities.linkedEditingRangeProvider, undefined);
    assert.deepEqual((full.capabilities.codeActionProvider as CodeActionOptions).codeActionKinds?.sort(), [
      'quickfix',
      'refactor.extract.vangnet',
      'refactor.rewrite.vangnet',
      'source.fixAll.vangnet',
      'source.sortTimeline.vangnet',
    ]);
    assert.equal(base.capabilities.codeActionProvider, false);
    assert.equal(full.capabilities.documentOnTypeFormattingProvider?.firstTriggerCharacter, '\n');
  });
});
