/** What the quick reader makes of a text is what `yaml` makes of it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../testing/properties.js';
import { edited, SAMPLES, sample } from '../../testing/texts.js';
import { yamlText } from '../../testing/yaml-text.js';
import { findBlocks } from '../blocks.js';
import { ROOM } from '../kept.js';
import type { Node } from '../tree.js';
import { read } from './read.js';
import { parseByLibrary } from './unit.js';

const NOTHING_ELSE = { ...ROOM, problems: [], holes: [], hasAlias: false, documents: 1 };

function quickly(text: string) {
  return read({ text, root: undefined, comments: [], ...NOTHING_ELSE });
}

/** Of each unit, and of the text as one: the reader cares little for where it was cut. */
function stretchesOf(text: string): string[] {
  return [text, ...findBlocks(text).map(({ start, end }) => text.slice(start, end))];
}

/** The tree without the way back to its unit. */
function bare(node: Node | undefined): unknown {
  if (!node) return undefined;
  const { unit: _, ...own } = node;
  if (node.kind === 'seq') return { ...own, items: node.items.map(bare) };
  if (node.kind === 'map')
    return { ...own, pairs: node.pairs.map(({ key, value }) => [bare(key), bare(value)]) };
  return own;
}

function isReadLikeLibrary(text: string): void {
  for (const stretch of stretchesOf(text)) {
    const built = quickly(stretch);
    if (!built) continue;
    const { root, comments, text: _, ...rest } = parseByLibrary(stretch);
    assert.deepEqual(rest, NOTHING_ELSE);
    assert.deepEqual(bare(built.root), bare(root));
    assert.deepEqual(built.comments, comments);
  }
}

const MARKS = [
  'a¦b: ¦- ¦: ¦:¦-¦ ¦  ¦\n¦\n  ¦\n- ¦\n  - ¦\na: ¦\n  b: ¦\r\n¦\n\n¦\n    ¦[¦]¦{¦}¦, ¦,¦\'¦"¦""¦#¦ # c¦|¦>¦>-¦|-¦|+¦\\¦\\\n',
  '?¦1¦~¦.¦---¦@¦%¦`¦=¦<<¦é😀¦[a, b]¦{a: b}¦\'x\'¦"y"¦ >-\n    t\n¦ |\n  t\n   u\n¦\n   \n¦# c\n¦key: v\n¦\t¦&a¦*a¦!¦\n    - e',
].flatMap((line) => line.split('¦'));
/** Small texts of what has a meaning to YAML, so that each mark stands beside each other one. */
const marks = fc.array(fc.constantFrom(...MARKS), { maxLength: 20 }).map((parts) => parts.join(''));

const CONTENTS = [
  "a:¦b: x¦c: [x, y]¦d: {e: f}¦g: >-¦h: |¦i¦# c¦¦j: 'k'¦\"l\": \"m\\n\"¦n: o # p¦q:r¦s: t: u¦v: -w¦x: ''''¦y: \"z¦two words",
  'k: >  # c¦-¦a : b¦[a, b]: c¦? a¦: b¦---¦...¦x: - y¦y: "a" b¦z: [a, ¦  ¦a: |2¦e: "\\x41"¦f: 2013-01-01¦...: a¦-a: b',
].flatMap((line) => line.split('¦'));
const line = fc
  .record({
    column: fc.nat(5),
    start: fc.constantFrom('', '', '- ', '-   ', '- - '),
    content: fc.constantFrom(...CONTENTS),
    end: fc.constantFrom('', '', '', ' ', '  # d', '#e', ' #'),
  })
  .map(({ column, start, content, end }) => ' '.repeat(column) + start + content + end);
/** Lines of what a case file has, in any order and at any column. */
const lines = fc
  .tuple(fc.array(line, { maxLength: 10 }), fc.constantFrom('\n', '\r\n'))
  .map(([all, eol]) => all.join(eol));

describe('the quick reader', function () {
  this.timeout(120_000);

  it('reads what it reads as yaml does, places and comments included', () => {
    for (const text of SAMPLES) isReadLikeLibrary(text);
    fc.assert(fc.property(sample, isReadLikeLibrary), runs(2, 1));
    fc.assert(fc.property(yamlText, isReadLikeLibrary), runs(400, 1986));
    fc.assert(fc.property(edited, isReadLikeLibrary), runs(60, 2003));
    fc.assert(fc.property(marks, isReadLikeLibrary), runs(4000, 2013));
    fc.assert(fc.property(lines, isReadLikeLibrary), runs(4000, 2015));
    // Found among millions of others.
    isReadLikeLibrary('b: "a \\\n: "');
  });

  it('reads nearly all of a case', () => {
    const stretches = SAMPLES.flatMap((text) =>
      findBlocks(text).map(({ start, end }) => text.slice(start, end)),
    );
    const left = stretches.filter((stretch) => !quickly(stretch));
    assert.ok(left.length < stretches.length / 50, left.join('…\n'));
  });
});
