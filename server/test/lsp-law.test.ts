/** The state of the law and the pages of the documentation, over the protocol. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OWN_LAW } from '../src/generated/law.js';
import { writeLaw } from '../src/knowledge/law-file.js';
import type { LawFile } from '../src/knowledge/law-in-use.js';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';

const URI = 'file:///law.case.yaml';
const CASE = dutchCase('claim:\n  id: v\n  kind: deferral\n  grounds: [nl.vw.14]\n');

/** A newer state of the law, in which art. 14 lapsed. */
function newer(): string {
  const own = JSON.parse(writeLaw()) as LawFile;
  const sources = own.data.sources.map((source) =>
    source.id === 'nl.vw.14' ? { ...source, inForce: { from: '2001-04-01', to: '2020-01-01' } } : source,
  );
  const next = { ...own, version: OWN_LAW.version + 1, data: { ...own.data, sources } };
  const sha256 = createHash('sha256')
    .update(JSON.stringify([next.version, next.date, next.data]))
    .digest('hex');
  return JSON.stringify({ ...next, sha256 });
}

describe('the law and the documentation over the protocol', function () {
  this.timeout(20_000);
  let client: TestClient;
  const ask = <T>(method: string, params?: object) =>
    params === undefined
      ? client.connection.sendRequest<T>(`vangnet/${method}`)
      : client.connection.sendRequest<T>(`vangnet/${method}`, params);
  const found = async () => (await client.pull(URI)).items.map(({ code }) => code);

  beforeEach(async () => {
    client = await TestClient.start(PULLING, { language: 'nl' });
    await client.open(URI, CASE);
  });
  afterEach(() => client.stop());

  it('checks again by newer data, and by its own when those are gone', async () => {
    assert.deepEqual(await ask('law'), { ...OWN_LAW, origin: 'own' });
    assert.ok(!(await found()).includes('ground-not-in-force'));
    const answer = await ask('useLaw', { text: newer() });
    assert.deepEqual(answer, { ...OWN_LAW, version: OWN_LAW.version + 1, origin: 'file' });
    assert.ok((await found()).includes('ground-not-in-force'));
    await ask('useLaw', { text: null });
    assert.ok(!(await found()).includes('ground-not-in-force'));
  });

  it('keeps what it has where the data can’t be used, and says why', async () => {
    const damaged = await ask<{ refused: string }>('useLaw', {
      text: newer().replace('2020-01-01', '2021-01-01'),
    });
    assert.match(damaged.refused, /controlegetal/);
    assert.deepEqual(await ask('law'), { ...OWN_LAW, origin: 'own' });
    await assert.rejects(ask('useLaw', { text: 1 }));
  });

  it('begins with the data that its command line names', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vangnet-lsp-law-'));
    const file = path.join(folder, 'newer.json');
    await writeFile(file, newer());
    const other = await TestClient.start(PULLING, {}, undefined, ['--law', file]);
    try {
      assert.deepEqual(await other.connection.sendRequest('vangnet/law'), {
        ...OWN_LAW,
        version: OWN_LAW.version + 1,
        origin: 'file',
      });
    } finally {
      await other.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('serves the pages and tells which one explains a place', async () => {
    assert.match(await ask('helpPage', { page: 'field/claim.kind', language: 'de' }), /Rechtsberatung/);
    assert.equal(await ask('helpPage', { page: 'nowhere' }), null);
    const line = CASE.split('\n').findIndex((text) => text.includes('grounds:'));
    const position = { line, character: 4 };
    assert.deepEqual(await ask('helpPageAt', { uri: URI, position }), {
      page: 'field/claim.grounds',
      language: 'nl',
    });
    assert.equal(await ask('helpPageAt', { uri: 'file:///other.case.yaml', position }), null);
    await assert.rejects(ask('helpPageAt', { uri: URI, position: { line: -1, character: 0 } }));
  });
});
