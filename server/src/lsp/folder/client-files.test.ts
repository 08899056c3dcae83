import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { FilesOfClient } from './client-files.js';

const CASE = 'memfs:/map/zaken/a.case.yaml';

describe('the files that a case names, where only the client can look', () => {
  const asked: string[] = [];
  const connection = {
    sendRequest: async (_method: string, { uris }: { uris: string[] }) => {
      asked.push(...uris);
      return uris.map(() => true);
    },
  } as unknown as Connection;
  const look = (path: string) =>
    new FilesOfClient(connection, () => undefined).look(CASE, ['memfs:/map'])?.stateOf(path);

  beforeEach(() => {
    asked.length = 0;
  });

  it('are outside where the path leads out, and the client is not even asked', async () => {
    for (const path of [
      '../../geheim.pdf',
      '..\\..\\geheim.pdf',
      'brieven/../../../geheim.pdf',
      '/etc/passwd',
      '\\\\server\\map\\x.pdf',
      '//server/map/x.pdf',
      'C:/x.pdf',
      'c:x.pdf',
      'file:///etc/passwd',
      'https://example.org/x.pdf',
      'memfs:/elders/x.pdf',
    ])
      assert.equal(look(path), path.startsWith('memfs:') ? undefined : 'outside', path);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(asked, []);
  });

  it('are asked for by an address in which nothing that looks encoded means anything', async () => {
    for (const path of ['../x.pdf', '%2e%2e/%2e%2e/x.pdf', 'a%2fb.pdf', 'a?b#c.pdf']) look(path);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(asked, [
      'memfs:/map/x.pdf',
      'memfs:/map/zaken/%252e%252e/%252e%252e/x.pdf',
      'memfs:/map/zaken/a%252fb.pdf',
      'memfs:/map/zaken/a%3Fb%23c.pdf',
    ]);
  });

  it('are unknown for what no file can be called', () => {
    for (const path of ['x\0y', 'a\nb', '\uD800.pdf'])
      assert.equal(look(path), undefined, JSON.stringify(path));
  });
});
