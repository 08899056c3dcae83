import assert from 'node:assert/strict';
import type { InitializeParams } from 'vscode-languageserver';
import type { FileState } from '../core/files.js';
import { CaseFilesOnDisk } from './case-files.js';

const CASE = 'file:///map/a.case.yaml';
const begin = (more: object = {}) =>
  ({ workspaceFolders: [{ uri: 'file:///map', name: 'map' }], rootUri: null, ...more }) as InitializeParams;

describe('the files of open cases', () => {
  let disk: Record<string, FileState> = {};
  let looks: (readonly string[])[] = [];
  let clock = 0;
  let files: CaseFilesOnDisk;
  beforeEach(() => {
    disk = { a: 'missing' };
    looks = [];
    clock = 0;
    files = new CaseFilesOnDisk(
      (_, folders) => {
        looks.push(folders);
        const now = { ...disk };
        return { stateOf: (path) => now[path] };
      },
      () => clock,
    );
    files.begin(begin());
  });
  const see = () => files.of(CASE).states?.stateOf('a');

  it('stay as they were seen for a few seconds', () => {
    assert.equal(see(), 'missing');
    disk.a = 'there';
    clock = 2999;
    assert.equal(see(), 'missing');
    assert.equal(looks.length, 1);
    clock = 3000;
    assert.equal(see(), 'there');
  });

  it('are the same object until one of those asked for is different', () => {
    const before = files.of(CASE);
    see();
    disk.b = 'there';
    clock = 5000;
    assert.equal(files.of(CASE).states, before.states);
    assert.equal(files.of(CASE).stamp, before.stamp);
    assert.equal(looks.length, 2);
    disk.a = 'outside';
    clock = 9000;
    assert.notEqual(files.of(CASE).states, before.states);
    assert.notEqual(files.of(CASE).stamp, before.stamp);
  });

  it('are looked at again when the client tells of changes, and it is told which cases see something else', () => {
    see();
    files.of('file:///map/b.case.yaml');
    assert.deepEqual(files.lookAgain(), []);
    disk.a = 'there';
    assert.deepEqual(files.lookAgain(), [CASE]);
    assert.equal(see(), 'there');
    files.forget(CASE);
    disk.a = 'missing';
    assert.deepEqual(files.lookAgain(), []);
  });

  it('are not looked at in a folder that is not trusted, until it is', () => {
    files.begin(begin({ initializationOptions: { trusted: false } }));
    assert.equal(files.of(CASE).states, undefined);
    assert.equal(looks.length, 0);
    files.trust(undefined);
    files.trust('yes');
    assert.deepEqual(files.lookAgain(), []);
    files.trust(true);
    assert.deepEqual(files.lookAgain(), [CASE]);
    assert.equal(see(), 'missing');
    files.trust(false);
    assert.deepEqual(files.lookAgain(), [CASE]);
    assert.equal(files.of(CASE).states, undefined);
  });

  it('lie in the folders that the client opened, of whatever age it is', () => {
    see();
    files.changeFolders([{ uri: 'file:///b' }], [{ uri: 'file:///map' }]);
    files.lookAgain();
    files.begin(begin({ workspaceFolders: undefined, rootUri: 'file:///root' }));
    files.lookAgain();
    files.begin(begin({ workspaceFolders: null }));
    files.lookAgain();
    assert.deepEqual(looks, [['file:///map'], ['file:///b'], ['file:///root'], []]);
  });

  it('are unknown to a server that can not look', () => {
    const none = new CaseFilesOnDisk(() => undefined);
    none.begin(begin());
    assert.equal(none.of(CASE).states, undefined);
    assert.equal(none.of(CASE).stamp, none.of(CASE).stamp);
    assert.deepEqual(none.lookAgain(), []);
  });
});
