/** New items and fields with what the format asks for, blanks to be written over, and a fresh id. */

import type { Draft, Fields } from '../../core/edits/draft.js';
import { renderFlow, renderItem, renderPair, type Style } from '../../core/edits/render.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import { placeholder } from '../../core/words/placeholders.js';
import { type Language, say } from '../../core/words/words.js';
import { SHAPES } from '../../generated/shape.js';
import type { Insertion, Stop } from './offer.js';

/** Beside what is always required: an event needs a date, of one sort or the other. */
const ALSO: Readonly<Record<string, readonly string[]>> = { event: ['date'] };

export interface Skeleton {
  readonly fields: Fields;
  /** Texts in it that stand for something else than free text: to be written over with their quotes. */
  readonly choices: ReadonlySet<string>;
  readonly id: string | undefined;
}

export function skeletonOf(
  def: string,
  draft: Draft,
  newId: (word: string) => string = draft.newIds(),
  language: Language = draft.language,
): Skeleton {
  const { required = [], keys = [] } = SHAPES[def] ?? {};
  const wanted = new Set([...required, ...(ALSO[def] ?? [])]);
  const choices = new Set<string>();
  let id: string | undefined;
  const fields: Record<string, Fields[string]> = {};
  for (const shape of keys) {
    if (!wanted.has(shape.name)) continue;
    if (shape.kind === 'fields' && shape.def) {
      const inner = skeletonOf(shape.def, draft, newId, language);
      fields[shape.name] = inner.fields;
      for (const choice of inner.choices) choices.add(choice);
    } else if (shape.kind === 'id') {
      id = newId(idWord(def, language));
      fields[shape.name] = id;
    } else {
      const blank = placeholder(shape, def, shape.name, language);
      fields[shape.name] = blank;
      if (shape.kind !== 'text') choices.add(blank);
    }
  }
  return { fields, choices, id };
}

/** What ids of such items begin with, in the language of the file. */
export function idWord(def: string, language: Language): string {
  return say({ key: `completion.id-${def}` }, language);
}

/** The text as an insertion with its stops: the new id, and every blank. */
export function insertion(text: string, skeleton?: Skeleton): Insertion {
  const stops: Stop[] = [];
  const { id, choices } = skeleton ?? { id: undefined, choices: new Set<string>() };
  const ownId = id === undefined ? -1 : text.indexOf(`id: ${id}`);
  if (id !== undefined && ownId !== -1) stops.push({ start: ownId + 4, end: ownId + 4 + id.length });
  for (const { 0: found, index } of text.matchAll(/(["']?)\{\{[^{}\n]*\}\}\1/g)) {
    const inner = /^["']/.test(found) ? found.slice(1, -1) : found;
    const cut = inner !== found && !choices.has(inner) ? 1 : 0;
    stops.push({ start: index + cut, end: index + found.length - cut });
  }
  return { text, stops: stops.sort((a, b) => a.start - b.start) };
}

/** An item with its dash; without it where one stands there already, `indent` in front of the item's fields. */
export function itemText(fields: Fields, column: number, indent: number | undefined, style: Style): string {
  if (indent === undefined) return renderItem(fields, column, style);
  return renderItem(fields, column, { ...style, itemIndent: indent }).slice(indent);
}

/** A field and what belongs below it, with what the format asks for there. */
export function fieldText(shape: KeyShape, { fields }: Skeleton, column: number, style: Style): string {
  if (!shape.list) return renderPair(shape.name, fields, column, style);
  const dash = column + style.dashIndent;
  return `${shape.name}:${style.eol}${' '.repeat(dash)}${itemText(fields, dash, undefined, style)}`;
}

export function flowText({ fields }: Skeleton): string {
  return renderFlow(fields);
}
