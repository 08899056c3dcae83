/**
 * What follows from the dates of a case, shown in its text where it helps to read on: ages, lengths of stay, which
 * procedure is the first, when a time limit ends. Nothing is shown of which the file leaves it open.
 */

import type { Regime } from '../../core/case/facts.js';
import type { Message } from '../../core/findings.js';
import type { Span } from '../../core/tree.js';
import { type Language, say } from '../../core/words/words.js';
import { regimeWords, sourceWords } from '../../knowledge/source-words.js';
import { sourceById } from '../../knowledge/sources.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { onceFor } from '../once.js';
import { hintsOnPersons } from './persons.js';
import { hintsOnProcedures } from './procedures.js';

/** A hint before it is known where in the file its unit stands. */
export interface Note {
  readonly after: Span;
  readonly label: Message;
  /** How it is counted. */
  readonly told: readonly Message[];
  /** What the counting rests on, by the ids of the legal data. */
  readonly sources: readonly string[];
  /** The Dutch law of the case, where that is why it matters. */
  readonly regime?: Regime;
}

export interface Hint extends Note {
  /** Right behind the value that it belongs to. */
  readonly at: number;
}

/** In the order of the text. */
export const hintsOf: (analysis: Analysis) => readonly Hint[] = onceFor((analysis: Analysis) => {
  const { document, model, inputs } = analysis;
  const notes = [...hintsOnPersons(model, inputs.today), ...hintsOnProcedures(model, inputs.today)];
  return notes.map((note) => ({ ...note, at: document.endOf(note.after) })).sort((a, b) => a.at - b.at);
});

/** In Markdown: how it is counted, and by which sources. Worked out only for the hint at which someone looks. */
export function tooltipOf({ told, sources, regime }: Note, language: Language): string {
  const law = regime && regimeWords(regime, language);
  const cited = [...sources, ...(law?.sources ?? [])];
  const lines = [
    told.map((message) => say(message, language)).join(' '),
    ...(law ? [law.text] : []),
    ...(cited.length > 0 ? [cited.map((id) => sourceLine(id, language)).join('\n')] : []),
    ...(cited.length > 0 ? [`*${say({ key: 'rule-page.no-advice' }, language)}*`] : []),
  ];
  return lines.join('\n\n');
}

/** What may have changed since the source was read is told with it. */
function sourceLine(id: string, language: Language): string {
  const words = sourceWords(id, language);
  const url = sourceById(id)?.url;
  const name = words?.name ?? id;
  const review = words?.review ? ` ${say({ key: 'hover.review' }, language)} ${words.review}` : '';
  return `- ${url ? `[${name}](${url})` : name}${review}`;
}
