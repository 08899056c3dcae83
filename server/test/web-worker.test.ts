/** The bundle for web workers, as a browser loads it: a classic script that fetches its second half when it is needed. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import type { ExportAnswer } from '../src/lsp/features/papers.js';

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Only what a worker has: no `require`, no `process`. */
async function worker() {
  const folder = path.resolve('server/dist');
  const scripts = new Map<string, string>();
  for (const name of ['server-web.js', 'writers-web.js'])
    scripts.set(`https://editor.test/ext/dist/${name}`, await readFile(path.join(folder, name), 'utf8'));
  const loaded: string[] = [];
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const self: Record<string, unknown> = {
    location: { href: 'https://editor.test/ext/dist/server-web.js' },
    addEventListener: (_: string, listener: (event: { data: unknown }) => void) => listeners.push(listener),
    postMessage: (reply: Reply) => {
      if (reply.id !== undefined) waiting.get(reply.id)?.(structuredClone(reply));
    },
    importScripts: (address: string) => run(address),
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, MessageChannel, performance },
    ...{ TextEncoder, TextDecoder, URL, Blob, crypto, btoa, atob, console },
  };
  self.self = self;
  const context = vm.createContext(self);
  const run = (address: string) => {
    const script = scripts.get(address);
    assert.ok(script, address);
    loaded.push(address);
    vm.runInContext(script, context);
  };
  run('https://editor.test/ext/dist/server-web.js');
  const deliver = (data: object) => {
    for (const listener of listeners) listener({ data });
    (self.onmessage as ((event: { data: unknown }) => void) | undefined)?.({ data });
  };
  let count = 0;
  const ask = async <T>(method: string, params: object): Promise<T> => {
    const id = ++count;
    const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    deliver({ jsonrpc: '2.0', id, method, params });
    const { result, error } = await answered;
    assert.equal(error, undefined);
    return result as T;
  };
  const tell = (method: string, params: object) => deliver({ jsonrpc: '2.0', method, params });
  return { ask, tell, loaded };
}

describe('the server in a web worker', function () {
  this.timeout(30_000);

  it('exports Word files too, and loads what writes them only then', async () => {
    const { ask, tell, loaded } = await worker();
    await ask('initialize', { processId: null, rootUri: null, capabilities: {} });
    const uri = 'memfs:/voorbeeld.case.yaml';
    const text = await readFile('server/test/export/voorbeeld.case.yaml', 'utf8');
    tell('textDocument/didOpen', { textDocument: { uri, languageId: 'vangnet-case', version: 1, text } });
    const exported = (to: string) =>
      ask<ExportAnswer>('vangnet/export', { textDocument: { uri }, what: 'request', to });
    assert.match((await exported('html')).text ?? '', /sha256-/);
    assert.deepEqual(loaded, ['https://editor.test/ext/dist/server-web.js']);
    const { name, base64 = '' } = await exported('docx');
    assert.equal(name, 'voorbeeld-verzoek.docx');
    assert.equal(Buffer.from(base64, 'base64').subarray(0, 2).toString(), 'PK');
    await exported('ics');
    assert.deepEqual(loaded.slice(1), ['https://editor.test/ext/dist/writers-web.js']);
  });
});
