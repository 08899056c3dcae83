import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isOutdated, placeOfId } from '../../src/forms/changes.js';
import { plain, serverWords } from '../../src/shownText.js';

describe('what a case or a file’s name says, in notices and pickers', () => {
  it('is shown and does nothing', () => {
    // As VS Code looks for links and icons (linkedText.ts, iconLabels.ts).
    const obeyed = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)|\$\([\w-]+(?:~\w+)?\)/i;
    const marks = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
    for (const text of [
      '[klik](command:workbench.action.quit).case.yaml',
      '[a](https://example.org) [b](file:///etc/passwd)',
      '$(trash) weg $(sync~spin)',
      'a\u202Efdp.case.yaml',
      '\u001B[31mrood',
    ]) {
      assert.ok(obeyed.test(text) || marks.test(text), text);
      assert.doesNotMatch(plain(text), obeyed);
      assert.doesNotMatch(plain(text), marks);
    }
    const letters = 'Sem’on (1986), [bijlage] 50 $ – één\nregel';
    assert.equal(plain(letters), letters);
  });

  it('reaches a notice by one way only', () => {
    const files = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const direct = files.filter((file) =>
      /window\.show(?:Information|Warning|Error)Message/.test(
        readFileSync(path.join('client/src', file), 'utf8'),
      ),
    );
    assert.deepEqual(direct, ['notice.ts']);
  });

  it('is no part of why a command broke off, but for the server’s own words', () => {
    assert.equal(serverWords({ code: -32803, message: 'Er is geen brief.' }), 'Er is geen brief.');
    for (const error of [new Error('/thuis/Sem’on'), { code: -32603, message: 'x' }, undefined, null, 'x'])
      assert.equal(serverWords(error), undefined);
  });
});

describe('a change that the server worked out', () => {
  const uri = 'file:///a.case.yaml';
  const edit = (version: number | null) => ({
    documentChanges: [{ textDocument: { uri, version }, edits: [] }],
  });
  const open = (version: number) => [{ uri, version }] as unknown as Parameters<typeof isOutdated>[1];

  it('is too old once somebody typed', () => {
    assert.equal(isOutdated(edit(3), open(3)), false);
    assert.equal(isOutdated(edit(3), open(4)), true);
    assert.equal(isOutdated(edit(null), open(4)), false);
    assert.equal(isOutdated(edit(3), []), false);
    assert.equal(isOutdated({}, open(4)), false);
  });

  it('is found by an id that may hold anything', () => {
    const text = 'timeline:\n  - id: a-b\n  - id: a\n  - id: "(((*"\n';
    assert.equal(placeOfId(text, 'a'), text.indexOf('id: a\n'));
    assert.equal(placeOfId(text, '(((*'), text.indexOf('id: "'));
    assert.equal(placeOfId(text, '$&'), undefined);
  });
});
