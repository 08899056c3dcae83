/** No edit that is offered takes a word away that its title doesn't name, in any file, with comments anywhere in it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../core/edits/draft.js';
import type { TextEdit } from '../core/findings.js';
import { type Analysis, analyse, DEFAULT_SETTINGS } from '../pipeline/analysis.js';
import { fixAll } from '../pipeline/fix-all.js';
import { applyStep, editStep } from '../testing/edit-scripts.js';
import { runs } from '../testing/properties.js';
import { caseText, randomCase } from '../testing/random-case.js';
import { SAMPLES } from '../testing/texts.js';
import { actionsAt } from './actions/all.js';
import { layoutEdits } from './format/format.js';
import { typedEdits } from './format/on-type.js';
import { LETTER_STATES, moveItem, setLetter } from './forms/changes.js';
import { targets } from './forms/fields.js';
import { addItem, LISTS } from './forms/items.js';
import { setField } from './forms/set-field.js';
import { rename } from './navigation.js';
import { pasteAt } from './paste/paste.js';

/** Comments of every kind: above, behind, in the middle of lists, at the end without a line break. */
function withComments(text: string, every: number): string {
  let count = 0;
  return text
    .split('\n')
    .map((line) => {
      const number = ++count;
      if (line.trim() === '' || line.includes('#')) return line;
      if (number % every === 0) return `${/^ */.exec(line)?.[0]}# boven${number}\n${line}`;
      return number % every === 1 && /: [a-z\d-]+$/.test(line) ? `${line} # achter${number}` : line;
    })
    .join('\n');
}

const text = fc
  .record({
    start: fc.oneof(
      { weight: 3, arbitrary: fc.oneof(randomCase('nl'), randomCase('de')).map(caseText) },
      { weight: 2, arbitrary: fc.constantFrom(...SAMPLES) },
    ),
    every: fc.integer({ min: 3, max: 7 }),
    steps: fc.array(editStep, { maxLength: 2 }),
    style: fc.constantFrom('\n', '\r\n', 'no last line break', 'lone CR'),
  })
  .map(({ start, every, steps, style }) => {
    const own = steps.reduce(applyStep, withComments(start, every));
    if (style === 'no last line break') return own.trimEnd();
    // Some of them only: a file of lone CRs is one line to YAML.
    if (style === 'lone CR') return own.replaceAll(/(?<=achter\d+)\n/g, '\r');
    return own.replaceAll('\n', style);
  });

const WORD = /[\p{L}\p{N}_]+/gu;

/** The words of one that the other has not, or not as often. */
function lostWords(before: string, after: string): string[] {
  const left = new Map<string, number>();
  for (const [word] of after.matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const [word] of before.matchAll(WORD)) {
    const count = left.get(word) ?? 0;
    if (count === 0) lost.push(word);
    else left.set(word, count - 1);
  }
  return lost;
}

/** Comments that the text was given: their words are nobody else's. */
const OF_COMMENT = /^(?:boven|achter)\d/;

/** Their titles name what goes: a value that becomes another, a field or citation that is taken away. */
const NAMING = /^(?:use-|set-|rename|rewrite-|remove|replace$|normalise$|widen$|mask$|mark$|only-year$)/;
/** Of these it is all of a field, which may have any length; of all others a value, on its line. */
const TAKING = /^remove/;

function keeps(analysis: Analysis, edits: readonly TextEdit[], what: string): void {
  const lost = lostWords(analysis.text, applyEdits(analysis.text, edits));
  assert.deepEqual(lost, [], `${what}: ${JSON.stringify(edits)}\n${analysis.text}`);
}

function keepsAllButNamed(analysis: Analysis, id: string, edits: readonly TextEdit[], what: string): void {
  if (!NAMING.test(id)) {
    keeps(analysis, edits, what);
    return;
  }
  const lost = lostWords(analysis.text, applyEdits(analysis.text, edits));
  const words = lost.filter((word) => OF_COMMENT.test(word));
  // In a folded text, what looks like a comment is text.
  const isInText = words.every((word) => !commentWords(analysis).has(word));
  assert.ok(isInText, `${what} takes ${words} along: ${JSON.stringify(edits)}\n${analysis.text}`);
  if (TAKING.test(id)) return;
  for (const { start, end } of edits) {
    const gone = lostWords(analysis.text.slice(start, end), edits.map((edit) => edit.text).join(' '));
    const isOnLine = !analysis.text.slice(start, end).includes('\n') || gone.length === 0;
    assert.ok(isOnLine, `${what} takes ${gone} along: ${JSON.stringify(edits)}\n${analysis.text}`);
  }
}

function commentWords({ document }: Analysis): ReadonlySet<string> {
  const comments = document.units.flatMap(({ unit }) =>
    unit.comments.map(({ start, end }) => unit.text.slice(start, end)),
  );
  return new Set(comments.flatMap((comment) => comment.match(WORD) ?? []));
}

const TODAY = 20_781;

describe('every typed word stays', function () {
  this.timeout(120_000);

  const check = (numRuns: number, seed: number, judge: (analysis: Analysis, at: number) => void) =>
    fc.assert(
      fc.property(text, fc.nat(2 ** 20), (own, at) => {
        const analysis = analyse(own, { settings: DEFAULT_SETTINGS, today: TODAY });
        judge(analysis, Math.floor((at / 2 ** 20) * own.length));
      }),
      runs(numRuns, seed),
    );

  it('whichever fix is taken, and silencing', () =>
    check(40, 20_261_140, (analysis) => {
      for (const { rule, fixes, silence } of analysis.findings.slice(0, 80)) {
        // The comment itself is what this one is about.
        for (const { id, edits } of fixes())
          if (rule !== 'unused-suppression') keepsAllButNamed(analysis, id, edits, `${rule}/${id}`);
        keeps(analysis, silence()?.edits ?? [], `${rule}/silence`);
      }
    }));

  it('when all that is safe is mended at once', () =>
    check(25, 20_261_141, (analysis) => {
      const lost = lostWords(analysis.text, fixAll(analysis).text).filter((word) => OF_COMMENT.test(word));
      assert.deepEqual(lost, []);
    }));

  it('whatever is restructured, formatted, or typed', () =>
    check(50, 20_261_142, (analysis, at) => {
      const selection = { start: at, end: at + 60 };
      for (const { id, edits } of actionsAt(analysis, selection, () => true)) keeps(analysis, edits, id);
      keeps(analysis, layoutEdits(analysis.document, {}), 'formatting');
      for (const typed of ['\n', '-']) keeps(analysis, typedEdits(analysis, at, typed), 'typing');
    }));

  it('whatever is filled in, moved and added by forms', () =>
    check(25, 20_261_143, (analysis, at) => {
      for (const by of [1, -1] as const) keeps(analysis, moveItem(analysis, at, by) ?? [], 'moving');
      const comments = lostComments(analysis);
      for (const { data } of analysis.model.letters)
        comments(setLetter(analysis, data.id ?? '', LETTER_STATES[at % 5] ?? '', '2026-01-02'), 'a letter');
      for (const section of LISTS.keys()) {
        const added = addItem(analysis, section, { title: 'Nieuw', name: 'Nieuw', date: '2013' }, 'nl');
        if (added && 'edit' in added) keeps(analysis, [added.edit], `adding to ${section}`);
      }
      for (const { at: place } of targets(analysis).slice(0, 12))
        for (const field of ['title', 'kind', 'status', 'supports', 'description', 'from.role'])
          for (const answer of ['Iets anders', '', ['a']]) {
            const outcome = setField(analysis, place, field, answer, 'nl');
            if (outcome && 'edits' in outcome) comments(outcome.edits, `${place}.${field}`);
          }
    }));

  it('but the old name, when an item gets another', () =>
    check(60, 20_261_144, (analysis, at) => {
      const renamed = rename(analysis, at, 'nieuwe-naam');
      if ('edits' in renamed) lostComments(analysis)(renamed.edits, 'renaming');
    }));

  it('when something is pasted between them', () =>
    check(30, 20_261_145, (analysis, at) => {
      // Not into a word, which would become two.
      const start = at + analysis.text.slice(at).search(/[^\p{L}\p{N}_]|$/u);
      const pasted = pasteAt(analysis, { start, end: start }, '(Zij zei:)\n- “ja”\u00a0\tnu: #1.\n');
      if (pasted && 'edit' in pasted) keeps(analysis, [pasted.edit], 'pasting');
    }));
});

/** A value may give way to what a person answered; the comments around it never. */
function lostComments(analysis: Analysis) {
  const known = commentWords(analysis);
  return (edits: readonly TextEdit[] | undefined, what: string): void => {
    const lost = lostWords(analysis.text, applyEdits(analysis.text, edits ?? []));
    const words = lost.filter((word) => OF_COMMENT.test(word) && known.has(word));
    assert.deepEqual(words, [], `${what}: ${JSON.stringify(edits)}\n${analysis.text}`);
  };
}
