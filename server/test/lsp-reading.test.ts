/** Hints, lenses, tokens, links and the hierarchy over real stdio: with a client that knows all, and one that knows little. */

import assert from 'node:assert/strict';
import type {
  ApplyWorkspaceEditParams,
  CodeLens,
  DocumentLink,
  InlayHint,
  MarkupContent,
  SemanticTokens,
  SemanticTokensDelta,
  ServerCapabilities,
  TextDocumentEdit,
  TypeHierarchyItem,
} from 'vscode-languageserver';
import { applyEdits } from '../src/core/edits/draft.js';
import { LineIndex } from '../src/core/text.js';
import { dutchCase } from '../src/testing/marked.js';
import { TestClient } from './lsp-client.js';

const URI = 'file:///cases/ada.case.yaml';
const TEXT = dutchCase(`
  procedures:
    - id: proc
      kind: extension
      lodged: 2014-02-01
      decided: 2014-02-03
      outcome: rejected
  circumstances:
    - id: circ-hart
      kind: medical
      title: Hartziekte
  claim:
    id: verzoek
    kind: deferral
    grounds: [nl.vw.14]
    circumstances: [circ-hart]
  letters:
    - id: brief
      from: {role: physician}
      status: signed
      supports: [circ-hart]
      file: brieven/arts.pdf
    - id: brief-2
      from: {role: mayor}
      status: planned
      file: ../buiten.pdf
  counterArguments:
    - id: contra
      kind: court-already-ruled
      text: T
`);
const FULL = {
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    semanticTokens: { requests: { range: true, full: { delta: true } } },
    documentLink: { tooltipSupport: true },
    typeHierarchy: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

function positionOf(text: string): { line: number; character: number } {
  return new LineIndex(TEXT).positionAt(TEXT.lastIndexOf(text) + 1);
}

describe('reading aids over stdio', function () {
  this.timeout(30_000);
  let full: TestClient;
  let base: TestClient;
  const ask = <T>(client: TestClient, method: string, params: object = {}): Promise<T> =>
    client.connection.sendRequest(method, { textDocument: { uri: URI }, ...params });

  beforeEach(async () => {
    [full, base] = await Promise.all([
      TestClient.start(FULL, { language: 'nl' }),
      TestClient.start({}, { language: 'en' }),
    ]);
    for (const client of [full, base]) await client.open(URI, TEXT);
  });
  afterEach(async () => {
    for (const client of [full, base]) assert.equal(await client.stop(), 0);
  });

  it('announces what the client can do, and nothing besides', () => {
    const announced = ({ capabilities: can }: { capabilities: ServerCapabilities }) => ({
      hints: can.inlayHintProvider,
      lenses: can.codeLensProvider,
      commands: can.executeCommandProvider?.commands,
      tokens: can.semanticTokensProvider && [
        can.semanticTokensProvider.full,
        can.semanticTokensProvider.range,
      ],
      links: can.documentLinkProvider,
      hierarchy: can.typeHierarchyProvider,
    });
    assert.deepEqual(announced(full), {
      hints: { resolveProvider: true },
      lenses: { resolveProvider: true },
      commands: ['vangnet.applyFix', 'vangnet.checkAllCaseFiles'],
      tokens: [{ delta: true }, true],
      links: {},
      hierarchy: true,
    });
    assert.deepEqual(announced(base), {
      hints: undefined,
      lenses: { resolveProvider: false },
      commands: ['vangnet.checkAllCaseFiles'],
      tokens: undefined,
      links: {},
      hierarchy: undefined,
    });
    assert.equal(full.capabilities.colorProvider, undefined);
  });

  it('shows hints in the range that is asked for, and tells more where someone looks', async () => {
    const hints = await ask<InlayHint[]>(full, 'textDocument/inlayHint', { range: WHOLE });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['ongeveer 9 jaar in Nederland', 'na 2 dagen', 'termijn tot en met 3 maart 2014'],
    );
    const { line } = positionOf('decided: 2014');
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const within = await ask<InlayHint[]>(full, 'textDocument/inlayHint', { range });
    assert.equal(within.length, 2);
    const term = within.at(-1) as InlayHint;
    assert.equal(term.tooltip, undefined);
    const resolved = await full.connection.sendRequest<InlayHint>('inlayHint/resolve', term);
    assert.match((resolved.tooltip as MarkupContent).value, /\[art\. 69 [^\]]*\]\(https:/);
    // Asked for or not, a client without resolving gets it at once, and without Markdown as plain text.
    const [plain] = await ask<InlayHint[]>(base, 'textDocument/inlayHint', { range });
    assert.match(String(plain?.tooltip), /^From the lodging/);
  });

  it('refuses hints and lenses that it did not give out, or that are of another version', async () => {
    const [hint] = await ask<InlayHint[]>(full, 'textDocument/inlayHint', { range: WHOLE });
    const resolve = (data: unknown) => full.connection.sendRequest('inlayHint/resolve', { ...hint, data });
    for (const data of [undefined, null, 1, {}, { uri: 1 }])
      await assert.rejects(resolve(data), { code: -32602 });
    await assert.rejects(resolve({ uri: URI, version: 1, index: 99 }), { code: -32801 });
    await full.change(URI, 2, [{ range: { start: WHOLE.start, end: WHOLE.start }, text: '# x\n' }]);
    await assert.rejects(resolve(hint?.data), { code: -32801 });
    const lens = (data: unknown) => full.connection.sendRequest('codeLens/resolve', { range: WHOLE, data });
    for (const data of [undefined, [], { uri: 1 }]) await assert.rejects(lens(data), { code: -32602 });
    await assert.rejects(lens({ uri: URI, rule: 'x', item: 'y' }), { code: -32801 });
  });

  it('shows lenses, with a command only where something can be run', async () => {
    const lenses = await ask<CodeLens[]>(full, 'textDocument/codeLens');
    const titles = lenses.map(({ command }) => command?.title);
    assert.ok(titles.includes('1 brief · 1 ondertekend'));
    assert.ok(titles.includes('2 brieven: 1 gepland, 1 ondertekend'));
    for (const { command } of lenses) if (command) assert.equal(command.command, '');
    assert.equal(titles.filter((title) => title === undefined).length, 2);
    const plain = await ask<CodeLens[]>(base, 'textDocument/codeLens');
    assert.deepEqual(
      plain.map(({ command }) => command?.command),
      plain.map(() => ''),
    );
    assert.ok(plain.some(({ command }) => command?.title === 'not yet argued'));
  });

  it('inserts what a lens offers, by an edit bound to the version', async () => {
    const asked: ApplyWorkspaceEditParams[] = [];
    full.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      asked.push(params);
      return { applied: true };
    });
    const lenses = await ask<CodeLens[]>(full, 'textDocument/codeLens');
    const open = lenses.filter(({ command }) => command === undefined).at(-1) as CodeLens;
    const { command } = await full.connection.sendRequest<CodeLens>('codeLens/resolve', open);
    assert.match(command?.title ?? '', /^nog geen weerwoord · Weerwoord invoegen: \S/);
    const run = { command: command?.command, arguments: command?.arguments };
    assert.equal(await full.connection.sendRequest('workspace/executeCommand', run), true);
    const [first] = asked;
    assert.ok(first);
    const [change] = first.edit.documentChanges as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 1);
    assert.match(first.label ?? '', /^Weerwoord /);
    const lines = new LineIndex(TEXT);
    const after = applyEdits(
      TEXT,
      (change?.edits ?? []).map((edit) => {
        assert.ok('newText' in edit);
        return {
          start: lines.offsetAt(edit.range.start),
          end: lines.offsetAt(edit.range.end),
          text: edit.newText,
        };
      }),
    );
    assert.match(after, /answers: \[contra\]/);
    await full.change(URI, 2, [{ text: after }]);
    await assert.rejects(
      full.connection.sendRequest('workspace/executeCommand', run),
      /Dit is intussen al gedaan/,
    );
    assert.equal(asked.length, 1);
  });

  it('runs no other command, nor one for another file or with other arguments', async () => {
    const run = (command: string, args?: unknown[]) =>
      full.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
    await assert.rejects(run('vangnet.other'), { code: -32602 });
    for (const args of [undefined, [], ['x'], [{}], [{ uri: URI, rule: 'x', item: 1, fix: 'z' }]])
      await assert.rejects(run('vangnet.applyFix', args), { code: -32602 });
    const target = { rule: 'counter-argument-unanswered', item: 'contra', fix: 'x' };
    assert.equal(await run('vangnet.applyFix', [{ ...target, uri: 'file:///elsewhere.case.yaml' }]), false);
    await assert.rejects(run('vangnet.applyFix', [{ ...target, uri: URI }]), { code: -32803 });
  });

  it('sends tokens, then only what changed, and those of a range', async () => {
    const whole = await ask<SemanticTokens>(full, 'textDocument/semanticTokens/full');
    assert.equal(whole.data.length % 5, 0);
    assert.ok(whole.data.length > 100);
    const at = positionOf('medical');
    const start = { line: at.line, character: at.character - 1 };
    const end = { line: at.line, character: start.character + 7 };
    await full.change(URI, 2, [{ range: { start, end }, text: 'rooted' }]);
    const delta = await ask<SemanticTokensDelta>(full, 'textDocument/semanticTokens/full/delta', {
      previousResultId: whole.resultId,
    });
    assert.deepEqual(
      delta.edits.map(({ deleteCount, data }) => [deleteCount, data]),
      [[1, [6]]],
    );
    const lost = await ask<SemanticTokens>(full, 'textDocument/semanticTokens/full/delta', {
      previousResultId: 'another',
    });
    assert.equal(lost.data.length, whole.data.length);
    const range = { start: { line: at.line, character: 0 }, end: { line: at.line + 1, character: 0 } };
    const part = await ask<SemanticTokens>(full, 'textDocument/semanticTokens/range', { range });
    assert.equal(part.data.length, 10);
    assert.equal(part.data[0], at.line);
  });

  it('links sources and files beside the case, and nothing outside its folder', async () => {
    const links = await ask<DocumentLink[]>(full, 'textDocument/documentLink');
    assert.deepEqual(
      links.map(({ target, tooltip }) => [target, tooltip]),
      [
        ['https://wetten.overheid.nl/BWBR0011823', 'art. 14 Vreemdelingenwet 2000'],
        ['file:///cases/brieven/arts.pdf', undefined],
      ],
    );
    const plain = await ask<DocumentLink[]>(base, 'textDocument/documentLink');
    assert.deepEqual(
      plain.map(({ tooltip }) => tooltip),
      [undefined, undefined],
    );
  });

  it('climbs from evidence to the claim and down again', async () => {
    const [item] = await ask<TypeHierarchyItem[]>(full, 'textDocument/prepareTypeHierarchy', {
      position: positionOf('circ-hart]\n'),
    });
    assert.equal(item?.name, 'Hartziekte');
    const step = (direction: string, from: unknown) =>
      full.connection.sendRequest<TypeHierarchyItem[]>(`typeHierarchy/${direction}`, { item: from });
    const [claim] = await step('supertypes', item);
    assert.deepEqual(claim?.data, { id: 'verzoek' });
    const [letter] = await step('subtypes', item);
    assert.deepEqual(letter?.data, { id: 'brief' });
    assert.equal((await step('subtypes', letter)).length, 0);
    await assert.rejects(step('subtypes', { ...item, data: undefined }), { code: -32602 });
    assert.equal(
      await ask(full, 'textDocument/prepareTypeHierarchy', { position: { line: 0, character: 0 } }),
      null,
    );
  });

  it('asks to be asked again when the language is another', async () => {
    const refreshed = Promise.all(
      ['workspace/inlayHint/refresh', 'workspace/codeLens/refresh'].map(
        (method) =>
          new Promise<void>((resolve) => {
            full.connection.onRequest(method, () => {
              resolve();
              return null;
            });
          }),
      ),
    );
    await full.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { vangnet: { language: 'de' } },
    });
    await refreshed;
    const [hint] = await ask<InlayHint[]>(full, 'textDocument/inlayHint', { range: WHOLE });
    assert.equal(hint?.label, 'etwa 9 Jahre in den Niederlanden');
  });

  it('answers for a document that isn’t ours with nothing', async () => {
    const other = { textDocument: { uri: 'file:///other.yaml' }, range: WHOLE, position: WHOLE.start };
    for (const method of ['inlayHint', 'codeLens', 'documentLink'])
      assert.deepEqual(await ask(full, `textDocument/${method}`, other), []);
    assert.deepEqual(await ask(full, 'textDocument/semanticTokens/full', other), { data: [] });
  });
});
