import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { dropped, isRelativePath } from './drop.js';

const TEXT = dutchCase('letters:\n  - id: brief-school\n    from: {role: school}\n    status: planned\n');

describe('a file dropped on a case', () => {
  it('becomes a letter where its name says so, a document else; both are offered', () => {
    const [letter, document] = dropped(analyseText(TEXT), ['brieven/Brief school.pdf']);
    assert.deepEqual([letter?.kind, letter?.ids], ['letter', ['brief-school-2']]);
    assert.equal(document?.kind, 'document');
    assert.equal(dropped(analyseText(TEXT), ['stukken/rapport.docx'])[0]?.kind, 'document');
  });

  it('stands in its list with its path, and nothing else changes', () => {
    for (const eol of ['\n', '\r\n']) {
      const text = TEXT.replaceAll('\n', eol);
      for (const path of ['../stukken/Verklaring: arts #2.pdf', "brieven/Sem'on – ‘brief’.docx", 'foto.jpeg'])
        for (const { edit, ids, kind } of dropped(analyseText(text), [path])) {
          const after = analyseText(applyEdits(text, [edit]));
          const part = [...after.model.letters, ...after.model.documents].find(
            ({ data }) => data.id === ids[0],
          );
          assert.equal((part?.data as { file?: string } | undefined)?.file, path, kind);
          assert.equal(edit.start, edit.end);
          assert.deepEqual(after.document.problems, []);
          assert.ok(eol === '\n' || !/(?<!\r)\n/.test(after.text));
          const errors = after.findings.filter(
            ({ severity, rule }) => severity === 'error' && rule !== 'unfilled-placeholder',
          );
          assert.deepEqual(
            errors.map(({ rule }) => rule),
            [],
          );
        }
    }
  });

  it('comes with others that are dropped at once', () => {
    const [, letters] = dropped(analyseText(TEXT), ['a.pdf', 'a.docx', 'b.png']);
    assert.deepEqual(letters?.ids, ['brief-a', 'brief-a-2', 'brief-b']);
    const after = analyseText(applyEdits(TEXT, [letters.edit]));
    assert.deepEqual(
      after.model.letters.map(({ data }) => data.file),
      [undefined, 'a.pdf', 'a.docx', 'b.png'],
    );
  });

  it('has a path from the case file on', () => {
    for (const path of ['a.pdf', '../b/c d.pdf', 'é.png']) assert.ok(isRelativePath(path), path);
    for (const path of [
      '',
      '/etc/a.pdf',
      'file:///a.pdf',
      'C:\\a.pdf',
      'c:/a.pdf',
      '\\\\server\\a',
      'a\nb',
      'a'.repeat(1001),
    ])
      assert.ok(!isRelativePath(path), path);
  });
});
