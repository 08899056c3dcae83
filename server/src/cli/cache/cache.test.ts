import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileState } from '../../core/files.js';
import type { Done, Task } from '../run/analyse-text.js';
import { ResultCache } from './cache.js';

const TEXT = 'persons:\n  - name: Sem’on Yakoub\n';

function task(change: Partial<Task> = {}): Task {
  const own = { path: 'zaken/semon.case.yaml', text: TEXT, settings: { rules: {} }, today: 20_000 };
  return { ...own, fixes: 'none', fix: false, ...change };
}

function done(words: string, asked: Done['asked'] = {}): Done {
  const message = { key: 'x.y', args: { name: words } };
  const finding = { rule: 'x', severity: 'error', start: 0, end: 1, message } as const;
  return { result: { findings: [finding], suppressed: [] }, asked };
}

const filesAre = (state: FileState | undefined) => () => ({ stateOf: () => state });
const noFiles = () => assert.fail('no file is named');

describe('the cache', () => {
  let top = '';
  let folder = '';
  beforeEach(async () => {
    top = await mkdtemp(path.join(tmpdir(), 'vangnet-cache-'));
    folder = path.join(top, 'cache');
  });
  afterEach(() => rm(top, { recursive: true, force: true }));

  const open = ({ today = 20_000, build = 'this' } = {}) => new ResultCache(folder, top, today, build);
  const keep = (pairs: readonly (readonly [Task, Done])[], cache = open()) => {
    for (const [asked, found] of pairs) cache.put(asked, found);
    cache.close();
  };
  const get = (asked: Task, cache = open()) => {
    const found = cache.get(asked, noFiles);
    cache.close();
    return found;
  };
  const segments = async () => (await readdir(folder)).filter((name) => name.endsWith('.vangnet'));

  it('gives back what was kept, and nothing else', () => {
    keep([[task(), done('a')]]);
    assert.deepEqual(get(task()), done('a'));
    assert.equal(get(task({ path: 'zaken/ander.case.yaml' })), undefined);
  });

  it('knows nothing of another text, setting, depth, build or day', () => {
    keep([[task(), done('a')]]);
    assert.equal(get(task({ text: `${TEXT} ` })), undefined);
    assert.equal(get(task({ settings: { rules: { x: { severity: 'off' } } } })), undefined);
    assert.equal(get(task({ fixes: 'named' })), undefined);
    assert.equal(get(task({ fixes: 'whole' })), undefined);
    assert.equal(get(task(), open({ build: 'that' })), undefined);
    assert.deepEqual(get(task()), done('a'), 'and keeps what it knew');
    assert.equal(get(task(), open({ today: 20_001 })), undefined);
  });

  it('is of no use where a file that the case names came or went', () => {
    const kept = done('a', { 'brief.pdf': 'missing', 'x.pdf': 'missing' });
    keep([[task(), kept]]);
    const cache = open();
    assert.deepEqual(cache.get(task(), filesAre('missing')), kept);
    assert.equal(cache.get(task(), filesAre('there')), undefined);
    assert.equal(cache.get(task(), filesAre(undefined)), undefined);
    cache.close();
  });

  it('takes the newer of two, and finds the older again when a change is taken back', async () => {
    keep([[task(), done('old')]]);
    const [first] = await segments();
    await utimes(path.join(folder, first as string), new Date(1000), new Date(1000));
    keep([[task({ text: 'other' }), done('new')]]);
    assert.deepEqual(get(task({ text: 'other' })), done('new'));
    assert.deepEqual(get(task()), done('old'));
  });

  it('holds nothing of the case that can be read, nor its name, and is its owner’s alone', async () => {
    keep([[task(), done('Sem’on Yakoub')]]);
    for (const name of await readdir(folder)) {
      const bytes = (await readFile(path.join(folder, name))).toString('latin1');
      for (const word of ['Sem', 'Yakoub', 'semon', 'zaken']) assert.ok(!bytes.includes(word), word);
      if (process.platform !== 'win32')
        assert.equal((await stat(path.join(folder, name))).mode & 0o077, 0, name);
    }
    if (process.platform !== 'win32') assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.equal(await readFile(path.join(folder, '.gitignore'), 'utf8'), '*\n');
  });

  it('is built anew where it is damaged, wherever that is', async () => {
    keep([[task(), done('a')]]);
    const [name] = await segments();
    const file = path.join(folder, name as string);
    const whole = await readFile(file);
    const damages = [Buffer.alloc(0), whole.subarray(0, 40), Buffer.from('geen cache'), whole.subarray(1)];
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] as number) ^ 0xff;
      damages.push(bytes);
    }
    for (const bytes of damages) {
      await writeFile(file, bytes);
      const found = get(task());
      assert.ok(found === undefined || JSON.stringify(found) === JSON.stringify(done('a')));
      keep([[task(), done('b')]]);
      assert.deepEqual(get(task()), done('b'));
      for (const other of await segments()) await rm(path.join(folder, other));
    }
  });

  it('serves runs side by side', () => {
    const [one, two] = [open(), open()];
    one.put(task({ path: 'a' }), done('a'));
    two.put(task({ path: 'b' }), done('b'));
    assert.equal(open().get(task({ path: 'a' }), noFiles), undefined, 'nothing of a run that has not ended');
    one.close();
    two.close();
    assert.deepEqual(get(task({ path: 'a' })), done('a'));
    assert.deepEqual(get(task({ path: 'b' })), done('b'));
  });

  it('stays a few files, and loses nothing by that', async () => {
    for (let run = 0; run < 30; run++) keep([[task({ path: `zaak-${run}` }), done(String(run))]]);
    assert.ok((await segments()).length <= 9, String((await segments()).length));
    for (let run = 0; run < 30; run++)
      assert.deepEqual(get(task({ path: `zaak-${run}` })), done(String(run)));
  });

  it('throws away what is of another day, and what a run that was killed left long ago', async () => {
    keep([[task(), done('a')]]);
    await writeFile(path.join(folder, 'new-1.tmp'), '');
    await writeFile(path.join(folder, 'new-2.tmp'), '');
    await utimes(path.join(folder, 'new-1.tmp'), new Date(0), new Date(0));
    await writeFile(path.join(folder, 'van-iemand-anders.txt'), '');
    open({ today: 20_001 }).close();
    assert.deepEqual((await readdir(folder)).sort(), [
      '.gitignore',
      'CACHEDIR.TAG',
      'new-2.tmp',
      'van-iemand-anders.txt',
    ]);
  });
});
