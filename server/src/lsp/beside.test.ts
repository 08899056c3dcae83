import assert from 'node:assert/strict';
import { addressBeside } from './beside.js';

const CASE = 'file:///c%3A/zaken/ada.case.yaml';

describe('the address of a file beside the case', () => {
  it('is below the folder of the case, whatever is in its name', () => {
    assert.equal(addressBeside(CASE, 'pas.pdf'), 'file:///c%3A/zaken/pas.pdf');
    assert.equal(addressBeside(CASE, './brieven//arts.pdf'), 'file:///c%3A/zaken/brieven/arts.pdf');
    assert.equal(addressBeside(CASE, 'a/../b.pdf'), 'file:///c%3A/zaken/b.pdf');
    assert.equal(addressBeside(CASE, 'né 50%?#.pdf'), 'file:///c%3A/zaken/n%C3%A9%2050%25%3F%23.pdf');
  });

  it('keeps the kind of address: a remote folder, one in the browser', () => {
    assert.equal(
      addressBeside('vscode-vfs://github/a/b/c.case.yaml?x=1#y', 'd.pdf'),
      'vscode-vfs://github/a/b/d.pdf',
    );
    assert.equal(
      addressBeside('vscode-test-web://mount/c.case.yaml', 'd.pdf'),
      'vscode-test-web://mount/d.pdf',
    );
  });

  it('is none for what leads out of the folder or is no path in it', () => {
    const paths = ['../pas.pdf', 'a/../../pas.pdf', '/etc/passwd', 'C:/pas.pdf', 'https://example.org/x'];
    for (const path of [
      ...paths,
      'file:pas.pdf',
      '\\\\server\\x',
      'a\\b',
      'a\nb',
      'a\0b',
      '',
      '.',
      'a/..',
      '\uD800.pdf',
    ])
      assert.equal(addressBeside(CASE, path), undefined, path);
  });

  it('is none beside a text that isn’t saved', () => {
    assert.equal(addressBeside('untitled:Untitled-1', 'pas.pdf'), undefined);
    assert.equal(addressBeside('', 'pas.pdf'), undefined);
  });
});
