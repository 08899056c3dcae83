import assert from 'node:assert/strict';
import { addressFrom, isWithin, keyBeside, keyOf, pathBetween } from './addresses.js';

describe('addresses', () => {
  it('of one file are one, however they are written', () => {
    assert.equal(keyOf('file:///C%3A/Sem%27on/caf%C3%A9.yaml'), keyOf("file:///c:/Sem'on/cafe\u0301.yaml"));
    assert.equal(keyOf('file:///a%2'), 'file:///a%2');
    assert.equal(keyOf('file:///a/b?x#y'), 'file:///a/b');
    assert.notEqual(keyOf('pr:/a/b?head'), keyOf('pr:/a/b?base'));
  });

  it('lie in a folder by whole names', () => {
    assert.ok(isWithin('file:///a/b', 'file:///a'));
    assert.ok(isWithin('file:///a', 'file:///a'));
    assert.ok(isWithin('file:///a', 'file:///'));
    assert.ok(!isWithin('file:///ab', 'file:///a'));
  });

  it('lead from one to the other and back', () => {
    const files = ['f:///a.yaml', 'f:///x/a.yaml', 'f:///x/y/b.pdf', 'f:///z/b.pdf', 'f:///x/y/z/c'];
    for (const from of files)
      for (const to of files) assert.equal(keyBeside(from, pathBetween(from, to) as string), to);
    assert.equal(pathBetween('f:///x/y/a', 'f:///x/y/b'), 'b');
    assert.equal(pathBetween('f:///x/y/a', 'f:///x/c/b'), '../c/b');
    assert.equal(pathBetween('f:///a', 'g:///a'), undefined);
    assert.equal(pathBetween('f://one/a', 'f://two/a'), undefined);
  });

  it('are none for what is no path beside a file', () => {
    for (const path of ['/etc/x', 'c:/x', 'https://x', '../x', '\\\\host\\x'])
      assert.equal(keyBeside('f:///a.yaml', path), undefined);
    assert.equal(keyBeside('untitled:a', 'x'), undefined);
    assert.equal(keyBeside('f:///x/a.yaml', '.\\b\\..\\c.pdf'), 'f:///x/c.pdf');
  });

  it('of what a case names keep its own way of writing, and escape what is special', () => {
    assert.equal(
      addressFrom('v://g%2B1/x%20y/a.yaml?q', '../z/né 50%.pdf'),
      'v://g%2B1/z/n%C3%A9%2050%25.pdf',
    );
    assert.equal(addressFrom('memfs:/x/a.yaml', 'b.pdf'), 'memfs:/x/b.pdf');
    for (const path of ['/etc/x', 'c:/x', '../../x', '\uD800'])
      assert.equal(addressFrom('memfs:/x/a.yaml', path), undefined);
  });
});
