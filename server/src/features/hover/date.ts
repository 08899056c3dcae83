/** What a date means for the case: how exact it is, how long ago, who was how old, which law held. */

import { durationBetween } from '../../core/case/durations.js';
import { isApplicant, referenceDate, regimeOn } from '../../core/case/facts.js';
import { type CaseDate, dateFromDay, isKnown, parseDate } from '../../core/dates.js';
import type { Args } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { dateInWords } from '../../core/words/dates.js';
import { type Language, say } from '../../core/words/words.js';
import { regimeWords } from '../../knowledge/source-words.js';
import { sourceById } from '../../knowledge/sources.js';
import { ageInWords, inWords } from '../hints/words.js';
import { escapeMarkdown } from '../markdown.js';
import { linkToSource } from '../source-names.js';

/** Persons whose age is told: a long list would bury what matters. */
const MOST_AGES = 4;

/** Which field the date is in, and what its neighbours say. */
export interface DateField {
  readonly def: string;
  readonly key: string;
  /** The value of another field of the same item. */
  readonly beside?: (key: string) => unknown;
}

export function dateCard(
  value: unknown,
  field: DateField,
  model: CaseModel,
  today: number,
  language: Language,
): string | undefined {
  const date = parseDate(value);
  if (!date) return undefined;
  const { def, key } = field;
  const word = (name: string, args: Args) => say({ key: `hover.${name}`, args }, language);
  const bare = (one: CaseDate) => dateInWords(one, language, true);
  const reference = referenceDate(model, today);
  const lines = [`**${bare(date)}**`];
  if (date.uncertain) lines.push(word('uncertain', {}));
  else if (date.first !== date.last)
    lines.push(word('between', { from: bare(dateFromDay(date.first)), to: bare(dateFromDay(date.last)) }));
  if (key !== 'birthDate' && key !== 'referenceDate')
    lines.push(...distance(date, reference, model, language));
  lines.push(...period(date, field, language), ...ages(date, { def, key }, model, reference, language));
  if (key !== 'birthDate') lines.push(...law(date, model, language));
  return lines.join('\n\n');
}

/** How long before or after the day on which the case is judged. */
function distance(
  date: CaseDate,
  reference: CaseDate | undefined,
  model: CaseModel,
  language: Language,
): string[] {
  const before = durationBetween(date, reference);
  const duration = before ?? durationBetween(reference, date);
  if (!duration) return [];
  const from = model.case?.data.referenceDate === undefined ? 'today' : 'reference';
  const key = `hover.${before ? 'before' : 'after'}-${from}`;
  return [sentence(say({ key, args: { duration: inWords(duration) } }, language))];
}

/** Fields that are the beginning and the end of one period, and how its length is told. */
const PERIODS = [
  ['from', 'to', 'period'],
  ['since', 'until', 'period'],
  ['lodged', 'decided', 'handling'],
] as const;

function period(date: CaseDate, { key, beside }: DateField, language: Language): string[] {
  const [from, to, told] = PERIODS.find(([one, other]) => one === key || other === key) ?? [];
  if (!beside || !from || !to) return [];
  const duration =
    key === from
      ? durationBetween(date, parseDate(beside(to)))
      : durationBetween(parseDate(beside(from)), date);
  return duration ? [say({ key: `hover.${told}`, args: { duration: inWords(duration) } }, language)] : [];
}

/** The Aliens Act 2000, on which all three Dutch regimes rest, and § 23a AufenthG, on which German claims do. */
const RESTS_ON = { nl: 'nl.vw.14', de: 'de.aufenthg.23a' } as const;

/** What the law of hardship was on that day, with its sources; nothing where the day leaves it open. */
function law(date: CaseDate, { case: info }: CaseModel, language: Language): string[] {
  const jurisdiction = info?.data.jurisdiction;
  const basis = jurisdiction && RESTS_ON[jurisdiction];
  const since = parseDate(basis && sourceById(basis)?.inForce?.from);
  if (!basis || !isKnown(date) || !since || date.first < since.first) return [];
  if (jurisdiction === 'de')
    return [say({ key: 'hover.law-then', args: { source: linkToSource(basis, language) } }, language)];
  const regime = regimeOn(date);
  if (!regime) return [];
  const { text, sources } = regimeWords(regime, language);
  return [`${text} (${sources.map((id) => linkToSource(id, language)).join('; ')})`];
}

function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Of a birth: the age on the reference date; of another date: how old the applicants were then. */
function ages(
  date: CaseDate,
  { def, key }: { readonly def: string; readonly key: string },
  model: CaseModel,
  reference: CaseDate | undefined,
  language: Language,
): string[] {
  if (key === 'birthDate') {
    const years = isKnown(date) && isKnown(reference) ? ageInWords(date, reference) : undefined;
    return years ? [say({ key: 'hover.age-now', args: { years } }, language)] : [];
  }
  if (!isKnown(date) || key === 'deathDate' || def === 'caseInfo') return [];
  return model.persons
    .filter((person) => isApplicant(person) || person.data.role === 'child')
    .slice(0, MOST_AGES)
    .flatMap(({ data }) => {
      const birth = parseDate(data.birthDate);
      const years = isKnown(birth) ? ageInWords(birth, date) : undefined;
      if (!years || !data.name) return [];
      const args = { name: escapeMarkdown(data.name), years };
      return [say({ key: 'hover.age-then', args }, language)];
    });
}
