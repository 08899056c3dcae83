import { isAbsent, spotOf } from '../../core/case/access.js';
import { applicants } from '../../core/case/facts.js';
import { stagesOf } from '../../core/case/stages.js';
import { type CaseDate, certainlyBefore, parseDate } from '../../core/dates.js';
import type { CaseModel, Event, Part, Person, Procedure } from '../../core/model.js';
import { Remembered } from '../../core/remembered.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';

type Path = readonly (string | number)[];
type Model = Pick<CaseModel, 'persons'>;

/** Two dates that can't both be right, because the later thing is said to have come first. */
export const rule = defineRule({
  reads: ['persons', 'timeline', 'procedures', 'circumstances'],
  needs: [],
  *check({ model, say }) {
    const reports = [
      ...model.persons.flatMap((person) => [
        pair(say, 'birth-death', person, ['birthDate'], ['deathDate']),
        pair(say, 'birth-arrival', person, ['birthDate'], ['arrivalDate']),
      ]),
      ...model.timeline.flatMap((event) => [
        pair(say, 'start-end', event, ['from'], ['to']),
        beforeBirth(say, event, model),
      ]),
      ...[...stagesOf(model.procedures)].map(({ procedure, path, def }) =>
        pair(say, `lodged-decided-${def}`, procedure, [...path, 'lodged'], [...path, 'decided']),
      ),
      ...model.procedures.map((procedure) => afterDeath(say, procedure, model)),
      ...model.circumstances.map((part) => pair(say, 'start-end', part, ['since'], ['until'])),
    ];
    for (const report of reports) if (report) yield report;
  },
});

/** The second date of a pair must not lie before the first. */
function pair(say: Say, words: string, part: Part, first: Path, second: Path): Report | undefined {
  const later = parseDate(valueAt(part.data, second));
  const earlier = later && parseDate(valueAt(part.data, first));
  if (!earlier || !later || !certainlyBefore(later, earlier)) return undefined;
  const args = { first: bare(earlier), second: bare(later) };
  return {
    at: spotOf(part, ...second),
    message: say(words, args),
    related: [{ at: spotOf(part, ...first), message: say('other', { date: args.first }) }],
  };
}

function beforeBirth(say: Say, event: Event, { persons }: Model): Report | undefined {
  const { date, from, to, persons: ids } = event.data;
  // A period without an end may reach into anybody's life.
  const key = to !== undefined ? 'to' : date !== undefined && from === undefined ? 'date' : undefined;
  const end = key && parseDate(event.data[key]);
  const named = ids && personsWith(ids, persons);
  if (!end || !named) return undefined;
  const births = named.map((person) => parseDate(person.data.birthDate));
  if (!births.every((birth) => certainlyBefore(end, birth))) return undefined;
  return {
    at: spotOf(event, key),
    message: say('event-birth', { date: bare(end), names: names(named), count: named.length }),
    related: related(say, named, 'birthDate'),
  };
}

function afterDeath(say: Say, procedure: Procedure, model: Model): Report | undefined {
  const lodged = parseDate(procedure.data.lodged);
  const whose = ownersOf(procedure, model);
  if (!lodged || !whose?.every((person) => certainlyBefore(parseDate(person.data.deathDate), lodged)))
    return undefined;
  return {
    at: spotOf(procedure, 'lodged'),
    message: say('death-lodged', { date: bare(lodged), names: names(whose), count: whose.length }),
    related: related(say, whose, 'deathDate'),
  };
}

/** Everyone whose procedure it is, or undefined where somebody might be missing. */
function ownersOf(procedure: Procedure, model: Model): readonly Person[] | undefined {
  const { data } = procedure;
  if (data.persons !== undefined) return personsWith(data.persons, model.persons);
  return isAbsent(procedure, 'persons') ? everyApplicant(model) : undefined;
}

function everyApplicant(model: Model): readonly Person[] | undefined {
  return everyone.of([model.persons], () => {
    const all = applicants(model);
    return all.length > 0 && model.persons.every(({ data }) => data.role !== undefined) ? all : undefined;
  });
}

const everyone = new Remembered<readonly Person[] | undefined>();

/** The persons with these ids; undefined where one isn't found, or there is none. */
function personsWith(
  ids: readonly (string | undefined)[],
  persons: readonly Person[],
): readonly Person[] | undefined {
  const byId = personsById.of([persons], () => grouped(persons));
  const found = ids.map((id) => (id === undefined ? undefined : byId.get(id)));
  return ids.length > 0 && found.every((some) => some !== undefined) ? found.flat() : undefined;
}

const personsById = new Remembered<ReadonlyMap<string, readonly Person[]>>();

/** By their ids: two of them may have the same by mistake. */
function grouped(persons: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const byId = new Map<string, Person[]>();
  for (const person of persons) {
    const { id } = person.data;
    if (id === undefined) continue;
    const same = byId.get(id);
    if (same) same.push(person);
    else byId.set(id, [person]);
  }
  return byId;
}

function related(
  say: Say,
  persons: readonly Person[],
  key: 'birthDate' | 'deathDate',
): Report['related'] & object {
  return persons.map((person) => ({
    at: spotOf(person, key),
    message: say('other', { date: bare(parseDate(person.data[key]) as CaseDate) }),
  }));
}

function names(persons: readonly Person[]) {
  return { list: persons.map(({ data }) => data.name ?? data.id ?? '') };
}

function bare(date: CaseDate) {
  return { date, bare: true };
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}
