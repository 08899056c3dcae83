import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOfRun } from '../cli/case-files.js';
import { CaseFiles } from './case-files.js';
import { filesInWorkspace } from './workspace.js';

const onWindows = process.platform === 'win32';

describe('the files that a case names', () => {
  let top = '';
  let workspace = '';
  const file = async (...parts: string[]) => {
    const name = path.join(top, ...parts);
    await mkdir(path.dirname(name), { recursive: true });
    await writeFile(name, '');
  };
  /** As a case in `zaken` of the workspace names it. */
  const state = (given: string) =>
    new CaseFiles().from(path.join(workspace, 'zaken'), [workspace]).stateOf(given);

  beforeEach(async () => {
    top = await realpath(await mkdtemp(path.join(tmpdir(), 'vangnet-disk-')));
    workspace = path.join(top, 'map');
    await file('map', 'zaken', 'brieven', 'school.pdf');
    await file('map', 'stukken', 'besluit.pdf');
    await file('elders', 'geheim.pdf');
  });
  afterEach(() => rm(top, { recursive: true, force: true }));

  it('are there or missing, counted from the case; a folder is no file', () => {
    assert.equal(state('brieven/school.pdf'), 'there');
    assert.equal(state('./brieven/../brieven/school.pdf'), 'there');
    assert.equal(state('../stukken/besluit.pdf'), 'there');
    assert.equal(state('brieven\\school.pdf'), 'there');
    assert.equal(state('brieven/schol.pdf'), 'missing');
    assert.equal(state('nergens/x.pdf'), 'missing');
    assert.equal(state('brieven/school.pdf/x'), 'missing');
    for (const folder of ['brieven', 'brieven/', '.', '..']) assert.equal(state(folder), 'missing', folder);
    for (const odd of ['x\0y', 'a'.repeat(5000), '..x.pdf', '...']) assert.equal(state(odd), 'missing', odd);
  });

  it('are outside where the path leads out, whether or not there is something', () => {
    const ways = [
      '../..',
      '../../elders/geheim.pdf',
      '../../niets.pdf',
      '..\\..\\elders\\geheim.pdf',
      'brieven/../../../elders/geheim.pdf',
      '/etc/passwd',
      path.join(top, 'elders', 'geheim.pdf'),
      `${workspace}-2/x.pdf`,
      '\\\\server\\map\\x.pdf',
      '//server/map/x.pdf',
      '\\\\?\\C:\\x.pdf',
      'https://example.org/x.pdf',
      'file:///etc/passwd',
      'FILE:x',
      ...(onWindows ? [] : ['C:\\map\\x.pdf', 'C:/x.pdf', 'c:x.pdf']),
    ];
    for (const given of ways) assert.equal(state(given), 'outside', given);
  });

  it('are where a full path leads, if that is inside', () => {
    assert.equal(state(path.join(workspace, 'stukken', 'besluit.pdf')), 'there');
  });

  it('are outside where an editor that decodes them would be led out', () => {
    const ways = [
      '%2e%2e/%2e%2e/elders/geheim.pdf',
      '..%2f..%2fx.pdf',
      '..%5C..%5Cx.pdf',
      '%252e%252e/%252e%252e/x',
      '%2Fetc%2Fpasswd',
      '%5c%5cserver%5cx',
      '..%2f..%2f%zz',
    ];
    for (const given of ways) assert.equal(state(given), 'outside', given);
  });

  it('keep a name that only looks encoded', async () => {
    await file('map', 'zaken', '100%25 zeker%2epdf');
    assert.equal(state('100%25 zeker%2epdf'), 'there');
    assert.equal(state('brieven%2fschool.pdf'), 'missing');
  });

  it('are outside behind a symbolic link that leads out, also to nothing', async function () {
    if (onWindows) this.skip();
    const zaken = path.join(workspace, 'zaken');
    await symlink(path.join(top, 'elders'), path.join(zaken, 'uit'));
    await symlink(path.join(top, 'elders', 'geheim.pdf'), path.join(zaken, 'geheim.pdf'));
    await symlink('../../elders/niets.pdf', path.join(zaken, 'niets.pdf'));
    await symlink('../stukken', path.join(zaken, 'in'));
    await symlink('niets', path.join(zaken, 'los'));
    await symlink('kring', path.join(zaken, 'kring'));
    for (const given of [
      'uit/geheim.pdf',
      'uit/nieuw/x.pdf',
      'uit',
      'geheim.pdf',
      'niets.pdf',
      'uit%2fx.pdf',
    ])
      assert.equal(state(given), 'outside', given);
    assert.equal(state('in/besluit.pdf'), 'there');
    for (const given of ['in/x.pdf', 'los', 'los/x.pdf', 'kring', 'kring/x'])
      assert.equal(state(given), 'missing', given);
  });

  it('are looked at once in a run', async () => {
    const files = new CaseFiles();
    const from = () => files.from(path.join(workspace, 'zaken'), [workspace]);
    assert.equal(from().stateOf('brieven/nieuw.pdf'), 'missing');
    await file('map', 'zaken', 'brieven', 'nieuw.pdf');
    assert.equal(from().stateOf('./brieven/nieuw.pdf'), 'missing');
    assert.equal(files.from(workspace, [workspace]).stateOf('zaken/brieven/nieuw.pdf'), 'missing');
    assert.equal(state('brieven/nieuw.pdf'), 'there');
  });

  describe('on the command line', () => {
    it('lie in the working directory', () => {
      const of = filesOfRun(workspace)('zaken/a.case.yaml');
      assert.equal(of.stateOf('../stukken/besluit.pdf'), 'there');
      assert.equal(of.stateOf('../../elders/geheim.pdf'), 'outside');
    });

    it('lie in the folder of a case that is elsewhere', () => {
      const of = filesOfRun(workspace)('../elders/b.case.yaml');
      assert.equal(of.stateOf('geheim.pdf'), 'there');
      assert.equal(of.stateOf('../map/stukken/besluit.pdf'), 'outside');
    });

    it('are found through a linked working directory', async function () {
      if (onWindows) this.skip();
      await symlink(workspace, path.join(top, 'link'));
      const of = filesOfRun(path.join(top, 'link'))(path.join(workspace, 'zaken', 'a.case.yaml'));
      assert.equal(of.stateOf('../stukken/besluit.pdf'), 'there');
    });
  });

  describe('in an editor', () => {
    const address = (...parts: string[]) => pathToFileURL(path.join(top, ...parts)).href;

    it('lie in any folder of the workspace', () => {
      const folders = [address('map', 'zaken'), address('map', 'stukken')];
      const of = filesInWorkspace(address('map', 'zaken', 'a.case.yaml'), folders);
      assert.equal(of?.stateOf('brieven/school.pdf'), 'there');
      assert.equal(of?.stateOf('../stukken/besluit.pdf'), 'there');
      assert.equal(of?.stateOf('../x.pdf'), 'outside');
    });

    it('are not looked at without a folder, of a case in none, and of what is no file', () => {
      const own = address('map', 'zaken', 'a.case.yaml');
      assert.equal(filesInWorkspace(own, []), undefined);
      assert.equal(filesInWorkspace(own, [address('elders')]), undefined);
      assert.equal(filesInWorkspace(own, ['vscode-vfs://github/x']), undefined);
      for (const other of [
        'untitled:a.case.yaml',
        'vscode-remote://x/a.case.yaml',
        'file://host%2f/a',
        'file:///a%2fb',
      ])
        assert.equal(filesInWorkspace(other, [address()]), undefined, other);
    });
  });
});
