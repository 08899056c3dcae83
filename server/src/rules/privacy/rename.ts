/** Gives a person another name in the whole file: in every text and comment, never in a key, id, path or address. */

import { nodeAt } from '../../core/case/access.js';
import type { CaseDocument } from '../../core/document.js';
import { applyEdits, type Draft } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import { Kept } from '../../core/kept.js';
import type { Person } from '../../core/model.js';
import type { ScalarNode, Unit } from '../../core/tree.js';
import type { Language } from '../../core/words/words.js';
import { allLinks } from '../structure/links.js';
import { kindsOf } from './fields.js';
import { formsOf, type NameForms, NameIndex } from './name-forms.js';
import { textStart } from './stretches.js';

/** A stretch of free text; `node` is its value, where it is no comment. */
interface Place {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly node?: ScalarNode;
}

interface Surroundings {
  readonly places: ReadonlyMap<Unit, readonly Place[]>;
  readonly names: NameIndex;
  readonly ids: ReadonlySet<string>;
}

const known = new Kept<CaseDocument, Surroundings>();

export function renameEdits(draft: Draft, person: Person, madeUp: string): TextEdit[] {
  const { places, names, ids } = surroundingsOf(draft);
  const forms = formsOf(person.data.name ?? '', names);
  const renaming: Renaming = { forms, madeUp, ids, language: draft.language };
  const edits: TextEdit[] = [];
  for (const [unit, inUnit] of places) {
    if (unit.text.search(forms.pattern) === -1 && !unit.text.includes('\\')) continue;
    for (const place of inUnit) edits.push(...editsIn(draft, place, renaming));
  }
  const own = nodeAt(person, 'name');
  const name = own && draft.doc.target(own);
  if (!name) return edits;
  const start = draft.doc.startOf(name);
  const end = draft.doc.endOf(name);
  const isCalled = edits.some((edit) => edit.start >= start && edit.end <= end);
  return isCalled ? edits : [...edits, draft.setScalar(name, madeUp)];
}

function surroundingsOf({ doc, model }: Draft): Surroundings {
  let surroundings = known.get(doc);
  if (!surroundings) {
    surroundings = {
      places: placesIn(doc),
      names: new NameIndex(model.persons.flatMap(({ data }) => (data.name === undefined ? [] : [data.name]))),
      ids: new Set([...allLinks(model).definitions.map(({ id }) => id), model.case?.data.id ?? '']),
    };
    known.set(doc, surroundings);
  }
  return surroundings;
}

function placesIn(doc: CaseDocument): ReadonlyMap<Unit, readonly Place[]> {
  const places = new Map<Unit, Place[]>();
  for (const { unit } of doc.units)
    places.set(
      unit,
      unit.comments.map(({ start, end }) => ({ unit, start, end })),
    );
  for (const [node, kind] of kindsOf(doc))
    if (kind === 'text' && typeof node.value === 'string') places.get(node.unit)?.push(placeOf(node));
  return places;
}

/** Between its quotes, so that a quote that closes is no apostrophe. */
function placeOf(node: ScalarNode): Place {
  const quotes = node.style === 'single' || node.style === 'double' ? 1 : 0;
  return { unit: node.unit, start: textStart(node) + quotes, end: node.end - quotes, node };
}

interface Renaming {
  readonly forms: NameForms;
  readonly madeUp: string;
  readonly ids: ReadonlySet<string>;
  readonly language: Language;
}

function editsIn(draft: Draft, { unit, start, end, node }: Place, renaming: Renaming): TextEdit[] {
  const text = unit.text.slice(start, end);
  if (node?.style === 'double' && text.includes('\\')) {
    // The name may be written with escapes: rewrite the value instead of its source.
    const value = String(node.value);
    const edits = [...renamed(value, renaming)];
    return edits.length === 0 ? [] : [draft.setScalar(node, applyEdits(value, edits))];
  }
  const offset = draft.doc.base(unit) + start;
  return [...renamed(text, renaming)].map((edit) => ({
    start: offset + edit.start,
    end: offset + edit.end,
    text: edit.text,
  }));
}

function* renamed(text: string, { forms, madeUp, ids, language }: Renaming): Generator<TextEdit> {
  for (const found of text.matchAll(forms.pattern)) {
    const { 0: all, 2: called, 3: ending, index: start } = found;
    if (
      called === undefined ||
      isPartOfAddress(text, start, all.length) ||
      isPartOfId(text, start, all.length, ids)
    )
      continue;
    const apostrophe = ending === undefined ? possessiveApostrophe(text, start, called) : undefined;
    const name = isInCapitals(called, forms.name) ? madeUp.toUpperCase() : madeUp;
    const end = start + all.length + (apostrophe?.length ?? 0);
    yield { start, end, text: name + possessive(language, ending ?? apostrophe) };
  }
}

/** 'Hans’ moeder': behind an s, before another word, and not where a quotation ends. */
function possessiveApostrophe(text: string, start: number, called: string): string | undefined {
  if (!/[sxzß]$/i.test(called) || /['‘‚“„"]/.test(text[start - 1] ?? '')) return undefined;
  const behind = text.slice(start + called.length, start + called.length + 10);
  return /^(''|['’ʼ])\s+\p{L}/u.exec(behind)?.[1];
}

/** Made-up names end in a consonant: 'Robins' in Dutch and German, "Robin's" in English. */
function possessive(language: Language, ending: string | undefined): string {
  if (ending === undefined) return '';
  if (language !== 'en') return 's';
  return ending.endsWith('s') ? ending : `${ending}s`;
}

/** 'ADA' for Ada; not where the name itself is written so. */
function isInCapitals(called: string, name: string): boolean {
  return called === called.toUpperCase() && called !== called.toLowerCase() && !name.includes(called);
}

/** How far an address or id may reach to either side. */
const REACH = 200;

/** An e-mail address or link would lead elsewhere with another name in it. */
function isPartOfAddress(text: string, start: number, length: number): boolean {
  const word = wordAround(text, start, length, /\S/);
  return /@|:\/\/|^www\./.test(word);
}

/** A comment may name an id that holds the name: `brief-ada`. */
function isPartOfId(text: string, start: number, length: number, ids: ReadonlySet<string>): boolean {
  const word = wordAround(text, start, length, /[\p{L}\p{N}_-]/u);
  return word.length > length && ids.has(word);
}

function wordAround(text: string, start: number, length: number, character: RegExp): string {
  let from = start;
  while (from > start - REACH && character.test(text[from - 1] ?? ' ')) from--;
  let to = start + length;
  while (to < start + length + REACH && character.test(text[to] ?? ' ')) to++;
  return text.slice(from, to);
}
