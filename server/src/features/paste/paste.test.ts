import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { analyseText, dedent, dutchCase } from '../../testing/marked.js';
import { MOST_PASTED, pasteAt } from './paste.js';

/** The text with the paste at `█` (or over what stands between two), or what is said; undefined for a plain paste. */
function pasted(marked: string, raw: string): string | undefined {
  const [before = '', inner, after] = marked.split('█');
  const text = before + (inner ?? '') + (after ?? '');
  const selection = {
    start: before.length,
    end: before.length + (after === undefined ? 0 : (inner ?? '').length),
  };
  const result = pasteAt(analyseText(text), selection, raw);
  if (!result) return undefined;
  return 'problem' in result ? result.problem.key : applyEdits(text, [result.edit]);
}

const both = (what: string, marked: string, raw: string, expected: string | undefined) =>
  it(what, () => {
    for (const eol of ['\n', '\r\n']) {
      const as = (text: string) => text.replaceAll('\n', eol);
      assert.equal(pasted(as(dedent(marked)), raw), expected && as(dedent(expected)));
    }
  });

const LONG =
  'Zij woont sinds haar vierde jaar in Nederland, ging hier naar school en haalde hier haar diploma: in 2014.';

describe('pasting prose', () => {
  both(
    'behind an empty field of sentences',
    'claim:\n  request: █\n  kind: deferral\n',
    'Een.\r\n\r\nTwee: #2',
    'claim:\n  request: >-\n    Een.\n\n    Twee: #2\n  kind: deferral\n',
  );
  both(
    'that is long',
    'claim:\n  request: █\n',
    LONG,
    'claim:\n  request: >-\n    Zij woont sinds haar vierde jaar in Nederland, ging hier naar school en haalde hier haar\n    diploma: in 2014.\n',
  );
  both(
    'on the line below an empty field',
    'claim:\n  request:\n    █\n  kind: deferral\n',
    'Een.\nTwee.',
    'claim:\n  request: >-\n    Een.\n\n    Twee.\n  kind: deferral\n',
  );
  both(
    'with a colon into a title',
    'case:\n  title: █\n',
    "Sem'on: een\u00A0zaak",
    'case:\n  title: "Sem\'on: een zaak"\n',
  );
  both(
    'of several lines into a title',
    'case:\n  title: █ # naam\n',
    'Een\r\nzaak',
    'case:\n  title: Een zaak # naam\n',
  );
  both(
    'behind words that stand there',
    'case:\n  title: De zaak █ van Ada\n',
    'van:\u00A0Sem en',
    'case:\n  title: "De zaak van: Sem en van Ada"\n',
  );
  both(
    'over words',
    'case:\n  title: De █zaak█ van Ada\n',
    'zaak\u200B #1',
    'case:\n  title: "De zaak #1 van Ada"\n',
  );
  both('that is a year, as a text', 'case:\n  title: █\n', '2013', 'case:\n  title: "2013"\n');
  both(
    'between single quotes',
    "case:\n  title: 'De █ zaak'\n",
    "Sem'on",
    "case:\n  title: 'De Sem''on zaak'\n",
  );
  both(
    'between double quotes',
    'case:\n  title: "De █ zaak"\n',
    'C:\\pad "x"',
    'case:\n  title: "De C:\\\\pad \\"x\\" zaak"\n',
  );
  both(
    'of paragraphs between quotes',
    'claim:\n  request: "Zij █"\n',
    'vraagt:\n\ndit.',
    'claim:\n  request: >-\n    Zij vraagt:\n\n    dit.\n',
  );
  both(
    'before a comment',
    'claim:\n  request: █ # nog doen\n',
    'Een.\n\nTwee.',
    'claim:\n  request: "Een.\\nTwee." # nog doen\n',
  );
  both(
    'into a folded text',
    'claim:\n  request: >-\n    Zij vraagt█\n    uitstel.\n',
    ' dit:\n\n- dat # 2',
    'claim:\n  request: >-\n    Zij vraagtdit:\n\n    - dat # 2\n    uitstel.\n',
  );
  both(
    'into a literal text',
    'claim:\n  request: |\n    Geachte heer,\n    █\n',
    'Een.\nTwee.\n\nDrie.',
    'claim:\n  request: |\n    Geachte heer,\n    Een.\n    Twee.\n\n    Drie.\n',
  );
  both(
    'into an empty block',
    'claim:\n  request: >-\n    █\n  kind: deferral\n',
    'Een:\nTwee',
    'claim:\n  request: >-\n    Een:\n\n    Twee\n  kind: deferral\n',
  );
  both(
    'at the left of a blank line in a text',
    'claim:\n  request: >-\n    Een.\n\n█\n\n    Drie.\n',
    'Twee.\u00A0Ja',
    'claim:\n  request: >-\n    Een.\n\n    Twee. Ja\n\n    Drie.\n',
  );
  both(
    'in the four-space style',
    'claim:\n    request: █\n    kind: deferral\n',
    'a:\nb',
    'claim:\n    request: >-\n        a:\n\n        b\n    kind: deferral\n',
  );
  both(
    'into an item',
    'letters:\n  - id: b\n    summary: █\n    status: planned\n',
    '- a\n- b',
    'letters:\n  - id: b\n    summary: >-\n      - a\n\n      - b\n    status: planned\n',
  );
  both(
    'into a field of our own making',
    'x-eigen:\n  - █\n',
    '# a\nb',
    'x-eigen:\n  - >-\n    # a\n\n    b\n',
  );
  both(
    'into a list between brackets',
    'x-eigen: [een, █]\n',
    'Jan, Piet: x',
    'x-eigen: [een, "Jan, Piet: x"]\n',
  );
  both(
    'of lines between brackets',
    'claim: {request: █, kind: deferral}\n',
    'a,\nb',
    'claim: {request: "a,\\nb", kind: deferral}\n',
  );
  both('into a comment', '# █\nvangnet: 1\n', 'een: twee\n\ndrie', '# een: twee\n#\n# drie\nvangnet: 1\n');
  both(
    'into a comment behind a field',
    'case:\n  title: A # zie █\n',
    'b:\nc',
    'case:\n  title: A # zie b: c\n',
  );
  both(
    'of a comment into a comment',
    'persons:\n  # █\n  - id: a\n',
    '# een\n# twee',
    'persons:\n  # een\n  # twee\n  - id: a\n',
  );
  both(
    'an id with what cannot be seen',
    'claim:\n  circumstances: [a, █]\n',
    '\u200Bcirc-hart\u00A0',
    'claim:\n  circumstances: [a, circ-hart]\n',
  );
});

describe('a paste that is left as it is', () => {
  for (const [what, marked, raw] of [
    ['that needs nothing', 'case:\n  title: De █ zaak\n', 'kleine'],
    ['between items', 'letters:\n  - id: b\n█\n  - id: c\n', 'Een brief. En nog een.'],
    ['among fields', 'claim:\n  id: v\n  █\n  kind: deferral\n', 'Zij vraagt uitstel.'],
    ['in a field name', 'case:\n  ti█tle: A\n', 'x: y'],
    ['into a list of items', 'letters: █\n', 'Een brief.'],
    ['of lines where an id belongs', 'claim:\n  circumstances: [a, █]\n', 'b\nc'],
    ['over several fields', 'case:\n  title: █A\n  office: B█\n', 'x: y'],
    ['of a whole line of the file', 'case:\n  title: █A\n  office: B\n', '  office: B\n'],
    ['into a text that can’t be read', 'case:\n  title: "A█\n  office: [\n', 'x: y\nz'],
    ['of nothing', 'case:\n  title: █\n', ' \n'],
  ] as const)
    it(what, () => assert.equal(pasted(marked, raw), undefined));

  it('since it is too long, is no text, or is a whole case', () => {
    assert.equal(pasted('case:\n  title: █\n', 'a'.repeat(MOST_PASTED + 1)), 'paste.too-long');
    assert.equal(pasted('case:\n  title: █\n', 'a'.repeat(5_000_000)), 'paste.too-long');
    assert.equal(pasted('case:\n  title: █\n', 'PNG\0\u0001'), 'paste.no-text');
    assert.equal(pasted('case:\n  title: █\n', '\uFFFD\uFFFDa'), 'paste.no-text');
    assert.equal(pasted('vangnet: 1\n█\ncase:\n  title: A\n', dutchCase('')), 'paste.whole-case');
  });
});

describe('pasting YAML', () => {
  const item = '- id: c\n  status: planned\n  from: {role: school}';
  const letters = (after: string) => `letters:\n  - id: b\n    status: planned\n${after}claim:\n  id: v\n`;
  both(
    'an item between items',
    letters('█\n'),
    item,
    letters('  - id: c\n    status: planned\n    from: {role: school}\n'),
  );
  both(
    'whose first line was copied from within',
    letters('    █\n'),
    '- id: c\n        status: planned\n',
    letters('  - id: c\n    status: planned\n'),
  );
  both(
    'an item with non-breaking spaces',
    letters('█\n'),
    '\u00A0\u00A0- id: c\n\u00A0\u00A0\u00A0\u00A0status:\u00A0planned',
    letters('  - id: c\n    status: planned\n'),
  );
  both(
    'before an item',
    'letters:\n█  - id: b\n',
    item,
    'letters:\n  - id: c\n    status: planned\n    from: {role: school}\n  - id: b\n',
  );
  both(
    'in the style of the file',
    'letters:\n- id: b\n█\n',
    '    - id: c\n      status: planned\n',
    'letters:\n- id: b\n- id: c\n  status: planned\n',
  );
  both(
    'into an empty list',
    'letters: █\nclaim:\n  id: v\n',
    item,
    'letters:\n  - id: c\n    status: planned\n    from: {role: school}\nclaim:\n  id: v\n',
  );
  both(
    'behind a dash',
    'letters:\n  - id: b\n  - █\n',
    'id: c\nstatus: planned\n',
    'letters:\n  - id: b\n  - id: c\n    status: planned\n',
  );
  both(
    'fields of an item',
    letters('    █\n'),
    'date: 2020\r\nsummary: x',
    letters('    date: 2020\n    summary: x\n'),
  );
  both(
    'a section',
    'case:\n  title: A\n█\nclaim:\n  id: v\n',
    '  letters:\n    - id: c\n',
    'case:\n  title: A\nletters:\n  - id: c\nclaim:\n  id: v\n',
  );
  both(
    'as text where a text is',
    'claim:\n  request: █\n',
    item,
    'claim:\n  request: >-\n    - id: c\n\n    status: planned\n\n    from: {role: school}\n',
  );

  for (const [what, marked, raw] of [
    ['fields that are there already', letters('    █\n'), 'status: signed\ndate: 2020'],
    ['items of another list', letters('█\n'), '- id: p\n  role: applicant\n  birthDate: 1990'],
    ['a section that is there already', letters('█\n'), 'claim:\n  id: w\n'],
  ] as const)
    it(`leaves ${what}`, () => assert.equal(pasted(marked, raw), undefined));
});
