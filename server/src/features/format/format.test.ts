import assert from 'node:assert/strict';
import { parseCase } from '../../core/document.js';
import { applyEdits } from '../../core/edits/draft.js';
import { dedent } from '../../testing/marked.js';
import { type FormatOptions, formatEdits } from './format.js';

/** Tried with LF and CRLF; what comes out is formatted. */
function check(before: string, after: string, options: FormatOptions = {}): void {
  for (const eol of ['\n', '\r\n']) {
    const [from, to] = [before, after].map((text) => dedent(text).replaceAll('\n', eol)) as [string, string];
    assert.equal(applyEdits(from, formatEdits(parseCase(from), options)), to);
    assert.deepEqual(formatEdits(parseCase(to), options), []);
  }
}

describe('formatting', () => {
  it('takes blanks from the ends of lines, and leaves one space behind colons and dashes and before comments', () => {
    check(
      'vangnet:   1  \ncase:\n  title:  "a  b"   # note  \n  summary: x # y\npersons:\n  -   id: a\n      name: {first:  x}\n  -  b \n',
      'vangnet: 1\ncase:\n  title: "a  b" # note\n  summary: x # y\npersons:\n  - id: a\n    name: {first: x}\n  - b\n',
    );
  });

  it('brings indentation in line with most of the file', () => {
    check(
      `
      case:
          id: x
          title: y
      persons:
        - id: a
          from:
            name: n
          to:
            name: m
      # about b
      letters:
      - id: b
        # inside b
        from:
              role: mayor
        supports:
            - x
            # and
            - y
      `,
      `
      case:
        id: x
        title: y
      persons:
        - id: a
          from:
            name: n
          to:
            name: m
      # about b
      letters:
        - id: b
          # inside b
          from:
            role: mayor
          supports:
            - x
            # and
            - y
      `,
    );
  });

  it('keeps a style that is the file’s own: four spaces, dashes below the key', () => {
    const four = `
      case:
          id: x
          office:
              name: y
      persons:
      -   id: a
          traits:
          -   isolated
      -   id: b
    `;
    check(four, four.replace('-   isolated', '- isolated').replace(/ +$/, ''), { tabSize: 2 });
    const zero = 'case:\n  id: x\npersons:\n- id: a\n  name: A\n';
    check(zero, zero, { tabSize: 4 });
  });

  it('follows the editor’s tab size only where the file shows nothing', () => {
    check('letters:\n- id: a\n', 'letters:\n- id: a\n', { tabSize: 4 });
    check(
      'case:\n   id: x\nclaim:\n  id: y\n  kind: z\npersons:\n  - id: a\n    from:\n      name: b\n',
      'case:\n  id: x\nclaim:\n  id: y\n  kind: z\npersons:\n  - id: a\n    from:\n      name: b\n',
      { tabSize: 4 },
    );
    check('a: >-\n  text\n', 'a: >-\n    text\n', { tabSize: 4 });
  });

  it('moves texts with their field and changes nothing in them', () => {
    check(
      `
      case:
        id: x
      claim:
          request: |
                  - no  item   
                # no comment

                    deeper:  x
          reason: first
             second   # of it
          quoted: "one   
             two"
      `.replace('                  - no', '                - no'),
      `
      case:
        id: x
      claim:
        request: |
          - no  item   
          # no comment

              deeper:  x
        reason: first
           second # of it
        quoted: "one   
           two"
      `,
    );
  });

  it('keeps blank lines, two at most, and ends with one line break', () => {
    check(
      'a: 1\n\n\n\n\nb: |\n  x\n\n\n\n\n  y\n\n\n\nc: 2\n  \n\n',
      'a: 1\n\n\nb: |\n  x\n\n\n\n\n  y\n\n\nc: 2\n',
    );
    assert.equal(applyEdits('a: 1', formatEdits(parseCase('a: 1'))), 'a: 1\n');
    check('a: |+\n  x\n\n\n\n\n', 'a: |+\n  x\n\n\n\n\n');
    for (const text of ['', '\n\n', '# only this\n']) check(text, text);
  });

  it('keeps comments with what they stand with', () => {
    check(
      `
      persons:
      # first
      - id: a
        # of a
           # of a, further in
      # of b
      - {id: b}
        # still of b
      # next
      case:
        id: x
      claim:
        id: v
      timeline:
        - id: e
        - id: f
      letters:
        - id: g
      # vNumber: left
      `,
      `
      persons:
        # first
        - id: a
          # of a
          # of a, further in
        # of b
        - {id: b}
          # still of b
      # next
      case:
        id: x
      claim:
        id: v
      timeline:
        - id: e
        - id: f
      letters:
        - id: g
      # vNumber: left
      `,
    );
  });

  it('leaves sections with anchors, types and odd keys as they are', () => {
    const odd = 'case: &c\n     id:   x  \npersons:\n    - !!str   a\nclaim:\n     ? id\n     : x\n';
    const more = 'documents:\n  - id: d\n';
    check(`${odd}${more}letters:\n      - id:  b\n`, `${odd}${more}letters:\n  - id: b\n`);
  });

  it('touches nothing in a file that can’t be read', () => {
    for (const text of [
      'case:\n\tid:  x\n',
      'a:  1\nb:2\n  c: 3\n',
      'a: "open  \nb:  1\n',
      'a:  1\n---\nb:  1\n',
      '<<<<<<< ours\na:  1\n=======\na:  2\n>>>>>>> theirs\n',
      '-  a\n-  b\n',
      'a:  1\rb: 2\n',
    ])
      assert.deepEqual(formatEdits(parseCase(text)), [], text);
  });

  it('within some lines moves only what lies there whole', () => {
    const text =
      'case:\n    id:  x\n    title:  y\npersons:\n- id:  a\n  from:\n     name:  n\n- id: b\nclaim:\n  id: v\n  kind:\n    k: l\n';
    const lines = (first: number, last: number) =>
      applyEdits(text, formatEdits(parseCase(text), { lines: { first, last } }));
    assert.equal(lines(1, 1), text.replace('id:  x', 'id: x'));
    assert.equal(lines(0, 2), text.replace('    id:  x\n    title:  y', '  id: x\n  title: y'));
    assert.equal(lines(5, 6), text.replace('     name:  n', '    name: n'));
  });
});
