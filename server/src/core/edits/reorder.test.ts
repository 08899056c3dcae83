import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { dedent } from '../../testing/marked.js';
import { parseCase } from '../document.js';
import { applyEdits } from './draft.js';
import { reorderItems } from './reorder.js';

function reorder(text: string, order: readonly number[]): string {
  const doc = parseCase(text);
  const entry = doc.entry('timeline');
  assert.ok(entry);
  return applyEdits(text, reorderItems(doc, entry, order));
}

function check(before: string, order: readonly number[], after: string): void {
  for (const eol of ['\n', '\r\n']) {
    assert.equal(reorder(dedent(before).replaceAll('\n', eol), order), dedent(after).replaceAll('\n', eol));
  }
}

describe('reordering a list', () => {
  it('moves whole items, of one line or several', () => {
    check(
      `
      timeline:
        - {id: a}
        - id: b
          title: >-
            one
            two
        -
          id: c
      claim: {}
      `,
      [2, 1, 0],
      `
      timeline:
        -
          id: c
        - id: b
          title: >-
            one
            two
        - {id: a}
      claim: {}
      `,
    );
  });

  it('moves lists whose dashes stand under their key', () => {
    check(
      'timeline: # all\n- id: a\n  title: A\n- id: b # of b\n  # more of b\n# next\nclaim: {}\n',
      [1, 0],
      'timeline: # all\n- id: b # of b\n  # more of b\n- id: a\n  title: A\n# next\nclaim: {}\n',
    );
  });

  it('leaves blank lines where they are', () => {
    check(
      'timeline:\n\n  - id: a\n  - id: b\n\n\n  - id: c\n\nclaim: {}\n',
      [2, 0, 1],
      'timeline:\n\n  - id: c\n  - id: a\n\n\n  - id: b\n\nclaim: {}\n',
    );
  });

  it('takes along the comments above and below an item', () => {
    check(
      `
      timeline:
        # of the list

        # above a
        # and a second line
        - id: a
          # inside a
          title: A # behind a
          # below a

          # below a, too
        # above b
        - id: b
        # right below b

        # free-standing, before c

        # above c
        - id: c
          # below c
        # also below c

      # of the claim
      claim: {}
      `,
      [2, 1, 0],
      `
      timeline:
        # of the list

        # free-standing, before c

        # above c
        - id: c
          # below c
        # also below c
        # above b
        - id: b
        # right below b

        # above a
        # and a second line
        - id: a
          # inside a
          title: A # behind a
          # below a

          # below a, too

      # of the claim
      claim: {}
      `,
    );
  });

  it('moves the last line of a file that ends without a line break', () => {
    check(
      'timeline:\n  - id: a\n  - id: b\n    title: |\n      text',
      [1, 0],
      'timeline:\n  - id: b\n    title: |\n      text\n  - id: a',
    );
  });

  it('touches only what moves', () => {
    const text = 'timeline:\n  - id: a\n  - id: c\n  - id: b\n  - id: d\n';
    const doc = parseCase(text);
    const [edit] = reorderItems(doc, doc.entry('timeline')!, [0, 2, 1, 3]);
    assert.equal(edit && text.slice(edit.start, edit.end), '  - id: c\n  - id: b');
    assert.deepEqual(reorderItems(doc, doc.entry('timeline')!, [0, 1, 2, 3]), []);
  });

  it('leaves alone what it can’t move without a risk', () => {
    const texts = [
      'timeline: [{id: a}, {id: b}]\n',
      'timeline:\n  - {id: a, persons: &who [x]}\n  - {id: b, persons: *who}\n',
      'timeline:\n  - id: a\n    title: |+\n      text\n\n  - id: b\n',
      'timeline:\n  - id: a\n    title: "open\n  - id: b\n',
      'timeline:\n  - id: a\n<<<<<<< ours\n  - id: b\n=======\n  - id: c\n>>>>>>> theirs\n',
      'timeline:\n  - id: a\n<<<<<<< ours\n    title: x\n=======\n    title: y\n>>>>>>> theirs\n    kind: other\n  - id: b\n',
      'timeline: {id: a}\n',
      'timeline:\n',
    ];
    for (const text of texts) assert.equal(reorder(text, [1, 0]), text);
  });

  const aComment = fc.constantFrom(
    '',
    '',
    '\n',
    '  # note\n',
    '    # deep\n',
    '\n  # free\n\n',
    '# left\n',
    '\n    # deep after a blank\n',
    '  \n',
  );
  const anItem = fc.constantFrom(
    '  - {id: ID, title: x}\n',
    '  - id: ID # c\n    title: x\n',
    '  - id: ID\n    # in\n    title: >-\n      a\n\n      # no comment\n',
    '  - id: ID\n    title: |\n      text\n     \n',
    '  - # c\n    id: ID\n    persons:\n      - a\n      - b\n',
    '  - id: ID\n    title:\n',
    '  -\n',
    '  - id: ID\n    title: "two\n      lines"\n',
  );

  it('gives the same values in the new order, and loses no line', () => {
    const lists = fc.array(fc.tuple(aComment, anItem), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        lists,
        aComment,
        fc.constantFrom('\n', '\r\n'),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        (parts, tail, eol, random, isCut) => {
          const items = parts.map(([comment, item], n) => comment + item.replace('ID', `i${n}`)).join('');
          let text = `case: {}\ntimeline:\n${items}${tail}claim: {id: v}\n`;
          if (isCut) text = text.replace(/\s*claim.*\n$/, '');
          text = text.replaceAll('\n', eol);
          const order = parts
            .map((_, n) => ({ n, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ n }) => n);
          const result = reorder(text, order);
          const [before, after] = [parse(text), parse(result)];
          assert.deepEqual(
            after.timeline,
            order.map((n) => before.timeline[n]),
          );
          assert.deepEqual({ ...after, timeline: 0 }, { ...before, timeline: 0 });
          const lines = (of: string) => of.split(/\r?\n/).sort();
          assert.deepEqual(lines(result), lines(text));
          assert.deepEqual(parseCase(result).problems, []);
        },
      ),
      { numRuns: 500 },
    );
  });
});
