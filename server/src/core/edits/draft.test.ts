/** The one insertion helper, method by method: what it writes in files of every style, and that comments survive. */

import assert from 'node:assert/strict';
import { parseCase } from '../document.js';
import type { TextEdit } from '../findings.js';
import { buildModel } from '../model.js';
import { descendants, type MapNode, type Pair, pairOf, type ScalarNode } from '../tree.js';
import { applyEdits, Draft, mergeEdits } from './draft.js';

type Edit = (draft: Draft) => TextEdit | readonly TextEdit[] | undefined;

/**
 * The text after the edit; the same with LF and with CRLF. It can be read as well as before, and its comments are
 * there still.
 */
function edited(before: string, edit: Edit, { dropsComments = false } = {}): string {
  const results = ['\n', '\r\n'].map((eol) => {
    const text = before.replaceAll('\n', eol);
    const doc = parseCase(text);
    const made = edit(new Draft(buildModel(doc)));
    assert.ok(made, 'no edit');
    const result = applyEdits(text, 'start' in made ? [made] : made);
    const after = parseCase(result);
    assert.ok(after.problems.length <= doc.problems.length, `can’t be read:\n${result}`);
    if (!dropsComments)
      for (const comment of commentsOf(text)) assert.ok(commentsOf(result).includes(comment), comment);
    assert.equal(result.replaceAll(/\r?\n/g, eol), result, 'line breaks as in the file');
    return result.replaceAll('\r\n', '\n');
  });
  assert.equal(results[0], results[1]);
  return results[0] as string;
}

function commentsOf(text: string): string[] {
  return parseCase(text).units.flatMap(({ unit }) =>
    unit.comments.map(({ start, end }) => unit.text.slice(start, end).trimEnd()),
  );
}

/** The fields of the item or section with this id. */
function fieldsOf({ doc }: Draft, id: string): MapNode {
  for (const { unit } of doc.units)
    for (const node of descendants(unit.root)) {
      const own = node.kind === 'map' ? pairOf(node, 'id')?.value : undefined;
      if (own?.kind === 'scalar' && own.value === id) return node as MapNode;
    }
  throw new Error(`nothing is called ${id}`);
}

function pairIn(draft: Draft, id: string, key: string): Pair {
  const pair = pairOf(fieldsOf(draft, id), key);
  assert.ok(pair, key);
  return pair;
}

const LETTER = { id: 'b2', from: { role: 'school' }, status: 'planned' };

/** The same letter in files of every style. */
const STYLES: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
  {
    name: 'two spaces',
    before: 'letters:\n  - id: b1\n    from:\n      role: mayor\n    status: signed\n',
    after: '  - id: b2\n    from:\n      role: school\n    status: planned\n',
  },
  {
    name: 'four spaces',
    before:
      'letters:\n    - id: b1\n      from:\n          role: mayor\n      status: signed\ncase:\n    id: c\n',
    after: '    - id: b2\n      from:\n          role: school\n      status: planned\n',
  },
  {
    name: 'dashes at the column of their field, far from the item',
    before: 'letters:\n-   id: b1\n    from:\n      role: mayor\n    status: signed\n',
    after: '-   id: b2\n    from:\n      role: school\n    status: planned\n',
  },
];

describe('what is inserted by the draft', () => {
  describe('appendItems', () => {
    for (const { name, before, after } of STYLES)
      it(`writes as the file does: ${name}`, () => {
        const result = edited(before, (draft) => draft.appendItems('letters', [LETTER]));
        const rest = before.includes('case:') ? before.slice(before.indexOf('case:')) : '';
        assert.equal(result, before.slice(0, before.length - rest.length) + after + rest);
      });

    it('keeps blank lines between items, and comments that belong to the last one', () => {
      assert.equal(
        edited(
          'documents:\n  - id: d1 # one\n    # of d1\n\n  - id: d2\n    # of d2\n\n# of claim\nclaim:\n  id: v\n',
          (draft) => draft.appendItems('documents', [{ id: 'd3' }, { id: 'd4' }]),
        ),
        'documents:\n  - id: d1 # one\n    # of d1\n\n  - id: d2\n    # of d2\n\n  - id: d3\n\n  - id: d4\n\n# of claim\nclaim:\n  id: v\n',
      );
    });

    it('begins the list in its place where there is none, apart as the others are', () => {
      assert.equal(
        edited('vangnet: 1\n\npersons:\n  - id: a\n# the end\n\narguments:\n  - id: x\n', (draft) =>
          draft.appendItems('letters', [LETTER]),
        ),
        'vangnet: 1\n\npersons:\n  - id: a\n\nletters:\n  - id: b2\n    from:\n      role: school\n    status: planned\n# the end\n\narguments:\n  - id: x\n',
      );
      assert.equal(
        edited('arguments:\n  - id: x\n', (draft) => draft.appendItems('persons', [{ id: 'a' }])),
        'persons:\n  - id: a\narguments:\n  - id: x\n',
      );
      assert.equal(
        edited('# nothing yet\n', (draft) => draft.appendItems('persons', [{ id: 'a' }])),
        '# nothing yet\npersons:\n  - id: a\n',
      );
    });

    it('fills a list that is empty, in whichever way it says so', () => {
      const filled = 'documents:\n  - id: d\n';
      for (const empty of ['documents:\n', 'documents: []\n', 'documents: ~\n', 'documents: null\n'])
        assert.equal(
          edited(empty, (draft) => draft.appendItems('documents', [{ id: 'd' }])),
          filled,
          empty,
        );
      assert.equal(
        edited('documents: [] # to come\nx-a: 1\n', (draft) => draft.appendItems('documents', [{ id: 'd' }])),
        'documents: # to come\n  - id: d\nx-a: 1\n',
      );
      assert.equal(
        edited('documents: # to come\nx-a: 1\n', (draft) => draft.appendItems('documents', [{ id: 'd' }])),
        'documents: # to come\n  - id: d\nx-a: 1\n',
      );
    });

    it('keeps what stands where the list belongs, as the first of it', () => {
      assert.equal(
        edited('documents: geen # yet\n', (draft) => draft.appendItems('documents', [{ id: 'd' }])),
        'documents: [geen, {id: d}] # yet\n',
      );
      assert.equal(
        edited('documents: {id: d1}\n', (draft) => draft.appendItems('documents', [{ id: 'd2' }])),
        'documents: [{id: d1}, {id: d2}]\n',
      );
    });

    it('goes on in brackets, where these stand', () => {
      assert.equal(
        edited('documents: [{id: d1}] # one\n', (draft) =>
          draft.appendItems('documents', [{ id: 'd2', title: 'A, b' }]),
        ),
        'documents: [{id: d1}, {id: d2, title: "A, b"}] # one\n',
      );
    });

    it('puts them where the items stand, if the list stands elsewhere', () => {
      assert.equal(
        edited('x-all: &all\n  - id: d1\n  # more\ndocuments: *all\n', (draft) =>
          draft.appendItems('documents', [{ id: 'd2' }]),
        ),
        'x-all: &all\n  - id: d1\n  - id: d2\n  # more\ndocuments: *all\n',
      );
      assert.equal(
        edited('x-all: &all [{id: d1}]\ndocuments: *all\n', (draft) =>
          draft.appendItems('documents', [{ id: 'd2' }]),
        ),
        'x-all: &all [{id: d1}, {id: d2}]\ndocuments: *all\n',
      );
    });
  });

  describe('insertSection and insertPlain', () => {
    it('put it in the order of the format', () => {
      assert.equal(
        edited('vangnet: 1\ncase: {id: c} # c\nletters: []\n', (draft) =>
          draft.insertSection('claim', { id: 'v', grounds: ['a.b', 'c.d'], request: undefined }),
        ),
        'vangnet: 1\ncase: {id: c} # c\nclaim:\n  id: v\n  grounds: [a.b, c.d]\nletters: []\n',
      );
      assert.equal(
        edited('# head\ncase: {id: c}\n', (draft) => draft.insertPlain('vangnet', 1)),
        '# head\nvangnet: 1\ncase: {id: c}\n',
      );
    });
  });

  describe('setKey', () => {
    const text =
      '    - id: b1 # own\n      from:\n          role: mayor\n      # why\n      status: signed\n';

    it('puts a field among its siblings in the order of the format, as deep as they are', () => {
      assert.equal(
        edited(`letters:\n${text}`, (draft) => draft.setKey(fieldsOf(draft, 'b1'), 'letter', 'date', '2020')),
        `letters:\n${text}      date: "2020"\n`,
      );
      assert.equal(
        edited('letters:\n  - status: signed # s\n    date: 2020\n', (draft) =>
          draft.setKey(draft.model.letters[0]?.node as MapNode, 'letter', 'id', 'b'),
        ),
        'letters:\n  - id: b\n    status: signed # s\n    date: 2020\n',
      );
    });

    it('gives a value to a field that has none, and another to one that has', () => {
      assert.equal(
        edited('claim:\n  id: v\n  kind: # which?\n  scope: any-time\n', (draft) =>
          draft.setKey(fieldsOf(draft, 'v'), 'claim', 'kind', 'deferral'),
        ),
        'claim:\n  id: v\n  kind: deferral # which?\n  scope: any-time\n',
      );
      assert.equal(
        edited('claim:\n  id: v\n  scope: first-procedure # too narrow\n', (draft) =>
          draft.setKey(fieldsOf(draft, 'v'), 'claim', 'scope', 'any-time'),
        ),
        'claim:\n  id: v\n  scope: any-time # too narrow\n',
      );
    });

    it('writes in brackets where the others stand in them', () => {
      assert.equal(
        edited('letters: [{id: b1, date: 2020}] # b\n', (draft) =>
          draft.setKey(fieldsOf(draft, 'b1'), 'letter', 'status', 'signed'),
        ),
        'letters: [{id: b1, status: signed, date: 2020}] # b\n',
      );
      assert.equal(
        edited('letters: [{status: signed}]\n', (draft) =>
          draft.setKey(draft.model.letters[0]?.node as MapNode, 'letter', 'id', 'b'),
        ),
        'letters: [{id: b, status: signed}]\n',
      );
    });

    it('writes a long text below its field, quotes where it must, in the quotes of the file', () => {
      const long = 'Dit is een lange tekst: die staat onder het veld, en een mens kan hem lezen en wijzigen.';
      assert.equal(
        edited("claim:\n  id: 'v'\n", (draft) =>
          draft.setKey(fieldsOf(draft, 'v'), 'claim', 'request', long),
        ),
        "claim:\n  id: 'v'\n  request: >-\n    Dit is een lange tekst: die staat onder het veld, en een mens kan hem lezen en wijzigen.\n",
      );
      assert.equal(
        edited("claim:\n  id: 'v'\n", (draft) =>
          draft.setKey(fieldsOf(draft, 'v'), 'claim', 'request', 'a: b'),
        ),
        "claim:\n  id: 'v'\n  request: 'a: b'\n",
      );
    });
  });

  describe('setKeys', () => {
    it('adds each in its place', () => {
      assert.equal(
        edited('claim:\n  id: v\n  # s\n  scope: any-time\n', (draft) => {
          const fields = { kind: 'deferral', grounds: ['a.b'], request: undefined };
          return mergeEdits(draft.setKeys(fieldsOf(draft, 'v'), 'claim', fields));
        }),
        'claim:\n  id: v\n  kind: deferral\n  # s\n  scope: any-time\n  grounds: [a.b]\n',
      );
    });

    it('writes below the field where only {} stood behind it, and in brackets where they go on', () => {
      const conditions: Edit = (draft) => {
        const pair = pairIn(draft, 'v', 'conditions');
        return draft.setKeys(
          pair.value as MapNode,
          'conditions',
          { dublin: false, removalDateSet: true },
          pair.key,
        );
      };
      assert.equal(
        edited('claim:\n  id: v\n  conditions: {} # c\n', conditions),
        'claim:\n  id: v\n  conditions: # c\n    dublin: false\n    removalDateSet: true\n',
      );
      assert.equal(
        edited('claim: {id: v, conditions: {}} # c\n', conditions),
        'claim: {id: v, conditions: {dublin: false, removalDateSet: true}} # c\n',
      );
    });
  });

  describe('addToList', () => {
    const add =
      (values: readonly string[], where?: 'first' | 'last'): Edit =>
      (draft) =>
        draft.addToList(fieldsOf(draft, 'v'), 'claim', 'grounds', values, where);

    it('begins the list, and goes on in brackets', () => {
      assert.equal(edited('claim:\n  id: v\n', add(['a.b'])), 'claim:\n  id: v\n  grounds: [a.b]\n');
      assert.equal(
        edited('claim:\n  id: v\n  grounds: [] # g\n', add(['a.b', 'c'])),
        'claim:\n  id: v\n  grounds: [a.b, c] # g\n',
      );
      assert.equal(
        edited('claim:\n  id: v\n  grounds: [x] # g\n', add(['a.b'])),
        'claim:\n  id: v\n  grounds: [x, a.b] # g\n',
      );
      assert.equal(
        edited('claim: {id: v, grounds: [x, y,]}\n', add(['a'], 'first')),
        'claim: {id: v, grounds: [a, x, y,]}\n',
      );
    });

    it('goes on with dashes, in both styles of list, at either end', () => {
      assert.equal(
        edited(
          'claim:\n  id: v\n  grounds:\n    - x # x\n    -   y # y\n  # k\n  kind: deferral\n',
          add(['a', 'b']),
        ),
        'claim:\n  id: v\n  grounds:\n    - x # x\n    -   y # y\n    - a\n    - b\n  # k\n  kind: deferral\n',
      );
      assert.equal(
        edited('claim:\n  id: v\n  grounds:\n  - x # x\n  kind: deferral\n', add(['a', 'b'], 'first')),
        'claim:\n  id: v\n  grounds:\n  - a\n  - b\n  - x # x\n  kind: deferral\n',
      );
    });

    it('leaves a list that others share as it is, and writes out what it holds', () => {
      const shared = 'x-shared: &shared\n  - a.b # one\n  - "c: d"\n';
      assert.equal(
        edited(`${shared}claim:\n  id: v\n  grounds: *shared # all\n  kind: deferral\n`, add(['e.f'])),
        `${shared}claim:\n  id: v\n  grounds: [a.b, "c: d", e.f] # all\n  kind: deferral\n`,
      );
      assert.equal(
        edited(`${shared}claim: {id: v, grounds: *shared}\n`, add(['e.f'], 'first')),
        `${shared}claim: {id: v, grounds: [e.f, a.b, "c: d"]}\n`,
      );
      assert.equal(
        edited('x-one: &one a.b\nclaim:\n  id: v\n  grounds: [*one]\n', add(['e.f'])),
        'x-one: &one a.b\nclaim:\n  id: v\n  grounds: [*one, e.f]\n',
      );
    });

    it('keeps a single value that stands where the list belongs', () => {
      assert.equal(
        edited('claim:\n  id: v\n  grounds: a.b # g\n', add(['c.d'])),
        'claim:\n  id: v\n  grounds: [a.b, c.d] # g\n',
      );
      assert.equal(
        edited('claim:\n  id: v\n  grounds: ~\n', add(['c.d'])),
        'claim:\n  id: v\n  grounds: [c.d]\n',
      );
      assert.equal(
        edited('claim:\n  id: v\n  grounds: &g   a.b\n  x-too: *g\n', add(['c.d'])),
        'claim:\n  id: v\n  grounds: [&g   a.b, c.d]\n  x-too: *g\n',
      );
    });
  });

  describe('setScalar and replace', () => {
    const set =
      (value: string | number | boolean): Edit =>
      (draft) =>
        draft.setScalar(pairIn(draft, 'v', 'kind').value as ScalarNode, value);

    it('keep the quotes, and add them where they are needed', () => {
      assert.equal(edited("claim: {id: v, kind: 'x'} # c\n", set('y')), "claim: {id: v, kind: 'y'} # c\n");
      assert.equal(edited('claim: {id: v, kind: "x"}\n', set('y')), 'claim: {id: v, kind: "y"}\n');
      assert.equal(edited('claim: {id: v, kind: x}\n', set('y: z')), 'claim: {id: v, kind: "y: z"}\n');
      assert.equal(edited('claim: {id: v, kind: x}\n', set(true)), 'claim: {id: v, kind: true}\n');
    });

    it('put a text in the place of a stretch', () => {
      assert.equal(
        edited('claim: {id: v, kind: x}\n', (draft) =>
          draft.replace(pairIn(draft, 'v', 'kind').key, 'scope'),
        ),
        'claim: {id: v, scope: x}\n',
      );
    });
  });

  describe('wrapInList', () => {
    const wrap: Edit = (draft) => draft.wrapInList(draft.doc.entry('claim')?.value as MapNode);

    it('puts fields behind a dash, with their texts and comments', () => {
      assert.equal(
        edited('claim:\n  # first\n  id: v\n  request: |\n    a\n\n    b\n  # k\n  kind: x\n', wrap),
        'claim:\n  # first\n  - id: v\n    request: |\n      a\n\n      b\n    # k\n    kind: x\n',
      );
      assert.equal(edited('claim: {id: v} # c\n', wrap), 'claim: [{id: v}] # c\n');
    });
  });

  describe('appendItems', () => {
    it('keeps a text that stands where the list belongs whole, as its first item', () => {
      const added = (before: string) =>
        edited(before, (draft) => draft.appendItems('letters', [{ id: 'b' }]));
      assert.equal(added('letters: "a, b]"\n'), 'letters: ["a, b]", {id: b}]\n');
      assert.equal(added('letters: "a\\nb"\n'), 'letters: ["a\\nb", {id: b}]\n');
    });
  });

  describe('removePair', () => {
    const remove =
      (key: string): Edit =>
      (draft) =>
        draft.removePair(fieldsOf(draft, 'v'), pairIn(draft, 'v', key));

    it('takes the line, and nothing of the lines around it', () => {
      assert.equal(
        edited('claim:\n  id: v\n  # k\n  kind: x\n  # s\n  scope: y\n', remove('kind')),
        'claim:\n  id: v\n  # k\n  # s\n  scope: y\n',
      );
      assert.equal(
        edited('claim:\n  id: v\n  grounds:\n    - a\n    - b\n  scope: y', remove('grounds')),
        'claim:\n  id: v\n  scope: y',
      );
      assert.equal(edited('letters:\n  - kind: x\n    id: v\n', remove('kind')), 'letters:\n  - id: v\n');
    });

    it('leaves the comments beside it and in it, on lines of their own', () => {
      assert.equal(
        edited('claim:\n  id: v\n  kind: x # waarom\n  scope: y\n', remove('kind')),
        'claim:\n  id: v\n  # waarom\n  scope: y\n',
      );
      assert.equal(
        edited('claim:\n  id: v\n  grounds: # eerst\n    # dan\n    - a # zo', remove('grounds')),
        'claim:\n  id: v\n  # eerst\n  # dan\n  # zo',
      );
      assert.equal(
        edited('letters:\n  - kind: x # a\n    # b\n    id: v\n', remove('kind')),
        'letters:\n  - # a\n    # b\n    id: v\n',
      );
      assert.equal(
        edited('claim: {\n  id: v,\n  kind: x, # a\n  scope: y # b\n}\n', remove('kind')),
        'claim: {\n  id: v,\n  # a\n  scope: y # b\n}\n',
      );
      assert.equal(
        edited('claim: {\n  id: v, # a\n  kind: x }\n', remove('kind')),
        'claim: {\n  id: v # a\n        }\n',
      );
    });

    it('leaves what silenced it as words only', () => {
      assert.equal(
        edited(
          'claim:\n  id: v\n  grounds:\n    # vangnet-ignore x: om y\n    - a\n  scope: y\n',
          remove('grounds'),
          {
            dropsComments: true,
          },
        ),
        'claim:\n  id: v\n  ## vangnet-ignore x: om y\n  scope: y\n',
      );
    });

    it('takes the comma too', () => {
      assert.equal(
        edited('claim: {id: v, kind: x, scope: y}\n', remove('kind')),
        'claim: {id: v, scope: y}\n',
      );
      assert.equal(edited('claim: {id: v, kind: x}\n', remove('kind')), 'claim: {id: v}\n');
      assert.equal(edited('claim: {kind, id: v}\n', remove('kind')), 'claim: {id: v}\n');
    });
  });

  describe('removeFromList', () => {
    const remove =
      (index: number): Edit =>
      (draft) =>
        draft.removeFromList(fieldsOf(draft, 'v'), pairIn(draft, 'v', 'grounds'), index);

    it('takes an item, and with the only one the field', () => {
      assert.equal(
        edited('claim:\n  id: v\n  grounds:\n    - a\n    # of b\n    - b\n', remove(0)),
        'claim:\n  id: v\n  grounds:\n    # of b\n    - b\n',
      );
      assert.equal(
        edited('claim: {id: v, grounds: [a, b, c]}\n', remove(1)),
        'claim: {id: v, grounds: [a, c]}\n',
      );
      assert.equal(edited('claim: {id: v, grounds: [a, b]}\n', remove(1)), 'claim: {id: v, grounds: [a]}\n');
      assert.equal(edited('claim:\n  id: v\n  grounds: [a]\n', remove(0)), 'claim:\n  id: v\n');
    });

    it('takes nothing from a list that stands elsewhere, nor where items are missing', () => {
      for (const text of [
        'x: &g [a, b]\nclaim: {id: v, grounds: *g}\n',
        'claim:\n  id: v\n  grounds:\n    - a\n    -\n',
      ])
        assert.equal(remove(0)(new Draft(buildModel(parseCase(text)))), undefined, text);
    });
  });

  describe('removeEntry', () => {
    it('takes a section with its lines', () => {
      assert.equal(
        edited(
          'case: {id: c}\n# of letters\nletters:\n  - id: b\n    status: x\n# of claim\nclaim: {id: v}\n',
          (draft) => {
            const entry = draft.doc.entry('letters');
            return entry && draft.removeEntry(entry);
          },
        ),
        'case: {id: c}\n# of letters\n# of claim\nclaim: {id: v}\n',
      );
    });
  });
});

describe('the draft', () => {
  const draftOf = (text: string) => new Draft(buildModel(parseCase(text)));

  it('hands out ids that nothing has', () => {
    const draft = draftOf(
      'letters:\n  - id: brief\nprocedures:\n  - id: p\n    remedies:\n      - id: brief-2\n',
    );
    const newId = draft.newIds();
    assert.deepEqual(['Brief', 'brief', 'Ärztin 3', '12', '…'].map(newId), [
      'brief-3',
      'brief-4',
      'arztin-3',
      'item',
      'item-2',
    ]);
    assert.equal(draft.newIds()('brief'), 'brief-3', 'each action begins anew');
  });

  it('knows the language of the file, and the year of the case', () => {
    assert.equal(draftOf('case: {jurisdiction: de}\n').language, 'de');
    assert.equal(draftOf('case: {jurisdiction: de, language: en}\n').language, 'en');
    assert.equal(draftOf('').language, 'nl');
    assert.equal(draftOf('case: {referenceDate: 2020-12-14}\n').referenceYear(), '2020');
  });

  it('makes fixes whose edits are in order and apart, and says of those that only help that they do', () => {
    const draft = draftOf('case: {id: c}\n');
    const title = { key: 'fixes.x' };
    const edits = [
      { start: 5, end: 6, text: 'b' },
      { start: 2, end: 2, text: 'a' },
      { start: 2, end: 2, text: 'z' },
    ];
    const fix = draft.fix('f', title, edits, { preferred: true });
    assert.deepEqual(fix.edits, [
      { start: 2, end: 2, text: 'az' },
      { start: 5, end: 6, text: 'b' },
    ]);
    assert.deepEqual([fix.safe, fix.preferred, fix.onlyHelps, fix.title], [false, true, false, title]);
    const helps = draft.fix('f', title, [], { onlyHelps: true });
    assert.deepEqual(helps.title, { key: 'fixes.only-helps', args: { title } });
  });

  it('refuses to apply edits that overlap', () => {
    const overlapping = [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ];
    assert.throws(() => applyEdits('abcdef', overlapping), RangeError);
    assert.equal(
      applyEdits('abc', [
        { start: 3, end: 3, text: 'd' },
        { start: 0, end: 1, text: 'A' },
      ]),
      'Abcd',
    );
  });
});
