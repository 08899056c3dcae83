/** The card of an item of the case: what it is called, when, who, and what supports it or is supported by it. */

import { linksAreClear } from '../../core/case/evidence.js';
import { parseDate } from '../../core/dates.js';
import type { CaseModel, Circumstance, Event, Part } from '../../core/model.js';
import { type Definition, linksOf } from '../../core/references.js';
import { enumTitle, type Language, say, schemaField } from '../../core/words/words.js';
import { indexOf } from '../links.js';
import { code, escapeMarkdown } from '../markdown.js';
import { supportIn } from '../support.js';
import { nameOf } from '../symbols.js';

/** More than these are counted only. */
const MOST = 6;

export function itemCard(id: string, model: CaseModel, language: Language): string | undefined {
  const definition = indexOf(model).definitions.get(id);
  if (!definition) return undefined;
  const data = dataOf(definition);
  const kind = say({ key: `unknown-reference.kind-${definition.kind}` }, language);
  const name = nameOf(data, definition.kind, language);
  const facts = [...choices(definition, data, language), ...dates(data, language), ...people(data, model)];
  // What has no title is called by its kind: that need not be said twice.
  const others = facts.filter((fact) => fact !== name);
  return [
    `**${escapeMarkdown(name)}** · ${kind} ${code(id)}`,
    ...(others.length > 0 ? [others.join(' · ')] : []),
    ...links(definition, model, language),
  ].join('\n\n');
}

type Data = Readonly<Record<string, unknown>>;

/** A remedy's own fields; of every other item those of its part. */
function dataOf({ id, kind, part }: Definition): Data {
  const data = part.data as Data;
  if (kind !== 'remedy') return data;
  const remedies = Array.isArray(data.remedies) ? (data.remedies as Data[]) : [];
  return remedies.find((remedy) => remedy?.id === id) ?? {};
}

function choices({ kind: def }: Definition, data: Data, language: Language): string[] {
  const role = (data.from as { role?: unknown } | undefined)?.role;
  return [
    ...(typeof role === 'string' ? [enumTitle('letterSender.role', role, language)] : []),
    ...['kind', 'role', 'status', 'outcome'].flatMap((key) =>
      typeof data[key] === 'string' && schemaField(def, key, language)
        ? [enumTitle(`${def}.${key}`, data[key], language)]
        : [],
    ),
  ];
}

function dates(data: Data, language: Language): string[] {
  return ['date', 'from', 'to', 'since', 'until', 'lodged', 'decided', 'birthDate'].flatMap((key) => {
    const date = parseDate(data[key]);
    return date ? [say({ key: `hover.day-${key}`, args: { date: { date, bare: true } } }, language)] : [];
  });
}

function people(data: Data, model: CaseModel): string[] {
  const ids = Array.isArray(data.persons) ? data.persons : [];
  return ids.flatMap((id) => {
    const name = model.persons.find((person) => person.data.id === id)?.data.name;
    return name ? [escapeMarkdown(name)] : [];
  });
}

/** The items around one, each told once. */
interface Around {
  readonly below: readonly Part[];
  readonly above: readonly Part[];
  readonly answers: readonly Part[];
  readonly answeredBy: readonly Part[];
  readonly to: readonly Part[];
  readonly from: readonly Part[];
}

function around({ id, kind, part }: Definition, model: CaseModel): Around {
  const { references, definitions } = indexOf(model);
  const { carries, carriedBy } = supportIn(model);
  // What its procedure is linked to says nothing of a remedy.
  const isOwn = kind !== 'remedy';
  const below = (isOwn && carriedBy.get(part)) || [];
  const above = (isOwn && carries.get(part)) || [];
  const to = (isOwn ? linksOf(model.document, part).references : []).flatMap((one) => {
    const known = definitions.get(one.id)?.part;
    return known && one.key !== 'persons' ? [{ key: one.key, part: known }] : [];
  });
  const from = (references.get(id) ?? []).filter((one) => one.part !== part);
  const answers = to.filter(({ key }) => key === 'answers').map((one) => one.part);
  const answeredBy = from.filter(({ key }) => key === 'answers').map((one) => one.part);
  const told = new Set<Part>([...below, ...above, ...answers, ...answeredBy]);
  const others = (links: readonly { readonly part: Part }[]) =>
    links.map((one) => one.part).filter((one) => !told.has(one));
  return { below, above, answers, answeredBy, to: others(to), from: others(from) };
}

/** What supports it, what it supports, and what else it names or is named by: a line each. */
function links(definition: Definition, model: CaseModel, language: Language): string[] {
  const { below, above, answers, answeredBy, to, from } = around(definition, model);
  const word = (key: string) => say({ key: `hover.${key}` }, language);
  const line = (key: string, parts: readonly Part[]): string[] =>
    parts.length > 0 ? [`${word(key)} ${listed(parts.map((one) => labelOf(one, language)))}`] : [];
  const pieces = below.filter(({ def }) => def === 'letter' || def === 'document');
  const isAlone = [below, above, answers, answeredBy, from].every((parts) => parts.length === 0);
  return [
    ...line(
      'rests-on',
      below.filter(({ def }) => def === 'circumstance'),
    ),
    ...line('supported-by', pieces),
    ...(pieces.length === 0 && isBare(definition.part, model) ? [word('supported-by-nothing')] : []),
    ...line(
      'argued-by',
      below.filter(({ def }) => def === 'argument'),
    ),
    ...line('supports', above),
    ...line('answers', answers),
    ...line('answered-by', answeredBy),
    ...line('refers-to', to),
    ...line('referred-by', from),
    ...(isAlone ? [word('referred-by-nothing')] : []),
  ];
}

/** Of what needs evidence it is said that there is none, where that is certain. */
function isBare(part: Part, model: CaseModel): boolean {
  return (
    (part.def === 'circumstance' || part.def === 'event') &&
    linksAreClear(part as Circumstance | Event, model)
  );
}

/** By the name that a person knows it by; of a letter also how far it is. */
function labelOf(part: Part, language: Language): string {
  if (part.def === 'claim') return say({ key: 'unknown-reference.kind-claim' }, language);
  const { status, ...data } = part.data as Data;
  const name = escapeMarkdown(nameOf(data, part.def, language));
  return part.def === 'letter' && typeof status === 'string'
    ? `${name} (${enumTitle('letter.status', status, language)})`
    : name;
}

function listed(labels: readonly string[]): string {
  const unique = [...new Set(labels)];
  const rest = unique.length - MOST;
  return rest > 0 ? `${unique.slice(0, MOST).join('; ')} (+${rest})` : unique.join('; ');
}
