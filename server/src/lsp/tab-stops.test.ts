import assert from 'node:assert/strict';
import { parseCase } from '../core/document.js';
import { applyEdits } from '../core/edits/draft.js';
import type { TextEdit } from '../core/findings.js';
import { type StopOptions, withTabStops } from './tab-stops.js';

/** The snippets of the edits, and the text that comes of them when every stop keeps its first text. */
function inserted(text: string, edits: readonly TextEdit[], options?: StopOptions) {
  const document = parseCase(text);
  const made = withTabStops(document, document.lines, edits, options);
  const plain = made.map((edit): TextEdit => {
    const { lines } = document;
    const value =
      'snippet' in edit
        ? edit.snippet.value
            .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
            .replace(/(?<!\\)\$0/g, '')
            .replace(/\\([\\$}])/g, '$1')
        : edit.newText;
    return { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end), text: value };
  });
  return {
    snippets: made.map((edit) => ('snippet' in edit ? edit.snippet.value : undefined)),
    starts: made.map(({ range }) => range.start.character),
    result: applyEdits(text, plain),
  };
}

describe('tab stops', () => {
  const text = 'a:\n    b: 1\nc: 2\n';
  const behindB = text.indexOf('\nc');

  it('stand for the blanks, which keep their braces, numbered over all edits', () => {
    const edits = [
      { start: behindB, end: behindB, text: '\n    d: "{{naam}}"\n    e: {{datum}}' },
      { start: text.length, end: text.length, text: 'f: "{{plaats}}"\n' },
    ];
    const { snippets, result } = inserted(text, edits);
    assert.deepEqual(snippets, [
      '    b: 1\n    d: "${1:{{naam\\}\\}}"\n    e: ${2:{{datum\\}\\}}',
      'f: "${3:{{plaats\\}\\}}"\n',
    ]);
    assert.equal(result, applyEdits(text, edits));
  });

  it('begin at the start of the line, so that the editor indents nothing', () => {
    const { starts } = inserted(text, [{ start: behindB, end: behindB, text: '\nx: {{y}}' }]);
    assert.deepEqual(starts, [0]);
  });

  it('escape what means something in a snippet', () => {
    const edit = { start: behindB, end: behindB, text: '\n    d: $1 \\ } {{naam}}' };
    assert.deepEqual(inserted(text, [edit]).snippets, ['    b: 1\n    d: \\$1 \\\\ \\} ${1:{{naam\\}\\}}']);
    assert.equal(inserted(text, [edit]).result, applyEdits(text, [edit]));
  });

  it('are not made of blanks that were there before, nor where nothing is blank', () => {
    const moved = 'a: {{x}}\nb: 1\n';
    assert.deepEqual(inserted(moved, [{ start: 0, end: moved.length, text: 'b: 1\na: {{x}}\n' }]).snippets, [
      undefined,
    ]);
    assert.deepEqual(inserted(text, [{ start: 0, end: 1, text: 'z' }]).snippets, [undefined]);
  });

  it('bring the cursor to inserted lines without a blank: below the person to their end, else to their beginning', () => {
    const lines = { start: behindB, end: behindB, text: '\n\nd:\n  - e\n' };
    const shown = (from: number, edits: TextEdit[] = [lines]) => {
      const { snippets, result } = inserted(text, edits, { from });
      assert.equal(result, applyEdits(text, edits));
      return snippets;
    };
    assert.deepEqual(shown(0), ['    b: 1\n\nd:\n  - e$0\n']);
    assert.deepEqual(shown(text.length), ['    b: 1\n\n$0d:\n  - e\n']);
    assert.deepEqual(shown(0, [{ start: 0, end: 1, text: 'z' }, lines]), [
      undefined,
      '    b: 1\n\nd:\n  - e$0\n',
    ]);
    assert.deepEqual(shown(0, [{ start: 0, end: 2, text: 'z:\n' }]), [undefined]);
    assert.deepEqual(shown(0, [{ start: 0, end: 0, text: 'z: 1\n' }]), [undefined]);
  });

  it('give way to another edit on the same line', () => {
    const flow = 'a: [b]\n';
    const edits = [
      { start: 5, end: 5, text: ', c' },
      { start: 6, end: 6, text: '\nd: {{e}}' },
    ];
    const { snippets, result } = inserted(flow, edits);
    assert.deepEqual(snippets, [undefined, undefined]);
    assert.equal(result, applyEdits(flow, edits));
  });

  it('stand for a reason that is still to be written', () => {
    const edit = { start: 0, end: 0, text: '# vangnet-ignore x: nog toe te lichten\n' };
    assert.deepEqual(inserted(text, [edit], { text: 'nog toe te lichten' }).snippets, [
      '# vangnet-ignore x: ${1:nog toe te lichten}\n',
    ]);
  });

  it('make the lines beside them begin at the start of the line too, since the editor indents those as well', () => {
    const field = { start: behindB, end: behindB, text: '\n    answers: [x]' };
    const item = { start: text.length, end: text.length, text: 'd:\n  - e: {{naam}}\n' };
    const { snippets, starts, result } = inserted(text, [field, item]);
    assert.equal(snippets[0], '    b: 1\n    answers: [x]');
    assert.deepEqual(starts, [0, 0]);
    assert.equal(result, applyEdits(text, [field, item]));
  });

  it('are given up where such lines begin in a line that another edit changes', () => {
    const [one, field] = [
      { start: behindB - 1, end: behindB, text: '2' },
      { start: behindB, end: behindB, text: '\n    answers: [x]' },
    ];
    const item = { start: text.length, end: text.length, text: 'd:\n  - e: {{naam}}\n' };
    const { snippets, result } = inserted(text, [one, field, item]);
    assert.deepEqual(snippets, [undefined, undefined, undefined]);
    assert.equal(result, applyEdits(text, [one, field, item]));
  });
});
