/** The parts of the case paper that tell what carries it: letters, documents, and which circumstance rests on what. */

import { lazily } from '../../core/steps.js';
import type { ReadableCase, Ref } from '../readable/types.js';
import { type Line, paragraphs, runs, type Sheet } from './paper.js';
import { headsOf } from './tables.js';
import type { Word } from './words.js';

/** Circumstances against what carries them. */
export function matrix(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.circumstances.length === 0) return;
  sheet.heading(word('matrix'));
  const cell = (refs: readonly Ref[]): Line[] =>
    refs.length === 0
      ? [[{ text: word('none-yet'), look: 'italic' }]]
      : refs.map(({ text, isExpected }) => runs(isExpected ? word('expected', { text }) : text));
  sheet.add({
    kind: 'table',
    caption: word('matrix'),
    heads: headsOf(word, 'circumstance', 'letters', 'documents', 'arguments'),
    widths: [25, 25, 25, 25],
    rows: lazily(told.circumstances, (circumstance) => ({
      cells: [
        [runs(circumstance.title)],
        cell(circumstance.letters),
        cell(circumstance.documents),
        cell(circumstance.arguments),
      ],
      at: circumstance.at,
      id: circumstance.id,
    })),
  });
}

export function letters(sheet: Sheet, told: ReadableCase, word: Word): void {
  sheet.heading(word('letters'));
  if (told.letters.length === 0) {
    empty(sheet, word);
    return;
  }
  sheet.add({
    kind: 'table',
    caption: word('letters'),
    heads: headsOf(word, 'sender', 'state', 'about-what'),
    widths: [28, 20, 52],
    rows: lazily(
      told.letters,
      ({ from, roleText, statusText, date, summary: text, supports, file, at, id }) => ({
        cells: [
          [runs(from), ...(roleText && roleText !== from ? [runs(roleText, 'faint')] : [])],
          [runs([statusText, date?.text].filter((part) => part).join(', '))],
          orDash([
            ...paragraphs(text ?? ''),
            ...(supports.length > 0
              ? [runs(word('supports', { list: supports.map((ref) => ref.text).join('; ') }), 'faint')]
              : []),
            ...(file ? [runs(word('file', { file }), 'faint')] : []),
          ]),
        ],
        at,
        id,
      }),
    ),
  });
}

export function documents(sheet: Sheet, told: ReadableCase, word: Word): void {
  if (told.documents.length === 0) return;
  sheet.heading(word('documents'));
  sheet.add({
    kind: 'table',
    caption: word('documents'),
    heads: headsOf(word, 'document', 'kind', 'about-what'),
    widths: [38, 22, 40],
    rows: lazily(told.documents, ({ title, kind, date, supports, file, at, id }) => ({
      cells: [
        [runs(title), ...(date ? [runs(date.text, 'faint')] : [])],
        [runs(kind ?? '–')],
        orDash([
          ...supports.map((ref) => runs(ref.text)),
          ...(file ? [runs(word('file', { file }), 'faint')] : []),
        ]),
      ],
      at,
      id,
    })),
  });
}

/** A cell without anything looks as if something had gone wrong. */
function orDash(lines: readonly Line[]): readonly Line[] {
  return lines.length > 0 ? lines : [runs('–', 'faint')];
}

/** Where a part has nothing yet. */
export function empty(sheet: Sheet, word: Word): void {
  sheet.paragraph([{ text: word('nothing-yet'), look: 'italic' }]);
}
