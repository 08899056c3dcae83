/** The requests behind forms over real stdio: what is asked, the change that the answers make, and odd parameters. */

import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { applyEdits } from '../src/core/edits/draft.js';
import { LineIndex } from '../src/core/text.js';
import { dutchCase } from '../src/testing/marked.js';
import { TestClient } from './lsp-client.js';

const URI = 'file:///cases/ada.case.yaml';
const TEXT = dutchCase('letters:\n  - id: b\n    from: {role: school}\n    status: planned # nog vragen\n');

interface Field {
  readonly name: string;
  readonly label: string;
  readonly choices?: readonly { readonly value: string }[];
}

function applied({ documentChanges }: WorkspaceEdit): string {
  const [change] = documentChanges as { textDocument: { version: number }; edits: TextEdit[] }[];
  assert.equal(change?.textDocument.version, 1);
  const index = new LineIndex(TEXT);
  const edits = change.edits.map(({ range, newText }) => ({
    start: index.offsetAt(range.start),
    end: index.offsetAt(range.end),
    text: newText,
  }));
  return applyEdits(TEXT, edits);
}

describe('forms over stdio', function () {
  this.timeout(30_000);
  let client: TestClient;
  const ask = <T>(method: string, params: unknown): Promise<T> =>
    client.connection.sendRequest(`vangnet/${method}`, params);

  before(async () => {
    client = await TestClient.start(
      { workspace: { workspaceEdit: { documentChanges: true } } },
      { language: 'nl' },
    );
    await client.open(URI, TEXT);
  });
  after(async () => assert.equal(await client.stop(), 0));

  it('asks for a new case and makes it', async () => {
    const form = await ask<{ template: Field; fields: Field[] }>('newCaseForm', {
      language: 'nl',
      template: 'haertefall-de',
    });
    assert.ok(form.fields.some(({ name }) => name === 'federalState'));
    const made = await ask<{ text: string; fileName: string }>('newCase', {
      language: 'nl',
      template: 'hardship-nl',
      answers: { name: 'Amina', birthDate: null },
      eol: '\r\n',
    });
    assert.equal(made.fileName, 'amina.case.yaml');
    assert.ok(made.text.includes('name: Amina\r\n'));
    const wrong = await ask<object>('newCase', { language: 'nl', template: 'hardship-nl', answers: {} });
    assert.deepEqual(wrong, { field: 'name', problem: 'Vul ‘Naam of pseudoniem’ in.' });
  });

  it('lists the fields of what stands at a place, and fills one in', async () => {
    const line = TEXT.slice(0, TEXT.indexOf('- id: b')).split('\n').length - 1;
    const form = await ask<{ at: string; title: string; fields: Field[] }>('fieldsForm', {
      uri: URI,
      position: { line, character: 4 },
    });
    assert.deepEqual([form.at, form.title], ['letters/0', 'Steunbrief: school']);
    const { edit } = await ask<{ edit: WorkspaceEdit }>('setField', {
      uri: URI,
      at: form.at,
      field: 'status',
      answer: 'signed',
    });
    assert.equal(applied(edit), TEXT.replace('status: planned # nog', 'status: signed # nog'));
    const wrong = await ask<object>('setField', { uri: URI, at: form.at, field: 'date', answer: 'ooit' });
    assert.match(JSON.stringify(wrong), /"field":"date","problem":"‘ooit’ is geen datum/);
    assert.equal(await ask('fieldsForm', { uri: URI, at: 'letters/9' }), null);
    assert.equal(await ask('setField', { uri: URI, at: 'letters/9', field: 'date', answer: '2020' }), null);
  });

  it('asks for an item and adds it, on the version that is open', async () => {
    const fields = await ask<Field[]>('itemForm', { uri: URI, section: 'timeline' });
    assert.ok(fields.find(({ name }) => name === 'persons')?.choices?.some(({ value }) => value === 'a'));
    const answers = { title: 'Aankomst', date: '2015', persons: ['a'] };
    const { edit, id } = await ask<{ edit: WorkspaceEdit; id: string }>('addItem', {
      uri: URI,
      section: 'timeline',
      answers,
    });
    assert.match(applied(edit), new RegExp(`timeline:\n  - id: ${id}\n    date: 2015\n`));
    const wrong = await ask<{ field: string }>('addItem', {
      uri: URI,
      section: 'timeline',
      answers: { date: 'x' },
    });
    assert.equal(wrong.field, 'title');
  });

  it('sets the state of a letter', async () => {
    const { edit } = await ask<{ edit: WorkspaceEdit }>('setLetter', {
      uri: URI,
      id: 'b',
      status: 'signed',
      date: '2-11-2020',
    });
    assert.equal(
      applied(edit),
      TEXT.replace('planned # nog vragen', 'signed # nog vragen\n    date: 2020-11-02'),
    );
    assert.equal(await ask('moveItem', { uri: URI, id: 'b', by: 1 }), null);
  });

  it('gives the case with other names, and changes nothing', async () => {
    const { text, counts } = await ask<{ text: string; counts: { names: number } }>('pseudonymise', {
      uri: URI,
    });
    assert.equal(counts.names, 1);
    assert.ok(!text.includes('Ada'));
    await assert.rejects(ask('pseudonymise', {}), { code: -32602 });
  });

  it('refuses what it did not ask for', async () => {
    for (const [method, params] of [
      ['newCase', null],
      ['newCase', { template: 'hardship-nl', answers: { name: 3 } }],
      ['newCase', { template: 'x', answers: {} }],
      ['itemForm', { uri: URI }],
      ['addItem', { uri: URI, section: 'claim', answers: {} }],
      ['addItem', { uri: URI, section: '__proto__', answers: {} }],
      ['addItem', { uri: URI, section: 'timeline', answers: [] }],
      ['setLetter', { uri: URI, id: 'b', status: 'weg' }],
      ['moveItem', { uri: URI, id: 'b', by: 3 }],
      ['moveItem', { uri: URI, position: { line: -1, character: 0 }, by: 1 }],
      ['fieldsForm', { uri: URI }],
      ['fieldsForm', { uri: URI, position: { line: 'a' } }],
      ['setField', { uri: URI, at: 'claim' }],
      ['setField', { uri: URI, at: 'claim', field: 'lodged', answer: { x: 1 } }],
      ['addBelow', { uri: URI, at: 'procedures/0', field: 'remedies' }],
    ] as const)
      await assert.rejects(ask(method, params), { code: -32602 }, `${method} ${JSON.stringify(params)}`);
    assert.equal(await ask('itemForm', { uri: 'file:///x.txt', section: 'letters' }), null);
  });
});
