// @ts-check
/** Who is answered by the light editor, what it watches and how it searches. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startWebEditor } from '../web-editor/serve.mjs';
import { EditorClient } from './web-editor-client.mjs';

/** @type {string} */ let folder;
/** @type {string} */ let extension;
/** @type {import('../web-editor/serve.mjs').WebEditor} */ let editor;
/** @type {EditorClient} */ let client;

/**
 * @param {string} root
 * @param {Record<string, string>} files
 */
function putAll(root, files) {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  }
}

/** @param {import('./web-editor-client.mjs').Answer} answer */
const jsonOf = (answer) => JSON.parse(answer.body.toString('utf8'));

/**
 * @param {Record<string, string>} query
 * @returns {Promise<string[]>} such as `/a.yaml 3:5-3:9`
 */
async function found(query) {
  const { files } = jsonOf(await client.get('search', query));
  const spot = (/** @type {{ line: number, character: number }} */ { line, character }) =>
    `${line}:${character}`;
  return files.flatMap((/** @type {import('../web-editor/search.mjs').FileMatches} */ { file, matches }) =>
    matches.map(({ start, end }) => `${file} ${spot(start)}-${spot(end)}`),
  );
}

describe('light editor: requests', () => {
  beforeEach(async () => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vangnet-folder-')));
    extension = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vangnet-extension-')));
    const contributes = {
      grammars: [{ path: './syntaxes/case.json' }],
      walkthroughs: [{ markdown: 'docs/a.md' }],
    };
    putAll(extension, {
      'package.json': JSON.stringify({ name: 'x', contributes }),
      'package.nls.json': '{}',
      'package-lock.json': '{}',
      'client/dist/browser.js': '1',
      'client/src/browser.ts': '1',
      'syntaxes/case.json': '{}',
      'syntaxes/other.json': '{}',
      'docs/a.md': '![](img/a.png)',
      'docs/img/a.png': 'png',
      'docs/b.md': 'b',
      'node_modules/m/package.json': '{}',
      '.git/config': 'url',
    });
    editor = await startWebEditor({ folder, extension, port: 0, searchTimeLimit: 1500 });
    client = new EditorClient(editor.address);
  });

  afterEach(async () => {
    await editor.close();
    for (const made of [folder, extension]) fs.rmSync(made, { recursive: true, force: true });
  });

  it('gives the page under its link only', async () => {
    const page = await client.request(client.base);
    assert.equal(page.status, 200);
    assert.match(page.body.toString(), /workbench\.web\.main\.js/);
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.match(String(page.headers['content-security-policy']), /connect-src 'self' data: blob:;/);
    for (const wrong of ['/', '/x/', client.base.replace(/.\/$/, '/'), client.base.replace(/.\/$/, '!/')]) {
      assert.equal((await client.request(wrong)).status, 403);
      assert.equal((await client.request(`${wrong}folder/files`)).status, 403);
      assert.equal((await client.request(`${wrong}extension/vangnet/package.json`)).status, 403);
    }
  });

  it('explains an old link in the language of the browser', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'fr-FR,nl;q=0.8' };
    const old = await client.request('/dG9rZW4/', { headers });
    assert.equal(old.status, 403);
    assert.match(old.body.toString(), /<html lang="nl">[\s\S]*Deze link is oud/);
    assert.equal(jsonOf(await client.request('/dG9rZW4/folder/files')).code, 'OLDLINK');
  });

  it('answers no other host, which keeps DNS rebinding out', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${client.port}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${client.port}`,
      `x.localhost:${client.port}`,
      `x.localhost:${client.port}.localhost:${client.port}`,
    ]) {
      const headers = { host };
      assert.equal((await client.request(client.base, { headers })).status, 403, host);
      assert.equal((await client.request(`${client.base}folder/files`, { headers })).status, 403, host);
    }
    const alias = await client.request(client.base, { headers: { host: `localhost:${client.port}` } });
    assert.equal(alias.headers.location, editor.address);
  });

  it('lets only its own page change the folder', async () => {
    const query = { path: '/a.yaml', create: '1', overwrite: '1' };
    const { port } = client;
    for (const origin of [
      'https://evil.example',
      `http://x.localhost:${port}`,
      `http://localhost:${port}`,
      'null',
    ]) {
      assert.equal((await client.post('write', query, 'x', { origin })).status, 403, origin);
      const read = await client.request(`${client.base}folder/files`, { headers: { origin } });
      assert.equal(read.status, 403, origin);
      assert.equal(read.headers['access-control-allow-origin'], undefined);
    }
    assert.equal((await client.post('write', query, 'x', {})).status, 403, 'no origin');
    const site = { origin: client.origin, 'sec-fetch-site': 'same-site' };
    assert.equal((await client.post('write', query, 'x', site)).status, 403, 'another site');
    const byGet = `${client.base}folder/write?${new URLSearchParams(query)}`;
    const own = { headers: { origin: client.origin } };
    assert.equal((await client.request(byGet, own)).status, 403, 'by GET');
    assert.deepEqual(fs.readdirSync(folder), []);
    assert.equal((await client.post('write', query, 'x')).status, 200);
  });

  it('sends no type that the browser may guess at', async () => {
    for (const target of [client.base, '/_vs/1.91.1/out/vs/loader.js', '/', `${client.base}folder/files`]) {
      assert.equal((await client.request(target)).headers['x-content-type-options'], 'nosniff');
    }
  });

  it('gives of our extension what its manifest names, and nothing else', async () => {
    const status = async (/** @type {string} */ file) =>
      (await client.request(`${client.base}extension/vangnet/${file}`)).status;
    for (const file of [
      'package.json',
      'package.nls.json',
      'client/dist/browser.js',
      'syntaxes/case.json',
      'docs/a.md',
      'docs/img/a.png',
    ]) {
      assert.equal(await status(file), 200, file);
    }
    for (const file of [
      'package-lock.json',
      'client/src/browser.ts',
      'syntaxes/other.json',
      'docs/b.md',
      'node_modules/m/package.json',
      '.git/config',
      'client/dist',
    ]) {
      assert.equal(await status(file), 404, file);
    }
  });

  it('reports what other programs change, in new folders too', async () => {
    putAll(folder, { 'old.yaml': 'old', 'sub/deep/b.yaml': 'b' });
    await editor.close();
    editor = await startWebEditor({ folder, extension, port: 0 });
    client = new EditorClient(editor.address);
    await client.untilReported(
      ({ changed, deleted }) =>
        ['/sub/deep/b.yaml', '/new/c.yaml'].every((file) => changed.includes(file)) &&
        deleted.includes('/old.yaml'),
      () => {
        fs.rmSync(path.join(folder, 'old.yaml'));
        putAll(folder, { 'sub/deep/b.yaml': 'changed', 'new/c.yaml': 'c' });
      },
    );
  });

  it('reports its own saves without the temporary file', async () => {
    /** @type {string[]} */
    const all = [];
    await client.untilReported(
      ({ changed, deleted }) => {
        all.push(...changed, ...deleted);
        return changed.includes('/a.yaml');
      },
      () => void client.save('/a.yaml', 'a'),
    );
    assert.deepEqual([...new Set(all)], ['/a.yaml']);
  });

  describe('search', () => {
    beforeEach(() => {
      putAll(folder, {
        'a.yaml': '\uFEFFArts: één arts\r\nartsen: x.y\r\n',
        'b.bin': 'arts\0',
        'node_modules/c.yaml': 'arts',
      });
    });

    it('finds text, words and regular expressions where the editor counts them', async () => {
      assert.deepEqual(await found({ pattern: 'arts' }), [
        '/a.yaml 0:0-0:4',
        '/a.yaml 0:10-0:14',
        '/a.yaml 1:0-1:4',
      ]);
      assert.deepEqual(await found({ pattern: 'arts', word: '1', caseSensitive: '1' }), [
        '/a.yaml 0:10-0:14',
      ]);
      assert.deepEqual(await found({ pattern: 'x.y' }), ['/a.yaml 1:8-1:11']);
      assert.deepEqual(await found({ pattern: 'é+n\\b', regExp: '1' }), ['/a.yaml 0:6-0:9']);
      assert.deepEqual(await found({ pattern: 'arts$\\nart', regExp: '1', multiline: '1' }), [
        '/a.yaml 0:10-1:3',
      ]);
      assert.deepEqual(await found({ pattern: '\\-|y$', regExp: '1' }), ['/a.yaml 1:10-1:11']);
    });

    it('shows a long line around what it found', async () => {
      putAll(folder, { 'long.yaml': `${'x'.repeat(5000)}needle${'y'.repeat(5000)}` });
      const [{ matches }] = jsonOf(await client.get('search', { pattern: 'needle' })).files;
      const [{ start, preview, previewStart, previewEnd }] = matches;
      assert.equal(start.character, 5000);
      assert.equal(preview.slice(previewStart, previewEnd), 'needle');
      assert.ok(preview.length < 1000);
    });

    it('stops at the number of matches that was asked for', async () => {
      const result = jsonOf(await client.get('search', { pattern: 'arts', maximum: '2' }));
      assert.equal(result.files[0].matches.length, 2);
      assert.equal(result.limitHit, true);
    });

    it('says that a regular expression is not one', async () => {
      assert.equal((await client.get('search', { pattern: '(', regExp: '1' })).status, 400);
    });

    it('ends a regular expression that would run for ever, and answers meanwhile', async () => {
      putAll(folder, { 'evil.yaml': `${'a'.repeat(60)}!` });
      const started = Date.now();
      const search = client.get('search', { pattern: '^(a+)+$', regExp: '1' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const asked = Date.now();
      assert.equal((await client.get('files')).status, 200);
      assert.ok(Date.now() - asked < 500, 'the server is free while the search runs');
      assert.equal(jsonOf(await search).timedOut, true);
      assert.ok(Date.now() - started > 1400, 'the expression did run away');
      assert.ok(Date.now() - started < 6000, 'and was ended in time');
    }).timeout(10_000);
  });
});
