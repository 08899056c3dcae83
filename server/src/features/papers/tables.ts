/** The tables that several papers share. */

import { lazily } from '../../core/steps.js';
import { capitalised } from '../../core/words/capitals.js';
import { drawnTimeline } from '../picture/drawn.js';
import { timelinePicture } from '../picture/picture.js';
import type { ReadableCase, ReadableProcedure, ReadableStep, Ref } from '../readable/types.js';
import { type Block, type Line, paragraphs, runs, type Sheet } from './paper.js';
import type { Word } from './words.js';

export function headsOf(word: Word, ...keys: readonly string[]): string[] {
  return keys.map((key) => capitalised(word(key)));
}

/** A letter says that it is one: its sender alone could be anything. */
function evidenceText({ kind, text, isExpected }: Ref, word: Word): string {
  const shown = kind === 'letter' ? word('letter-of', { from: text }) : text;
  return isExpected ? word('expected', { text: shown }) : shown;
}

/** Who is who; `without` names fields that the paper's reader has no use for. */
export function personsTable({ persons }: ReadableCase, word: Word, without: readonly string[] = []): Block {
  return {
    kind: 'table',
    caption: word('persons'),
    heads: headsOf(word, 'name', 'role', 'age', 'known'),
    widths: [22, 20, 16, 42],
    rows: lazily(persons, ({ name, role, age, fields, at, id }) => ({
      cells: [
        [runs(name)],
        [runs(role)],
        [runs(age ?? '–')],
        fields
          .filter(({ key }) => !without.includes(key))
          .map(({ label, text }): Line => [...runs(`${label}: `, 'faint'), ...runs(text)]),
      ],
      at,
      id,
    })),
  };
}

/** What a procedure puts forward as new. */
export function newFactsIn({ newFacts }: ReadableProcedure, word: Word): Line[] {
  if (newFacts.length === 0) return [];
  return [runs(word('new-facts', { list: newFacts.map(({ text }) => text).join('; ') }))];
}

/** The picture of the chronology, where anything has a date. */
export function addTimeline(sheet: Sheet, told: ReadableCase): void {
  const svg = timelinePicture(told);
  const drawn = drawnTimeline(told);
  if (svg !== undefined && drawn) sheet.add({ kind: 'picture', svg, drawn });
}

/** What happened and when, with what shows it. */
export function chronologyTable(steps: readonly ReadableStep[], word: Word): Block {
  return {
    kind: 'table',
    caption: word('chronology'),
    heads: headsOf(word, 'when', 'what', 'evidence'),
    widths: [20, 52, 28],
    rows: lazily(steps, ({ whenText, title, description, evidence, at, id }) => ({
      cells: [
        [runs(whenText === '' ? word('no-date') : whenText)],
        [runs(title), ...paragraphs(description ?? '', 'faint')],
        evidence.length > 0 ? evidence.map((ref) => runs(evidenceText(ref, word))) : [runs('–', 'faint')],
      ],
      at,
      id,
    })),
  };
}
