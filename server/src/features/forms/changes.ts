/** What a person changes with one click: the state of a letter, the place of an item in its list. */

import { reorderItems } from '../../core/edits/reorder.js';
import type { TextEdit } from '../../core/findings.js';
import type { Part } from '../../core/model.js';
import { pairOf } from '../../core/tree.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { shapeIn, typedDate } from './field.js';
import { whatStandsAt } from './fields.js';
import { LISTS } from './items.js';

export const LETTER_STATES = shapeIn('letter', 'status').values ?? [];

/**
 * Sets the state of a letter, and its date where one is given. Undefined where there is no such letter or state, or
 * the letter stands in the file in a way that can't be changed safely (behind an alias).
 */
export function setLetter(
  { model, draft, document }: Analysis,
  id: string,
  status: string,
  date: string | undefined,
): readonly TextEdit[] | undefined {
  const letter = model.letters.find(({ data }) => data.id === id);
  const node = letter?.node;
  const day = date === undefined || date.trim() === '' ? undefined : typedDate(date);
  if (node?.kind !== 'map' || !LETTER_STATES.includes(status)) return undefined;
  if (date !== undefined && date.trim() !== '' && day === undefined) return undefined;
  const fields = { status, ...(day === undefined ? {} : { date: /^\d{4}$/.test(day) ? Number(day) : day }) };
  const edits = Object.entries(fields).flatMap(([key, value]) => {
    const present = pairOf(node, key)?.value;
    if (present?.kind === 'scalar') return present.value === value ? [] : [draft.setScalar(present, value)];
    return [draft.setKey(node, 'letter', key, value)];
  });
  return edits.some(({ start, end }) => document.holdsUnread(start, end)) ? undefined : edits;
}

/** Where an item stands in its list: by its id, or by a place of the text in it. */
export function itemAt(
  analysis: Analysis,
  which: string | number,
): { readonly section: string; readonly index: number; readonly id: string | undefined } | undefined {
  const [, name, place] =
    /^(\w+)\/(\d+)/.exec((typeof which === 'number' && whatStandsAt(analysis, which)) || '') ?? [];
  for (const section of LISTS.keys()) {
    const parts = analysis.model[section as 'letters'] as readonly Part<{ id?: string }>[];
    const index = section === name ? Number(place) : parts.findIndex(({ data }) => data.id === which);
    const part = parts[index];
    if (part) return { section, index, id: part.data.id };
  }
  return undefined;
}

/**
 * Moves an item of a top-level list one place up or down, with its comments. Empty where it is at the end already;
 * undefined where there is no such item or its lines can't be moved safely.
 */
export function moveItem(
  analysis: Analysis,
  which: string | number,
  by: -1 | 1,
): readonly TextEdit[] | undefined {
  const item = itemAt(analysis, which);
  const { document, model } = analysis;
  const entry = item && document.entry(item.section);
  if (!entry) return undefined;
  const amount = model[item.section as 'letters'].length;
  const { index: from } = item;
  const to = from + by;
  if (to < 0 || to >= amount) return [];
  const order = Array.from({ length: amount }, (_, index) =>
    index === from ? to : index === to ? from : index,
  );
  const edits = reorderItems(document, entry, order);
  return edits.length > 0 ? edits : undefined;
}
