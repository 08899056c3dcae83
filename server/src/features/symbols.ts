/** The outline of a case: its sections, and in them the items by the name that a person knows them by. */

import { parseDate } from '../core/dates.js';
import { itemsOf } from '../core/document.js';
import type { Message } from '../core/findings.js';
import { Kept } from '../core/kept.js';
import type { Part } from '../core/model.js';
import { type Node, pairOf } from '../core/tree.js';
import { cleanLine } from '../core/words/clean.js';
import { enumTitle, type Language, say, schemaField } from '../core/words/words.js';
import { SECTIONS } from '../generated/shape.js';
import type { Analysis } from '../pipeline/analysis.js';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  /** The definition that it follows, such as `letter`; `section` for a list. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** What to jump to: its id, else its first key. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly OutlineSymbol[];
}

/** No rule need have run for it. */
export type Outlined = Pick<Analysis, 'document' | 'model'>;

/** A longer outline helps nobody and locks the editor: the rest is counted. */
const MOST_ITEMS = 2_000;

export function outlineOf(analysis: Outlined, language: Language): readonly OutlineSymbol[] {
  const { document, model } = analysis;
  const symbols: OutlineSymbol[] = [];
  for (const { name, list, def } of SECTIONS) {
    const entry = document.entry(name);
    if (!entry || def === null) continue;
    const section = model[name as 'letters'] as unknown as Part | readonly Part[] | undefined;
    const parts: readonly Part[] = Array.isArray(section) ? section : section ? [section as Part] : [];
    const [first] = parts;
    const start = document.startOf(entry.key);
    const title = schemaField('', name, language)?.title ?? name;
    if (!list) {
      if (first) symbols.push({ ...itemSymbol(analysis, first, language), start, detail: title });
      continue;
    }
    const shown = parts.slice(0, MOST_ITEMS).map((part) => itemSymbol(analysis, part, language));
    const rest = parts.length - shown.length;
    symbols.push({
      name: title,
      detail: rest > 0 ? say({ key: 'symbols.more', args: { count: rest } }, language) : String(parts.length),
      kind: 'section',
      start,
      end: Math.max(document.endOf(entry.key), ...shown.slice(-1).map(({ end }) => end)),
      nameStart: start,
      nameEnd: document.endOf(entry.key),
      children: shown,
    });
  }
  return symbols;
}

type Data = Readonly<Record<string, unknown>>;

export function itemSymbol(
  analysis: Pick<Outlined, 'document'>,
  part: Part,
  language: Language,
): OutlineSymbol {
  const { document } = analysis;
  const nameStart = document.startOf(part.place);
  const node = part.node ?? part.place;
  return {
    ...labelOf(part, language),
    kind: part.def,
    start: Math.min(document.startOf(node), nameStart),
    end: Math.max(document.endOf(node), document.endOf(part.place)),
    nameStart,
    nameEnd: document.endOf(part.place),
    children: part.def === 'procedure' ? remediesOf(analysis, part, language) : [],
  };
}

interface Label {
  readonly name: string;
  readonly detail: string;
}

/** The outline is asked for after each edit, and most items are what they were. */
const labels: Readonly<Record<Language, Kept<Part, Label>>> = {
  nl: new Kept(),
  en: new Kept(),
  de: new Kept(),
};

function labelOf(part: Part, language: Language): Label {
  const known = labels[language].get(part);
  if (known) return known;
  const data = part.data as Data;
  const label = { name: nameOf(data, part.def, language), detail: detailOf(data, part.def, language) };
  labels[language].set(part, label);
  return label;
}

function remediesOf(analysis: Pick<Outlined, 'document'>, part: Part, language: Language): OutlineSymbol[] {
  const { document } = analysis;
  const list = pairOf(part.node, 'remedies')?.value;
  const remedies = (part.data as { remedies?: readonly (Data | undefined)[] }).remedies ?? [];
  return itemsOf(list).flatMap(({ node }, index) => {
    const data = remedies[index];
    if (!node || !data) return [];
    const name = pairOf(node, 'id')?.value ?? node;
    return [
      {
        name: nameOf(data, 'remedy', language),
        detail: detailOf(data, 'remedy', language),
        kind: 'remedy',
        ...spanOf(document, node),
        nameStart: document.startOf(name),
        nameEnd: document.endOf(name),
        children: [],
      },
    ];
  });
}

function spanOf(document: Analysis['document'], node: Node): { start: number; end: number } {
  return { start: document.startOf(node), end: document.endOf(node) };
}

/** The title or name, on one line; a letter by its sender, a procedure by its kind; else the id. */
export function nameOf(data: Data, def: string, language: Language): string {
  const from = data.from as { name?: unknown; role?: unknown } | undefined;
  const texts = [data.title, data.name, from?.name].map((text) =>
    typeof text === 'string' ? cleanLine(text) : '',
  );
  const named = texts.find((text) => text !== '');
  if (named !== undefined) return named;
  if (typeof from?.role === 'string') return enumTitle('letterSender.role', from.role, language);
  if (typeof data.kind === 'string') return enumTitle(`${def}.kind`, data.kind, language);
  // An editor that is given an empty name shows no outline at all.
  return (typeof data.id === 'string' && cleanLine(data.id)) || '…';
}

/** Its date and its state, as far as it has them. */
export function detailOf(data: Data, def: string, language: Language): string {
  const when = whenOf(data);
  const choice = ['status', 'outcome', 'role'].find((key) => typeof data[key] === 'string');
  return [
    ...(when ? [say(when, language)] : []),
    ...(choice ? [enumTitle(`${def}.${choice}`, String(data[choice]), language)] : []),
  ].join(' · ');
}

/** A day, a period, or since when. */
function whenOf(data: Data): Message | undefined {
  const dated = (...keys: string[]) => keys.map((key) => parseDate(data[key])).find(Boolean);
  const day = dated('date', 'lodged');
  if (day) return { key: 'symbols.date', args: { date: { date: day, bare: true } } };
  const from = dated('from', 'since');
  if (!from) {
    const birth = dated('birthDate');
    return birth && { key: 'symbols.date', args: { date: { date: birth, bare: true } } };
  }
  const to = dated('to', 'until');
  return to
    ? { key: 'symbols.period', args: { from: { date: from, bare: true }, to: { date: to, bare: true } } }
    : { key: 'symbols.since', args: { date: { date: from, bare: true } } };
}
