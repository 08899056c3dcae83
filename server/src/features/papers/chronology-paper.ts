/** The chronology alone, with its picture where the format can show it. */

import type { ReadableCase } from '../readable/types.js';
import { type Paper, runs, Sheet } from './paper.js';
import { addTimeline, chronologyTable } from './tables.js';
import { footOf, markOf, openPoints, wordsIn } from './words.js';

export function chronologyPaper(told: ReadableCase): Paper {
  const word = wordsIn(told.language);
  const sheet = new Sheet();
  addTimeline(sheet, told);
  if (told.chronology.length > 0) sheet.add(chronologyTable(told.chronology, word));
  else sheet.paragraph(runs(word('nothing-yet')));
  return {
    what: 'chronology',
    language: told.language,
    title: word('chronology-title'),
    under: [told.title, ...(told.reference ? [word('reference-date', { date: told.reference.text })] : [])],
    mark: markOf(openPoints(told), told),
    ...footOf(told),
    blocks: sheet.blocks,
  };
}
