import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { analyseText } from '../../testing/marked.js';
import { typedEdits } from './on-type.js';

const HEAD = 'vangnet: 1\ncase:\n  id: x\npersons:\n  - id: a\n    name: A\n';

/** What was typed is what stands before the cursor. */
function check(before: string, after: string, head = HEAD): void {
  for (const eol of ['\n', '\r\n']) {
    const marked = (head + before).replaceAll('\n', eol);
    const offset = marked.indexOf('█');
    const text = marked.replace('█', '');
    const typed =
      text.slice(0, offset).trimEnd() === text.slice(0, offset) ? (text[offset - 1] as string) : '\n';
    const edits = typedEdits(analyseText(text), offset, typed);
    assert.equal(applyEdits(text, edits), (head + after).replaceAll('\n', eol));
  }
}

const unchanged = (text: string, head?: string) => check(text, text.replace('█', ''), head);

describe('formatting while typing', () => {
  it('puts a next field below the first one of its item', () => {
    check('  - id: b\n █', '  - id: b\n    ');
    check('  - id: b\n    name: B\n  █', '  - id: b\n    name: B\n    ');
    check('  - id: b\n█\nclaim:\n  id: v\n', '  - id: b\n    \nclaim:\n  id: v\n');
    check('- id: b\n█', '- id: b\n  ', 'vangnet: 1\npersons:\n');
    check('-   id: b\n█', '-   id: b\n    ', 'vangnet: 1\npersons:\n');
  });

  it('goes further in below a key that holds a list or fields, as the file does', () => {
    check('letters:\n    █', 'letters:\n  ');
    check('claim:\n█', 'claim:\n  ');
    check('letters:\n  - id: b\n    supports:\n        █', 'letters:\n  - id: b\n    supports:\n      ');
    check('letters:\n█', 'letters:\n', 'persons:\n- id: a\n  name: A\n');
    check('letters:\n  - id: b\n    from:\n    █', 'letters:\n  - id: b\n    from:\n      ');
    unchanged('  - id: b\n    name:\n      █');
  });

  it('goes to the text below a field that begins one', () => {
    check('claim:\n  request: >-\n█', 'claim:\n  request: >-\n    ');
    check('claim:\n  request: >-\n█\n      here\n', 'claim:\n  request: >-\n      \n      here\n');
  });

  it('leaves texts, brackets and quotes that go on to the person', () => {
    unchanged('claim:\n  request: >-\n    a: b\n      █');
    unchanged('claim:\n  request: "open\n      █');
    unchanged('claim:\n  circumstances: [a,\n      █');
    unchanged('  - id: b # why\n    name: B\n    more words\n  █');
    unchanged('# note\n   █');
    unchanged('  - id: b\n\n      █');
    unchanged('  - id: b\n      █name: B\n');
  });

  it('sets right what the line left behind', () => {
    check('  - id:   b   \n    █', '  - id: b\n    ');
    unchanged('claim:\n  request: |\n    two   \n    █');
    unchanged('b:2\nclaim:\n  id:  v  \n  █');
  });

  it('ends the list where nothing stands behind its dash', () => {
    const claim = 'claim:\n  id: v\n  circumstances:\n';
    check(`${claim}    - a\n    -\n  █`, `${claim}    - a\n  `);
    check(`${claim}    - a\n    - \n    █\n  lodged: 2019\n`, `${claim}    - a\n  \n  lodged: 2019\n`);
    check(`${claim}  - a\n  -\n  █`, `${claim}  - a\n  `);
    check(
      'letters:\n  - id: b\n    supports:\n      - a\n      -\n    █',
      'letters:\n  - id: b\n    supports:\n      - a\n    ',
    );
    check(
      'letters:\n  - id: b\n    status: planned\n  # note\n  -\n█',
      'letters:\n  - id: b\n    status: planned\n  # note\n',
    );
    unchanged('claim:\n  request: >-\n    a\n    -\n    █');
    unchanged('-\n█', '');
  });

  it('goes on with a list of ids, sources or choices', () => {
    const claim = 'claim:\n  id: v\n  circumstances:\n';
    check(`${claim}    - a\n█`, `${claim}    - a\n    - `);
    check(`${claim}    - a # why\n    █\n    - b\n`, `${claim}    - a # why\n    - \n    - b\n`);
    check(`${claim}  - "a"\n  █`, `${claim}  - "a"\n  - `);
    check('    traits:\n      -   isolated\n█', '    traits:\n      - isolated\n      - ');
    unchanged(`${claim}    - a\n    - █`);
    unchanged(`${claim}    - "a\n█`);
    unchanged(`${claim}    - [a\n█`);
    unchanged(`${claim}    - a\n\n█`);
    unchanged('claim:\n  request: >-\n    - a\n    █');
    unchanged('x-note:\n  - a\n  █');
  });

  it('takes a dash at the margin to the list of the section above', () => {
    check('-█', '  -');
    check('\n# note\n-█\nletters:\n  - id: b\n', '\n# note\n  -\nletters:\n  - id: b\n');
    unchanged('-█', 'persons:\n- id: a\n  name: A\n');
    unchanged('claim:\n  id: v\n-█');
    unchanged('letters:\n-█');
  });

  it('takes a dash below the fields of an item to the dashes of the list', () => {
    check('    -█', '  -');
    check('\n    -█', '\n  -');
    check('    birthDate: >-\n      text\n\n    -█', '    birthDate: >-\n      text\n\n  -');
    check('-   id: b\n    # note\n    -█', '-   id: b\n    # note\n-', 'persons:\n');
  });

  it('leaves a dash that stands well, or is no dash of a list', () => {
    unchanged('  -█');
    unchanged('    traits:\n    -█');
    unchanged('    traits:\n      -█');
    unchanged('    traits:\n      - isolated\n      -█');
    unchanged('claim:\n  request: >-\n    text\n    -█');
    unchanged('claim:\n  request: some-█');
    unchanged('claim:\n  request: some\n     -█');
    unchanged('claim:\n  id: v\n  -█');
    unchanged('-█', '');
  });
});
