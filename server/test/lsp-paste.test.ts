/** The requests behind paste and drop over real stdio: the edit, what is said instead, and odd parameters. */

import assert from 'node:assert/strict';
import { dutchCase } from '../src/testing/marked.js';
import { TestClient } from './lsp-client.js';

const URI = 'file:///cases/ada.case.yaml';
const TEXT = dutchCase('claim:\r\n  id: v\r\n  request: \r\n'.replaceAll('\r\n', '\n'));
const LINE = TEXT.split('\n').findIndex((line) => line.startsWith('  request:'));
const at = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character },
});

interface Answer {
  readonly as?: string;
  readonly title?: string;
  readonly version?: number;
  readonly problem?: string;
  readonly edit?: { readonly newText: string; readonly range: object };
  readonly ways?: readonly {
    readonly kind: string;
    readonly title: string;
    readonly edit: { newText: string };
  }[];
}

describe('paste and drop over stdio', function () {
  this.timeout(30_000);
  let client: TestClient;
  const ask = (method: string, params: unknown): Promise<Answer | null> =>
    client.connection.sendRequest(`vangnet/${method}`, params);
  const paste = (text: unknown, range: unknown = at(LINE, 11)) => ask('paste', { uri: URI, range, text });

  before(async () => {
    client = await TestClient.start({}, { language: 'nl' });
    await client.open(URI, TEXT);
  });
  after(async () => assert.equal(await client.stop(), 0));

  it('gives the edit for the version that is open', async () => {
    const answer = await paste('Zij vraagt:\r\n\r\nuitstel.');
    assert.equal(answer?.as, 'text');
    assert.equal(answer?.title, 'Als tekst van de zaak invoegen');
    assert.equal(answer?.version, 1);
    assert.equal(answer?.edit?.newText.trim(), '>-\n    Zij vraagt:\n\n    uitstel.');
  });

  it('says why a text goes in as it is, or nothing', async () => {
    assert.match((await paste('a'.repeat(5_000_000)))?.problem ?? '', /^Deze tekst is te lang/);
    assert.match((await paste('\0PNG'))?.problem ?? '', /geen gewone tekst/);
    assert.equal(await paste('gewoon'), null);
    assert.equal(await ask('paste', { uri: 'file:///x.txt', range: at(0, 0), text: 'a' }), null);
  });

  it('makes a letter or a document of a file', async () => {
    const answer = await ask('drop', { uri: URI, paths: ['stukken/rapport.pdf'] });
    assert.deepEqual(
      answer?.ways?.map(({ kind, title }) => [kind, title]),
      [
        ['document', 'Als bewijsstuk opnemen'],
        ['letter', 'Als steunbrief opnemen'],
      ],
    );
    assert.match(answer?.ways?.[0]?.edit.newText ?? '', /file: stukken\/rapport\.pdf/);
  });

  it('refuses what it can’t understand', async () => {
    for (const [method, params] of [
      ['paste', null],
      ['paste', { uri: URI, text: 'a' }],
      ['paste', { uri: URI, range: { start: { line: 0 }, end: {} }, text: 'a' }],
      ['paste', { uri: URI, range: at(0, 0), text: 3 }],
      ['paste', { uri: URI, range: at(-1, -1), text: 'a' }],
      ['drop', { uri: URI, paths: [] }],
      ['drop', { uri: URI, paths: ['/etc/passwd'] }],
      ['drop', { uri: URI, paths: ['a.pdf', 'file:///b.pdf'] }],
      ['drop', { uri: URI, paths: new Array(51).fill('a.pdf') }],
      ['drop', { uri: URI, paths: 'a.pdf' }],
    ] as const)
      await assert.rejects(ask(method, params), { code: -32602 }, `${method} ${JSON.stringify(params)}`);
    for (const range of [at(1e6, 3), { start: at(5, 0).start, end: at(0, 0).end }]) {
      const answer = await paste('x: y', range);
      assert.ok(answer === null || answer.edit, JSON.stringify(range));
    }
  });
});
