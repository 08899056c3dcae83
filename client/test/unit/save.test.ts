import assert from 'node:assert/strict';
import type { FileSystem, Uri } from 'vscode';
import { save } from '../../src/save.js';

const [FILE, FOLDER, LINK] = [1, 2, 65];

/** A disk with room for so many bytes. */
class Disk {
  readonly files = new Map<string, { type: number; text: string }>();
  /** What somebody else does just before a rename. */
  meanwhile: () => void = () => undefined;

  constructor(private room = 1000) {}

  readonly fs = {
    stat: async ({ path }: Uri) => this.files.get(path) ?? this.fail(),
    writeFile: async ({ path }: Uri, content: Uint8Array) => {
      const type = this.files.get(path)?.type ?? FILE;
      if (type === FOLDER) this.fail();
      this.files.set(path, { type, text: Buffer.from(content.slice(0, this.room)).toString() });
      if (content.length > this.room) this.fail();
    },
    rename: async (from: Uri, to: Uri, options?: { overwrite?: boolean }) => {
      this.meanwhile();
      if (this.files.has(to.path) && !options?.overwrite) this.fail();
      this.files.set(to.path, this.files.get(from.path) ?? this.fail());
      this.files.delete(from.path);
    },
    delete: async ({ path }: Uri) => {
      this.files.delete(path);
    },
  } as unknown as FileSystem;

  put(name: string, text: string, type = FILE): void {
    this.files.set(name, { type, text });
  }

  get texts(): Record<string, string> {
    return Object.fromEntries([...this.files].map(([name, { text }]) => [name, text]));
  }

  private fail(): never {
    throw new Error('the disk says no');
  }
}

const at = (path: string): Uri => ({ path, with: (change: { path: string }) => at(change.path) }) as Uri;
const bytes = new TextEncoder().encode('nieuw stuk');

describe('what the extension makes', () => {
  it('comes whole, and leaves no draft', async () => {
    const disk = new Disk();
    assert.equal(await save(disk.fs, at('/m/x.md'), bytes, false), 'saved');
    assert.deepEqual(disk.texts, { '/m/x.md': 'nieuw stuk' });
    assert.equal(await save(disk.fs, at('/m/x.md'), bytes.slice(0, 5), true), 'saved');
    assert.deepEqual(disk.texts, { '/m/x.md': 'nieuw' });
  });

  it('leaves what was there where the disk is full', async () => {
    const disk = new Disk(4);
    disk.put('/m/x.md', 'oud');
    assert.equal(await save(disk.fs, at('/m/x.md'), bytes, true), 'failed');
    assert.equal(await save(disk.fs, at('/m/y.md'), bytes, false), 'failed');
    assert.deepEqual(disk.texts, { '/m/x.md': 'oud' });
  });

  it('replaces nothing that the person did not see', async () => {
    const disk = new Disk();
    disk.put('/m/x.md', 'van iemand');
    assert.equal(await save(disk.fs, at('/m/x.md'), bytes, false), 'failed');
    disk.meanwhile = () => disk.put('/m/y.md', 'net gekomen');
    assert.equal(await save(disk.fs, at('/m/y.md'), bytes, false), 'failed');
    assert.deepEqual(disk.texts, { '/m/x.md': 'van iemand', '/m/y.md': 'net gekomen' });
  });

  it('never takes the place of a folder, writes through links, and spares every case', async () => {
    const disk = new Disk();
    disk.put('/m/map', '', FOLDER);
    disk.put('/m/link', 'oud', LINK);
    assert.equal(await save(disk.fs, at('/m/map'), bytes, true), 'failed');
    assert.equal(await save(disk.fs, at('/m/link'), bytes, true), 'saved');
    assert.equal(disk.files.get('/m/link')?.type, LINK);
    for (const name of ['/m/a.case.yaml', '/m/A.ZAAK.YML'])
      assert.equal(await save(disk.fs, at(name), bytes, true), 'isCase');
    assert.deepEqual(Object.keys(disk.texts).sort(), ['/m/link', '/m/map']);
  });
});
