// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { writeAtomically } from '../web-editor/atomic-write.mjs';
import { isInside, openFile, segmentsOf, withPlace } from '../web-editor/confine.mjs';
import { defaultPort, startWebEditor } from '../web-editor/serve.mjs';
import { EditorClient } from './web-editor-client.mjs';

const secret = 'what lies outside the folder';

/** @type {string} */ let top;
/** @type {string} */ let folder;
/** @type {import('../web-editor/serve.mjs').WebEditor} */ let editor;
/** @type {EditorClient} */ let client;

/** @param {string} name */
const onDisk = (name) => fs.readFileSync(path.join(folder, name));

/**
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function put(name, content) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

function leftovers() {
  return fs.readdirSync(folder).filter((name) => name.startsWith('.vangnet-'));
}

/** @param {import('./web-editor-client.mjs').Answer} answer */
const jsonOf = (answer) => JSON.parse(answer.body.toString('utf8'));

describe('light editor', () => {
  beforeEach(async () => {
    top = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vangnet-editor-')));
    folder = path.join(top, 'cases');
    fs.mkdirSync(folder);
    fs.mkdirSync(path.join(top, 'cases-beside'));
    fs.writeFileSync(path.join(top, 'cases-beside', 'secret.txt'), secret);
    editor = await startWebEditor({ folder, port: 0, searchTimeLimit: 1500 });
    client = new EditorClient(editor.address);
  });

  afterEach(async () => {
    await editor.close();
    fs.rmSync(top, { recursive: true, force: true });
  });

  describe('files', () => {
    it('reads and writes the same bytes, CRLF and byte-order mark included', async () => {
      const bytes = Buffer.from('\uFEFFcase:\r\n  title: "Één"\r\n\0\xFF\r', 'latin1');
      put('a.case.yaml', bytes);
      assert.deepEqual((await client.get('read', { path: '/a.case.yaml' })).body, bytes);
      const changed = Buffer.concat([bytes, Buffer.from('more: ✓\r\n')]);
      assert.equal((await client.save('/a.case.yaml', changed)).status, 200);
      assert.deepEqual(onDisk('a.case.yaml'), changed);
    });

    it('makes, lists, renames and deletes', async () => {
      await client.post('make-directory', { path: '/new' });
      await client.save('/new/b #%é.yaml', 'b');
      assert.deepEqual(jsonOf(await client.get('list', { path: '/' })), [['new', 2]]);
      const moved = await client.post('rename', { path: '/new/b #%é.yaml', to: '/c.yaml', overwrite: '0' });
      assert.equal(moved.status, 200);
      assert.equal(onDisk('c.yaml').toString(), 'b');
      assert.equal((await client.post('delete', { path: '/new', recursive: '0' })).status, 200);
      assert.deepEqual(jsonOf(await client.get('files')), ['/c.yaml']);
      assert.equal(jsonOf(await client.get('stat', { path: '/c.yaml' })).size, 1);
      assert.equal((await client.get('stat', { path: '/new' })).status, 404);
    });

    it('does not overwrite, make or delete what it was not asked to', async () => {
      put('a.yaml', 'old');
      put('full/b.yaml', 'b');
      const post = async (/** @type {string} */ operation, /** @type {Record<string, string>} */ query) =>
        jsonOf(await client.post(operation, query, 'new')).code;
      assert.equal(await post('write', { path: '/a.yaml', create: '1', overwrite: '0' }), 'EEXIST');
      assert.equal(await post('write', { path: '/none.yaml', create: '0', overwrite: '1' }), 'ENOENT');
      assert.equal(await post('write', { path: '/full', create: '1', overwrite: '1' }), 'EISDIR');
      assert.equal(await post('rename', { path: '/full/b.yaml', to: '/a.yaml', overwrite: '0' }), 'EEXIST');
      assert.equal(await post('delete', { path: '/full', recursive: '0' }), 'ENOTEMPTY');
      assert.equal(await post('delete', { path: '/', recursive: '1' }), 'EACCES');
      assert.equal(onDisk('a.yaml').toString(), 'old');
      assert.equal(onDisk('full/b.yaml').toString(), 'b');
    });

    it('keeps the mode of a file and leaves no temporary file', async function () {
      if (process.platform === 'win32') this.skip();
      put('a.yaml', 'old');
      fs.chmodSync(path.join(folder, 'a.yaml'), 0o640);
      await client.save('/a.yaml', 'new');
      assert.equal(fs.statSync(path.join(folder, 'a.yaml')).mode & 0o7777, 0o640);
      assert.deepEqual(leftovers(), []);
    });

    it('keeps the old content when a save breaks off', async () => {
      put('a.yaml', 'old');
      await client.saveHalf('/a.yaml');
      await client.saveHalf('/new.yaml');
      assert.equal((await client.get('list', { path: '/' })).status, 200);
      assert.equal(onDisk('a.yaml').toString(), 'old');
      assert.deepEqual(fs.readdirSync(folder), ['a.yaml']);
    });

    it('keeps the old content when the disk takes no more', function () {
      // A limit on the size of files stands in for a full disk; only a POSIX shell can set one.
      if (process.platform === 'win32') this.skip();
      put('a.yaml', 'old');
      const module = new URL('../web-editor/folder.mjs', import.meta.url);
      const script = `import { Folder } from ${JSON.stringify(module.href)};
        process.on('SIGXFSZ', () => {});
        const options = { create: true, overwrite: true };
        await new Folder(process.argv[1]).write('/a.yaml', Buffer.alloc(4_000_000, 'n'), options)
          .then(() => console.log('written'), (error) => console.log(error.code));`;
      const limited = [
        '-c',
        'ulimit -f 100; exec "$@"',
        'sh',
        process.execPath,
        '--input-type=module',
        '-e',
        script,
      ];
      const { stdout } = spawnSync('sh', [...limited, folder], { encoding: 'utf8' });
      assert.equal(stdout.trim(), 'EFBIG');
      assert.equal(onDisk('a.yaml').toString(), 'old');
      assert.deepEqual(leftovers(), []);
    });

    it('refuses a body that is too large, announced or not', async () => {
      put('a.yaml', 'old');
      const tooLarge = { origin: client.origin, 'content-length': 65 * 1024 * 1024 };
      const query = new URLSearchParams({ path: '/a.yaml', overwrite: '1' });
      const announced = await new Promise((resolve, reject) => {
        const target = { host: '127.0.0.1', port: client.port, path: `${client.base}folder/write?${query}` };
        const request = http.request({ ...target, method: 'POST', headers: tooLarge }, (response) => {
          resolve(response.statusCode);
          request.destroy();
        });
        request.on('error', reject);
        request.flushHeaders();
      });
      assert.equal(announced, 413);
      const headers = { origin: client.origin, 'transfer-encoding': 'chunked' };
      const sent = client.post(
        'write',
        { path: '/a.yaml', overwrite: '1' },
        Buffer.alloc(65 * 1024 * 1024),
        headers,
      );
      // The answer may be lost when the connection closes under what is still being sent.
      assert.equal(await sent.then(({ status }) => status).catch(() => 413), 413);
      assert.equal(onDisk('a.yaml').toString(), 'old');
    });
  });

  describe('stays in its folder', () => {
    const waysOut = [
      '/../cases-beside/secret.txt',
      '/x/../../cases-beside/secret.txt',
      '/..',
      '/.',
      '..',
      '',
    ];

    for (const wayOut of [...waysOut, '/a\0b']) {
      it(`refuses ${JSON.stringify(wayOut)}`, async () => {
        put('x/a.yaml', 'a');
        for (const operation of ['read', 'stat', 'list']) {
          const { status } = await client.get(operation, { path: wayOut });
          assert.ok(status === 403 || status === 400, `${operation}: ${status}`);
        }
        for (const operation of ['write', 'make-directory', 'delete']) {
          const query = { path: wayOut, create: '1', overwrite: '1', recursive: '1' };
          const { status } = await client.post(operation, query);
          assert.ok(status === 403 || status === 400, `${operation}: ${status}`);
        }
        const away = await client.post('rename', { path: '/x/a.yaml', to: wayOut, overwrite: '1' });
        assert.ok(away.status === 403 || away.status === 400, `rename: ${away.status}`);
        assert.equal(onDisk('x/a.yaml').toString(), 'a');
      });
    }

    it('takes an absolute path for one below the folder', async () => {
      assert.equal(
        (await client.get('read', { path: path.join(top, 'cases-beside', 'secret.txt') })).status,
        404,
      );
    });

    it('refuses a path that is encoded twice or sits in the address', async () => {
      const above = '%2e%2e%2fcases-beside%2fsecret.txt';
      for (const target of [
        `${client.base}folder/read?path=%2F${above}`,
        `${client.base}folder/read?path=%252F${above}`,
        `${client.base}extension/vangnet/${above}`,
        `${client.base}extension/vangnet/../../../../etc/passwd`,
        `/_vs/1.91.1/../../package.json`,
        `/_vs/1.91.1/${'..%2f'.repeat(4)}package.json`,
      ]) {
        const answer = await client.request(target);
        assert.ok([400, 403, 404].includes(answer.status), `${target}: ${answer.status}`);
        assert.ok(!answer.body.includes(secret));
      }
    });

    it('refuses links that lead out of the folder, and follows those that do not', async function () {
      if (process.platform === 'win32') this.skip();
      put('real.yaml', 'inside');
      fs.symlinkSync('../cases-beside', path.join(folder, 'out'));
      fs.symlinkSync('../cases-beside/secret.txt', path.join(folder, 'out.txt'));
      fs.symlinkSync('../cases-beside/new.txt', path.join(folder, 'dangling.txt'));
      fs.symlinkSync('real.yaml', path.join(folder, 'link.yaml'));
      for (const target of ['/out/secret.txt', '/out.txt']) {
        assert.equal((await client.get('read', { path: target })).status, 403);
        assert.equal((await client.save(target, 'x')).status, 403);
      }
      assert.equal((await client.save('/out/new.txt', 'x')).status, 403);
      assert.notEqual((await client.save('/dangling.txt', 'x')).status, 200);
      assert.equal(
        (await client.post('rename', { path: '/real.yaml', to: '/out/r', overwrite: '1' })).status,
        403,
      );
      assert.equal((await client.get('list', { path: '/out' })).status, 403);
      assert.deepEqual(fs.readdirSync(path.join(top, 'cases-beside')), ['secret.txt']);
      assert.equal((await client.save('/link.yaml', 'changed')).status, 200);
      assert.equal(onDisk('real.yaml').toString(), 'changed');
      assert.ok(fs.lstatSync(path.join(folder, 'link.yaml')).isSymbolicLink());
      assert.equal(jsonOf(await client.get('stat', { path: '/link.yaml' })).type, 1 | 64);
      assert.equal((await client.post('delete', { path: '/out', recursive: '1' })).status, 200);
      assert.equal(fs.readFileSync(path.join(top, 'cases-beside', 'secret.txt'), 'utf8'), secret);
    });

    it('holds when a folder is swapped for a link after it was checked', async function () {
      // Elsewhere Node has no way to hold a folder: see confine.mjs.
      if (process.platform !== 'linux') this.skip();
      put('d/secret.txt', 'inside');
      await withPlace(folder, '/d/secret.txt', { follow: true }, async (place) => {
        fs.renameSync(path.join(folder, 'd'), path.join(folder, 'aside'));
        fs.symlinkSync('../cases-beside', path.join(folder, 'd'));
        const handle = await openFile(folder, place);
        assert.equal(await handle.readFile('utf8'), 'inside');
        await handle.close();
        await writeAtomically(place, Buffer.from('changed'), undefined);
      });
      assert.equal(onDisk('aside/secret.txt').toString(), 'changed');
      assert.equal(fs.readFileSync(path.join(top, 'cases-beside', 'secret.txt'), 'utf8'), secret);
    });

    it('does not open a file that was swapped for a link after it was checked', async function () {
      if (process.platform === 'win32') this.skip();
      put('a.yaml', 'inside');
      await withPlace(folder, '/a.yaml', { follow: true }, async (place) => {
        fs.rmSync(path.join(folder, 'a.yaml'));
        fs.symlinkSync('../cases-beside/secret.txt', path.join(folder, 'a.yaml'));
        await assert.rejects(openFile(folder, place), { code: 'ELOOP' });
      });
    });

    it('does not wait for a named pipe', async function () {
      if (process.platform === 'win32') this.skip();
      assert.equal(spawnSync('mkfifo', [path.join(folder, 'pipe')]).status, 0);
      assert.equal((await client.get('read', { path: '/pipe' })).status, 403);
    });

    it('knows what a path may not hold on Windows', () => {
      for (const wayOut of ['/a\\..\\b', '/C:', '/a.yaml:stream', '/NUL', '/sub/con.txt']) {
        assert.throws(() => segmentsOf(wayOut, 'win32'), { code: 'EACCES' });
      }
      assert.deepEqual(segmentsOf('/sub//console.yaml', 'win32'), ['sub', 'console.yaml']);
      assert.ok(!isInside(folder, `${folder}-beside`));
    });
  });

  describe('port', () => {
    it('takes the next free one after its own, and no other than the one asked for', async () => {
      const first = await startWebEditor({ folder });
      try {
        const second = await startWebEditor({ folder });
        await second.close();
        assert.ok(first.port >= defaultPort);
        assert.ok(second.port > first.port);
        await assert.rejects(startWebEditor({ folder, port: first.port }), { code: 'EADDRINUSE' });
      } finally {
        await first.close();
      }
    });
  });
});
