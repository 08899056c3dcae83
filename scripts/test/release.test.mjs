// @ts-check
/** What a release holds, and what stops it. The tests that it runs itself are not run again here. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble, checkedVersion, notesOf } from '../release.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));
const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

describe('a release', function () {
  this.timeout(120_000);
  /** @type {string} */ let folder;
  before(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'vangnet-release-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('holds both packages, what they are made of, the notes, and sums that fit', async () => {
    await assemble(version, folder);
    const files = fs.readdirSync(folder).sort();
    assert.deepEqual(files, [
      'NOTES.md',
      'SHA256SUMS',
      `vangnet-${version}.cdx.json`,
      `vangnet-${version}.tgz`,
      `vangnet-vscode-${version}.vsix`,
    ]);
    const sums = fs.readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    assert.equal(sums.length, files.length - 1);
    for (const line of sums) {
      const [sum = '', file = ''] = line.split('  ');
      const real = createHash('sha256')
        .update(fs.readFileSync(path.join(folder, file)))
        .digest('hex');
      assert.equal(sum, real, file);
    }
    const { bomFormat, components } = JSON.parse(
      fs.readFileSync(path.join(folder, `vangnet-${version}.cdx.json`), 'utf8'),
    );
    assert.equal(bomFormat, 'CycloneDX');
    /** Of the version that is shipped, where there are several. @param {string} name */
    const shippedIn = (name) => {
      const own = components.filter((/** @type {{ name: string }} */ one) => one.name === name);
      const { scope, properties = [] } =
        own.find((/** @type {{ scope: string }} */ one) => one.scope === 'required') ?? own[0];
      const product = properties.find(
        (/** @type {{ name: string }} */ one) => one.name === 'vangnet:shipped-in',
      );
      return product ? `${scope}: ${product.value}` : scope;
    };
    assert.equal(shippedIn('yaml'), 'required: extension, npm');
    assert.equal(shippedIn('commander'), 'required: npm');
    assert.equal(shippedIn('vscode-languageclient'), 'required: extension');
    assert.equal(shippedIn('mocha'), 'excluded');
  });

  it('is the same, byte for byte, when it is made again, in another time zone and with files for one alone', async () => {
    const again = fs.mkdtempSync(path.join(tmpdir(), 'vangnet-release-'));
    const open = ['LICENSE', 'client/media/activity.svg', 'server/dist/cli.cjs', 'server/README.md'];
    const modes = new Map(open.map((file) => [path.join(ROOT, file), 0]));
    for (const file of modes.keys()) modes.set(file, fs.statSync(file).mode);
    const zone = process.env.TZ;
    try {
      for (const file of modes.keys()) fs.chmodSync(file, 0o600);
      process.env.TZ = 'Pacific/Auckland';
      await assemble(version, again);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
      for (const [file, mode] of modes) fs.chmodSync(file, mode);
    }
    const sums = (/** @type {string} */ of) => fs.readFileSync(path.join(of, 'SHA256SUMS'), 'utf8');
    assert.equal(sums(again), sums(folder));
    fs.rmSync(again, { recursive: true, force: true });
  });

  it('is stopped by another version than the one that was asked for', () => {
    assert.throws(() => checkedVersion({ version: 'v99.0.0', allowDirty: true }), /not v99\.0\.0/);
    assert.equal(checkedVersion({ version: `v${version}`, allowDirty: true }), version);
  });

  it('takes its notes from the changelog', () => {
    assert.match(notesOf(version) ?? '', /^## /);
    assert.equal(notesOf('99.0.0'), undefined);
  });

  it('tells how it is used, and refuses what it does not know', () => {
    const run = (/** @type {string} */ arg) =>
      spawnSync(process.execPath, [path.join(ROOT, 'scripts/release.mjs'), arg], { encoding: 'utf8' });
    assert.match(run('--help').stdout, /--skip-tests/);
    assert.equal(run('--publish').status, 2);
  });
});
