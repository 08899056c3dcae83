/** Random case files that follow the schema, made from its generated shape: for what must hold of every rule. */

import fc from 'fast-check';
import { stringify } from 'yaml';
import type { KeyShape } from '../core/schema/shape-types.js';
import { SOURCES } from '../generated/knowledge.js';
import { SECTIONS, SHAPES } from '../generated/shape.js';

type Fields = Record<string, unknown>;
export type CaseData = Record<string, unknown>;

/** Ids of each kind of item, so that references lead somewhere. */
type Ids = Readonly<Record<string, readonly string[]>>;

const TEXTS = [
  'Ziek geworden',
  'Woont sinds 2012 in dezelfde straat.',
  'Een langere tekst: met een dubbele punt, een # en ‘aanhalingstekens’, die over meer dan honderd tekens doorloopt tot hier.',
  "Ada's verhaal",
  'Moeder van Ada',
];

const dateText = fc
  .record({
    year: fc.integer({ min: 1980, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    precision: fc.nat(2),
    mark: fc.constantFrom('', '', '', '~', '?'),
  })
  .map(({ year, month, day, precision, mark }) => {
    const parts = [year, month, day].map((part) => String(part).padStart(2, '0'));
    const text = parts.slice(0, precision + 1).join('-') + mark;
    return /^\d{4}$/.test(text) ? Number(text) : text;
  });

const source = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SOURCES.map(({ id }) => id)) },
  { weight: 1, arbitrary: fc.constantFrom('ECLI:NL:RVS:2022:285', 'https://example.org/bron') },
);

/** Items of each kind that may be referred to; remedies and the claim are not. */
const COUNTED: Readonly<Record<string, string>> = Object.fromEntries(
  SECTIONS.flatMap(({ list, def, name }) => (list && def ? [[name, def]] : [])),
);

/** A case of a jurisdiction in which every reference leads somewhere and the first person is an applicant. */
export function randomCase(jurisdiction: 'nl' | 'de'): fc.Arbitrary<CaseData> {
  return fc
    .record(Object.fromEntries(Object.keys(COUNTED).map((name) => [name, fc.integer({ min: 0, max: 3 })])))
    .map((counts) => ({ ...counts, persons: Math.max(1, counts.persons ?? 1) }))
    .chain((counts) => {
      const ids: Ids = Object.fromEntries(
        Object.entries(COUNTED).map(([name, def]) => [
          def,
          Array.from(
            { length: (counts as Record<string, number>)[name] ?? 0 },
            (_, n) => `${def.toLowerCase()}-${n + 1}`,
          ),
        ]),
      );
      return caseOf(jurisdiction, ids);
    });
}

function caseOf(jurisdiction: 'nl' | 'de', ids: Ids): fc.Arbitrary<CaseData> {
  const sections: Record<string, fc.Arbitrary<unknown>> = { vangnet: fc.constant(1) };
  for (const { name, list, def, required } of SECTIONS) {
    if (!def) continue;
    if (!list)
      sections[name] = fc.option(fieldsOf(def, ids, 'x'), { nil: undefined, freq: required ? 1000 : 4 });
    else sections[name] = fc.tuple(...(ids[def] ?? []).map((id) => fieldsOf(def, ids, id)));
  }
  return fc.record(sections).map((data) => repaired(data, jurisdiction));
}

/** What the shape can't say: an applicant, the jurisdiction, ids of remedies and claim, an end only with a beginning. */
function repaired(data: CaseData, jurisdiction: 'nl' | 'de'): CaseData {
  const info = { ...(data.case as Fields), id: 'zaak', jurisdiction };
  const persons = (data.persons as Fields[]).map((person, n) =>
    n === 0 ? { ...person, role: 'applicant' } : person,
  );
  const timeline = (data.timeline as Fields[]).map(({ from, to, date, ...event }) =>
    from === undefined
      ? { ...event, date: date ?? 2015 }
      : { ...event, from, ...(to === undefined ? {} : { to }) },
  );
  let remedies = 0;
  const procedures = (data.procedures as Fields[]).map((procedure) => ({
    ...procedure,
    ...(Array.isArray(procedure.remedies)
      ? { remedies: procedure.remedies.map((remedy: Fields) => ({ ...remedy, id: `remedy-${++remedies}` })) }
      : {}),
  }));
  const claim = data.claim === undefined ? undefined : { ...(data.claim as Fields), id: 'verzoek' };
  const full = { ...data, case: info, persons, timeline, procedures, claim };
  return Object.fromEntries(
    Object.entries(full).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function fieldsOf(def: string, ids: Ids, id: string): fc.Arbitrary<Fields> {
  const shape = SHAPES[def];
  const required = new Set(shape?.required ?? []);
  const keys = (shape?.keys ?? []).map((key): [string, fc.Arbitrary<unknown>] => {
    const value = arbitraryFor(key, ids, id);
    return [key.name, required.has(key.name) ? value : fc.option(value, { nil: undefined, freq: 2 })];
  });
  return fc
    .record(Object.fromEntries(keys))
    .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
}

function arbitraryFor(key: KeyShape, ids: Ids, id: string): fc.Arbitrary<unknown> {
  if (key.ref) {
    const known = key.ref.flatMap((kind) => ids[kind] ?? []);
    if (!key.list) return known.length > 0 ? fc.constantFrom(...known) : fc.constant(undefined);
    return fc.subarray([...known]);
  }
  const one = scalarOf(key, ids, id);
  return key.list ? fc.array(one, { maxLength: 3 }) : one;
}

function scalarOf(key: KeyShape, ids: Ids, id: string): fc.Arbitrary<unknown> {
  if (key.kind === 'fields' && key.def) return fieldsOf(key.def, ids, id);
  if (key.values) return fc.constantFrom(...key.values);
  if (key.kind === 'date') return dateText;
  if (key.kind === 'source') return source;
  if (key.kind === 'id') return fc.constant(id);
  if (key.kind === 'boolean') return fc.boolean();
  if (key.kind === 'file') return fc.constant('stukken/brief.pdf');
  if (key.name === 'ruling') return fc.constant('ECLI:NL:RVS:2022:285');
  if (key.name === 'vNumber') return fc.constant('0000000000');
  return fc.constantFrom(...TEXTS);
}

export function caseText(data: CaseData): string {
  return stringify(data, { lineWidth: 0 });
}
