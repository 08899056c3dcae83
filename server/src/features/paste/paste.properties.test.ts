/** What must hold of a paste anywhere in any case file. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCase } from '../../core/document.js';
import { applyEdits } from '../../core/edits/draft.js';
import { applyStep, editStep } from '../../testing/edit-scripts.js';
import { analyseText } from '../../testing/marked.js';
import { runs } from '../../testing/properties.js';
import { caseText, randomCase } from '../../testing/random-case.js';
import { commentsOf } from '../comments.js';
import { cleanCharacters, linesOf, proseOf } from './clean.js';
import { contentsOf, sameList } from './contents.js';
import { pasteAt } from './paste.js';

const aCase = fc.oneof(randomCase('nl'), randomCase('de')).map(caseText);

const piece = fc.constantFrom(
  'Zij woont hier',
  ' ',
  '\u00A0',
  '\u200B',
  ': ',
  ' #',
  '- ',
  '“ja”',
  "'",
  '"',
  '\\',
  '\n',
  '\r\n',
  '\n\n',
  '\r',
  '\v',
  '{',
  ']',
  '2013',
  '&a',
  '*b',
  '|',
  '>',
  '%',
  '@',
  '`',
  ', ',
  '…',
  'é',
  '👩‍👧',
  '\t',
  '\u00AD',
  'null',
  '---',
  '?',
);
const prose = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

/** The places of a text where a person has words, or could have. */
function placeIn(text: string, at: number): number {
  const places = [...text.matchAll(/(?<=: |- |\[|\w )(?=\S|$)|$/gm)].map(({ index }) => index);
  return places[at % places.length] ?? 0;
}

describe('a paste into any case file', function () {
  this.timeout(120_000);

  it('changes one value, to what it was with the clean text in it, and keeps the rest', () => {
    let done = 0;
    fc.assert(
      fc.property(aCase, fc.nat(2 ** 20), prose, fc.boolean(), (lf, at, raw, isCrlf) => {
        const text = isCrlf ? lf.replaceAll('\n', '\r\n') : lf;
        const start = placeIn(text, at);
        const analysis = analyseText(text);
        const result = pasteAt(analysis, { start, end: start }, raw);
        if (!result || 'problem' in result || result.as === 'structure') return;
        const pasted = applyEdits(text, [result.edit]);
        const after = parseCase(pasted);
        done++;
        assert.ok(after.problems.length <= analysis.document.problems.length, pasted);
        assert.ok(!isCrlf || !/(?<!\r)\n/.test(pasted), 'CRLF everywhere');
        const [before, now] = [contentsOf(analysis.document), contentsOf(after)];
        if (result.as === 'comment') {
          assert.deepEqual(now, before);
          return;
        }
        assert.deepEqual(commentsOf(after), commentsOf(analysis.document));
        // A list that was empty has brackets around its only item now.
        const first = now.findIndex((value, index) => value !== before[index]);
        const changed = now[first] === '[' ? now[first + 1] : now[first];
        const grown = now.length - before.length;
        assert.ok(grown <= 2, `${grown} values more`);
        assert.deepEqual(now.slice(first + 1 + grown), before.slice(first + 1));
        const squeeze = (words: string) => words.replaceAll(/\s+/g, '');
        const value = squeeze(String(JSON.parse(changed ?? '""')));
        assert.ok(value.includes(squeeze(linesOf(proseOf(raw, text)).join(''))), `${value} of ${raw}`);
        assert.equal(cleanCharacters(value), value);
      }),
      runs(400, 20_261_128),
    );
    assert.ok(done > 100, `only ${done} were pasted`);
  });

  it('keeps what a broken file says, or leaves it alone', () => {
    fc.assert(
      fc.property(
        aCase,
        fc.array(editStep, { minLength: 1, maxLength: 3 }),
        fc.nat(2 ** 20),
        fc.nat(30),
        prose,
        (plain, steps, at, length, raw) => {
          const text = steps.reduce(applyStep, plain);
          const start = Math.floor((at / 2 ** 20) * text.length);
          const end = Math.min(text.length, start + (length > 15 ? length : 0));
          const analysis = analyseText(text);
          const result = pasteAt(analysis, { start, end }, raw);
          if (!result || 'problem' in result) return;
          const after = parseCase(applyEdits(text, [result.edit]));
          assert.ok(after.problems.length <= analysis.document.problems.length);
          const rest = (of: readonly string[]) => of.filter((one) => one.length > 1).length;
          assert.ok(rest(contentsOf(after)) >= rest(contentsOf(analysis.document)) - (end > start ? 1 : 0));
        },
      ),
      runs(200, 20_261_129),
    );
  });

  it('puts an item that was cut out back where it was', () => {
    fc.assert(
      fc.property(aCase, fc.nat(2 ** 20), fc.nat(8), (text, at, indent) => {
        const { document } = analyseText(text);
        const lists = document.entries.flatMap(({ items }) => (items && items.length > 1 ? [items] : []));
        const list = lists[at % lists.length];
        const item = list?.[at % list.length];
        if (!list || !item?.node || document.text[document.startOf(item.mark)] !== '-') return;
        const index = list.indexOf(item);
        const { lines } = document;
        const first = lines.lineStart(lines.lineAt(document.startOf(item.mark)));
        const next = list[index + 1];
        if (!next) return;
        const end = lines.lineStart(lines.lineAt(document.startOf(next.mark)));
        const cut = text.slice(first, end);
        const moved = cut.replaceAll(/^(?=.)/gm, ' '.repeat(indent));
        const without = text.slice(0, first) + text.slice(end);
        const result = pasteAt(analyseText(without), { start: first, end: first }, moved);
        const pasted =
          result && !('problem' in result)
            ? applyEdits(without, [result.edit])
            : without.slice(0, first) + moved + without.slice(first);
        // What has a text of several lines may have one that is not ours to read: it is then pasted as it is.
        if (result || indent === 0)
          assert.ok(sameList(contentsOf(parseCase(pasted)), contentsOf(document)), pasted);
      }),
      runs(80, 20_261_130),
    );
  });
});
