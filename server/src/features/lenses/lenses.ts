/** What stands above the items of a case: how far each is carried, and what can be inserted there at once. */

import type { Fix, Message } from '../../core/findings.js';
import type { Span } from '../../core/tree.js';
import type { Analysis, FoundReport } from '../../pipeline/analysis.js';
import { exerciseOf } from '../exercise/exercise.js';
import { indexOf } from '../links.js';
import { onceFor } from '../once.js';
import { argumentLenses } from './arguments.js';
import { claimLenses } from './claim.js';
import { evidenceLenses } from './evidence.js';

/** A lens before it is known where in the file its unit stands. */
export interface Note {
  readonly over: Span;
  readonly title: Message;
  /** The check that speaks of the item where this is so, and may know a way out. */
  readonly rule?: string;
  /** The item's id. */
  readonly item?: string;
}

export interface Lens {
  readonly start: number;
  readonly end: number;
  readonly title: Message;
  readonly offer: Offer | undefined;
}

/** A finding by its rule and the item that it is about: that finds it again in a later version. */
export interface Offer {
  readonly rule: string;
  readonly item: string;
}

/** In the order of the text. */
export const lensesOf: (analysis: Analysis) => readonly Lens[] = onceFor((analysis: Analysis) => {
  const { document, model, inputs } = analysis;
  const found = new Set(analysis.findings.map(({ rule, start }) => `${rule} ${start}`));
  const exercise = exerciseNote(analysis);
  const notes = [
    ...(exercise ? [exercise] : []),
    ...claimLenses(model, inputs.today),
    ...evidenceLenses(model),
    ...argumentLenses(model),
  ];
  return notes
    .map(({ over, title, rule, item }) => {
      const start = document.startOf(over);
      // Silenced or turned off, the check offers nothing either.
      const isOffered = rule !== undefined && item !== undefined && found.has(`${rule} ${start}`);
      return { start, end: document.endOf(over), title, offer: isOffered ? { rule, item } : undefined };
    })
    .sort((a, b) => a.start - b.start);
});

/** How far an exercise is, above its task. */
function exerciseNote(analysis: Analysis): Note | undefined {
  const exercise = exerciseOf(analysis);
  const entry = exercise && analysis.document.entry('x-exercise');
  if (!exercise || !entry) return undefined;
  const { solved, goals } = exercise;
  return { over: entry.key, title: { key: 'exercise.solved', args: { solved, goals: goals.length } } };
}

/** The best way out of the finding on this version of the file, or the one with the given id; undefined for none. */
export function fixOf(analysis: Analysis, { rule, item }: Offer, id?: string): Fix | undefined {
  const fixes = findingOf(analysis, rule, item)?.fixes() ?? [];
  if (id !== undefined) return fixes.find((fix) => fix.id === id);
  return fixes.find(({ preferred }) => preferred) ?? fixes[0];
}

/** Where the finding stands, as an offset. */
export function placeOf(analysis: Analysis, { rule, item }: Offer): number | undefined {
  return findingOf(analysis, rule, item)?.start;
}

function findingOf(
  { document, model, findings }: Analysis,
  rule: string,
  item: string,
): FoundReport | undefined {
  const part = indexOf(model).definitions.get(item)?.part;
  const start = part && document.startOf(part.place);
  return findings.find((finding) => finding.rule === rule && finding.start === start);
}
