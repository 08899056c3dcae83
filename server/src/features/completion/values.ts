/** Values that fit a field: choices with their meaning, countries by name, dates, ids of the right kind, sources. */

import { referenceDate } from '../../core/case/facts.js';
import {
  type CaseDate,
  certainlyAfter,
  certainlyBefore,
  dateFromDay,
  isKnown,
  isoDay,
  parseDate,
} from '../../core/dates.js';
import type { Part } from '../../core/model.js';
import { dateInWords } from '../../core/words/dates.js';
import { enumTitle, type Language, say } from '../../core/words/words.js';
import { SNIPPETS } from '../../generated/knowledge.js';
import { sourceById } from '../../knowledge/sources.js';
import { countryName } from '../hover/field.js';
import { indexOf } from '../links.js';
import { nameOf } from '../symbols.js';
import type { AskedOfCase, Offer } from './offer.js';
import type { ValueSite } from './site.js';
import { sourceOffers } from './sources.js';
import { choiceOffer, numberOffer, valueOffer } from './value-offer.js';

export function valueOffers(site: ValueSite, asked: AskedOfCase): readonly Offer[] {
  const { shape } = site;
  const { language } = asked;
  if (shape.defines !== undefined) return [];
  if (shape.ref) return references(site, shape.ref, asked);
  switch (shape.kind) {
    case 'enum':
      return shape.name === 'nationality' ? countries(site, language) : choices(site, asked);
    case 'boolean':
      return ['true', 'false'].map((value) =>
        valueOffer(site, value, {
          kind: 'value',
          label: value,
          note: say({ key: `completion.is-${value}` }, language),
          about: { of: 'field', def: site.def, key: shape.name },
        }),
      );
    case 'date':
      return dates(site, asked);
    case 'integer':
      return [numberOffer(site, 1)];
    case 'source':
      return sourceOffers(site, asked);
    default:
      return [];
  }
}

/** Shown by the name that a person knows; the file holds a code. */
const NAMED: ReadonlySet<string> = new Set(['caseInfo.federalState', 'caseInfo.language']);

function choices(site: ValueSite, asked: AskedOfCase): readonly Offer[] {
  const { def, shape, present } = site;
  const field = `${def}.${shape.name}`;
  const own = (shape.values ?? []).filter(
    (value) => !present.includes(value) && isChoice(value, site, asked),
  );
  const preferred = field === 'claim.addressedTo' ? addressees(asked) : new Set<string>();
  const order = [
    ...own.filter((value) => preferred.has(value)),
    ...own.filter((value) => !preferred.has(value)),
  ];
  return order.map((value) =>
    choiceOffer(site, value, enumTitle(field, value, asked.language), NAMED.has(field)),
  );
}

function isChoice(value: string, { def, shape, siblings }: ValueSite, { model }: AskedOfCase): boolean {
  if (value === 'pending' && shape.name === 'outcome') return !siblings.has('decided');
  if (def !== 'argument' || shape.name !== 'snippet') return true;
  const jurisdiction = model.case?.data.jurisdiction;
  return SNIPPETS.some(
    (snippet) => snippet.id === value && (jurisdiction ?? snippet.jurisdiction) === snippet.jurisdiction,
  );
}

/** Whom the grounds of the claim ask for. */
function addressees({ model }: AskedOfCase): ReadonlySet<string> {
  const grounds = model.claim?.data.grounds ?? [];
  return new Set(grounds.flatMap((id) => (id && sourceById(id)?.addressees) || []));
}

const CODE = /^[A-Z]{2}$/;

/** By name, in the order of the person's alphabet; in front those without a nationality. */
function countries(site: ValueSite, language: Language): readonly Offer[] {
  const values = site.shape.values ?? [];
  const named = values
    .filter((value) => CODE.test(value))
    .map((value) => ({ value, name: countryName(value, language) }));
  const compare = new Intl.Collator(language).compare;
  named.sort((a, b) => compare(a.name, b.name));
  const words = values
    .filter((value) => !CODE.test(value))
    .map((value) => ({ value, name: countryName(value, language) }));
  return [...words, ...named].map(({ value, name }) =>
    valueOffer(site, value, { kind: 'country', label: name, note: value }),
  );
}

/** The days that a case turns on. A day that would contradict what stands beside it is left out. */
function dates(site: ValueSite, { model, today, language }: AskedOfCase): readonly Offer[] {
  const { def, shape } = site;
  // Nobody in a case was born on a day that it turns on.
  if (shape.name === 'birthDate') return [];
  const reference = referenceDate(model, today);
  const now = dateFromDay(today);
  const isReference = def === 'caseInfo' && shape.name === 'referenceDate';
  const days: { date: CaseDate; word: string }[] = [];
  if (!isReference && isKnown(reference) && reference.precision === 'day' && reference.text !== now.text)
    days.push({ date: reference, word: 'reference-date' });
  if (isReference || !isKnown(reference) || !certainlyAfter(now, reference))
    days.push({ date: now, word: 'today' });
  return days
    .filter(({ date }) => isInOrder(date, site))
    .map(({ date, word }) => {
      const name = say({ key: `completion.${word}` }, language);
      const value = isoDay(date.first);
      const note = `${name} · ${dateInWords(date, language, true)}`;
      const about = { of: 'date' as const, def, key: shape.name, value };
      return valueOffer(site, value, { kind: 'date', label: value, note, about });
    });
}

/** Pairs of fields of one item, of which the first can't be later than the second. */
const IN_ORDER: readonly (readonly [string, string])[] = [
  ['lodged', 'decided'],
  ['from', 'to'],
  ['since', 'until'],
  ['birthDate', 'arrivalDate'],
  ['birthDate', 'deathDate'],
];

function isInOrder(date: CaseDate, { shape, siblings }: ValueSite): boolean {
  return IN_ORDER.every(([earlier, later]) => {
    if (shape.name === earlier) return !certainlyBefore(parseDate(siblings.get(later)), date);
    if (shape.name === later) return !certainlyAfter(parseDate(siblings.get(earlier)), date);
    return true;
  });
}

/** Longer titles would push the ids out of sight. */
const LONGEST = 70;

/** The items that may be named here, by their title, the kinds in the order of the format. */
function references(
  site: ValueSite,
  kinds: readonly string[],
  { model, language }: AskedOfCase,
): readonly Offer[] {
  const { shape, present } = site;
  const items = [...indexOf(model).definitions.values()].filter(
    ({ id, kind }) => kinds.includes(kind) && /^[a-z][a-z0-9-]*$/.test(id) && !present.includes(id),
  );
  const isWanted = ({ data }: Part) =>
    shape.name !== 'powerOfAttorney' || kindOf(data) === 'power-of-attorney';
  const rank = (item: (typeof items)[number]) => kinds.indexOf(item.kind) * 2 + (isWanted(item.part) ? 0 : 1);
  return items
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, kind, part }) => {
      const name = shortened(nameOf(part.data as Readonly<Record<string, unknown>>, kind, language));
      return valueOffer(site, id, { kind: 'reference', label: name, note: id, about: { of: 'item', id } });
    });
}

function kindOf(data: unknown): unknown {
  return (data as { kind?: unknown }).kind;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}
