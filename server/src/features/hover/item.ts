/** The card of an item of the case: what it is called, when, who, and what supports it or is supported by it. */

import { parseDate } from '../../core/dates.js';
import type { CaseModel, Part } from '../../core/model.js';
import { type Definition, linksOf } from '../../core/references.js';
import { enumTitle, type Language, say, schemaField } from '../../core/words/words.js';
import { indexOf } from '../links.js';
import { code, escapeMarkdown } from '../markdown.js';

/** More than these are counted only. */
const MOST = 6;

export function itemCard(id: string, model: CaseModel, language: Language): string | undefined {
  const { definitions, references } = indexOf(model);
  const definition = definitions.get(id);
  if (!definition) return undefined;
  const data = dataOf(definition);
  const word = (key: string, args?: Record<string, string | number>) =>
    say({ key: `hover.${key}`, ...(args ? { args } : {}) }, language);
  const kind = say({ key: `unknown-reference.kind-${definition.kind}` }, language);
  const name = [data.title, data.name, senderOf(data)].find(
    (text) => typeof text === 'string' && text !== '',
  );
  const facts = [...choices(definition, data, language), ...dates(data, language), ...people(data, model)];
  const from = [...new Set((references.get(id) ?? []).map(({ part }) => part))].filter(
    (part) => part !== definition.part,
  );
  const to = linksOf(model.document, definition.part).references.filter(({ key }) => key !== 'persons');
  return [
    `**${name === undefined ? code(id) : escapeMarkdown(String(name))}** · ${kind}${name === undefined ? '' : ` ${code(id)}`}`,
    ...(facts.length > 0 ? [facts.join(' · ')] : []),
    ...(to.length > 0 ? [`${word('refers-to')} ${listed(to.map((one) => named(one.id, definitions)))}`] : []),
    ...(from.length > 0
      ? [`${word('referred-by')} ${listed(from.map((part) => labelOf(part)))}`]
      : [word('referred-by-nothing')]),
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

function senderOf({ from }: Data): unknown {
  return (from as { name?: unknown } | undefined)?.name;
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

function named(id: string, definitions: ReadonlyMap<string, Definition>): string {
  const definition = definitions.get(id);
  return definition ? labelOf(definition.part) : code(id);
}

function labelOf(part: Part): string {
  const data = part.data as Data;
  const label = [data.title, data.name, senderOf(data), data.id].find(
    (text) => typeof text === 'string' && text !== '',
  );
  return label === undefined ? part.section : escapeMarkdown(String(label));
}

function listed(labels: readonly string[]): string {
  const unique = [...new Set(labels)];
  const rest = unique.length - MOST;
  return rest > 0 ? `${unique.slice(0, MOST).join(', ')} (+${rest})` : unique.join(', ');
}
