/** Each version is read once, whoever asks; what is old or not wanted any more is answered as the protocol says. */

import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { Lexer } from 'yaml';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';

const URI = 'file:///zaken/a.case.yaml';
/** Over two lines inside quotes: `yaml` itself reads that, and how often can be counted. */
const ITEM = '  - {id: ev-N, date: 2010, title: "Iets\n    gebeurd"}\n';
const TEXT = dutchCase(
  `timeline:\n${Array.from({ length: 40 }, (_, n) => ITEM.replace('N', String(n))).join('')}`,
);
/** Takes more than one stretch of the server's time: no two versions have a part in common. */
const longText = (version: number) =>
  dutchCase(
    `timeline:\n${Array.from({ length: 2000 }, (_, n) => ITEM.replace('N', `${version}-${n}`)).join('')}`,
  );
const CAPABLE = {
  ...PULLING,
  textDocument: {
    ...PULLING.textDocument,
    inlayHint: {},
    semanticTokens: { requests: { full: { delta: true }, range: true } },
    typeHierarchy: {},
    linkedEditingRange: {},
  },
};
const TOP = { line: 0, character: 0 };
const textDocument = { uri: URI };
const whole = { textDocument, range: { start: TOP, end: { line: 99, character: 0 } } };
const options = { tabSize: 2, insertSpaces: true };
const REQUESTS: [string, object][] = [
  ['textDocument/diagnostic', { textDocument }],
  ['textDocument/hover', { textDocument, position: TOP }],
  ['textDocument/completion', { textDocument, position: TOP }],
  ['textDocument/definition', { textDocument, position: TOP }],
  ['textDocument/references', { textDocument, position: TOP, context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', { textDocument, position: TOP }],
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/codeAction', { ...whole, context: { diagnostics: [] } }],
  ['textDocument/codeLens', { textDocument }],
  ['textDocument/documentLink', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/selectionRange', { textDocument, positions: [TOP] }],
  ['textDocument/inlayHint', whole],
  ['textDocument/semanticTokens/full', { textDocument }],
  ['textDocument/semanticTokens/range', whole],
  ['textDocument/linkedEditingRange', { textDocument, position: TOP }],
  ['textDocument/prepareTypeHierarchy', { textDocument, position: TOP }],
  ['workspace/symbol', { query: 'iets' }],
];
/** They all go one way (`Host.answer`), but for the first: a few stand for them, since each needs a long text of its own. */
const SOME: [string, object][] = [
  ...REQUESTS.filter(([name]) => /diagnostic|hover|codeAction$/.test(name)),
  ['textDocument/formatting', { textDocument, options }],
];

describe('a version of an open case', function () {
  this.timeout(30_000);
  let client: TestClient;
  const ask = (method: string, params: object, token = new CancellationTokenSource().token) =>
    client.connection.sendRequest(method, params, token);
  let version = 0;
  const openLong = () => {
    version = 1;
    return client.open(URI, longText(version), version);
  };
  const editLong = () => {
    version++;
    return client.change(URI, version, [{ text: longText(version) }]);
  };

  beforeEach(async () => {
    client = await TestClient.startHere(CAPABLE, { language: 'nl' });
  });
  afterEach(async () => {
    await client.stop();
  });

  it('is read once, however many features ask, and after an edit only where it changed', async () => {
    const lexed: string[] = [];
    const { lex } = Lexer.prototype;
    Lexer.prototype.lex = function (source, incomplete) {
      lexed.push(source);
      return lex.call(this, source, incomplete);
    };
    try {
      await client.open(URI, TEXT);
      await Promise.all(REQUESTS.map(([method, params]) => ask(method, params)));
      const units = lexed.length;
      assert.equal(units, 40, 'every event was read');
      assert.equal(new Set(lexed).size, 40, 'and each once');
      for (const [method, params] of REQUESTS) await ask(method, params);
      assert.equal(lexed.length, units);
      await client.change(URI, 2, [
        {
          range: { start: { line: 13, character: 0 }, end: { line: 13, character: 0 } },
          text: ITEM.replace('N', 'nieuw'),
        },
      ]);
      await Promise.all(REQUESTS.map(([method, params]) => ask(method, params)));
      assert.deepEqual(lexed.slice(units), [ITEM.replace('N', 'nieuw')]);
    } finally {
      Lexer.prototype.lex = lex;
    }
  });

  it('that is superseded gets no answer: the client asks again', async () => {
    await openLong();
    for (const [method, params] of SOME) {
      await editLong();
      const asked = ask(method, params);
      await editLong();
      await assert.rejects(
        asked,
        (error: { code: number; data?: unknown }) => {
          if (method !== 'textDocument/diagnostic') return error.code === -32801;
          assert.deepEqual([error.code, error.data], [-32802, { retriggerRequest: true }]);
          return true;
        },
        method,
      );
    }
  });

  it('gets no answer when nobody wants it any more', async () => {
    await openLong();
    for (const [method, params] of SOME) {
      await editLong();
      const cancel = new CancellationTokenSource();
      const asked = ask(method, params, cancel.token);
      cancel.cancel();
      await assert.rejects(asked, (error: { code: number }) => error.code === -32800, method);
    }
  });

  it('is answered ‘don’t ask again’ once its file is closed', async () => {
    await openLong();
    const asked = ask('textDocument/diagnostic', { textDocument });
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    await assert.rejects(asked, (error: { code: number; data?: unknown }) => {
      assert.deepEqual([error.code, error.data], [-32802, { retriggerRequest: false }]);
      return true;
    });
  });
});
