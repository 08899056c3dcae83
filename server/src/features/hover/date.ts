/** What a date means for the case: how exact it is, how long ago, who was how old, which law held. */

import { isApplicant, referenceDate, regimeOn } from '../../core/case/facts.js';
import { ageOn, type CaseDate, dateFromDay, isKnown, parseDate, type Years } from '../../core/dates.js';
import type { CaseModel } from '../../core/model.js';
import { dateInWords } from '../../core/words/dates.js';
import { type Language, say } from '../../core/words/words.js';
import { regimeWords } from '../../knowledge/source-words.js';
import { escapeMarkdown } from '../markdown.js';

/** Persons whose age is told: a long list would bury what matters. */
const MOST_AGES = 4;

export function dateCard(
  value: unknown,
  { def, key }: { readonly def: string; readonly key: string },
  model: CaseModel,
  today: number,
  language: Language,
): string | undefined {
  const date = parseDate(value);
  if (!date) return undefined;
  const word = (name: string, args: Record<string, string | number>) =>
    say({ key: `hover.${name}`, args }, language);
  const bare = (one: CaseDate) => dateInWords(one, language, true);
  const reference = referenceDate(model, today);
  const lines = [`**${bare(date)}**`];
  if (date.uncertain) lines.push(word('uncertain', {}));
  else if (date.first !== date.last)
    lines.push(word('between', { from: bare(dateFromDay(date.first)), to: bare(dateFromDay(date.last)) }));
  if (isKnown(reference) && isKnown(date) && key !== 'birthDate' && key !== 'referenceDate')
    lines.push(...past(date, reference, language));
  lines.push(...ages(date, { def, key }, model, reference, language));
  if (model.case?.data.jurisdiction === 'nl' && DECIDING.has(`${def}.${key}`)) {
    const regime = regimeOn(date);
    if (regime) lines.push(regimeWords(regime, language).text);
  }
  return lines.join('\n\n');
}

/** The days by which the law of the case is chosen. */
const DECIDING: ReadonlySet<string> = new Set([
  'claim.lodged',
  'caseInfo.referenceDate',
  'procedure.lodged',
  'procedure.decided',
]);

function past(date: CaseDate, reference: CaseDate, language: Language): string[] {
  if (date.last > reference.first) return [];
  const years = ageOn(date, reference);
  if (years.most < 1) return [];
  return [say({ key: 'hover.before-reference', args: { years: inYears(years, language) } }, language)];
}

function inYears({ least, most }: Years, language: Language): string {
  return say(
    { key: least === most ? 'facts.years' : 'facts.about-years', args: { count: Math.max(1, least) } },
    language,
  );
}

/** Of a birth: the age on the reference date; of another date: how old the applicants were then. */
function ages(
  date: CaseDate,
  { def, key }: { readonly def: string; readonly key: string },
  model: CaseModel,
  reference: CaseDate | undefined,
  language: Language,
): string[] {
  if (key === 'birthDate')
    return isKnown(date) && isKnown(reference)
      ? [say({ key: 'hover.age-now', args: { years: inYears(ageOn(date, reference), language) } }, language)]
      : [];
  if (!isKnown(date) || key === 'deathDate' || def === 'caseInfo') return [];
  return model.persons
    .filter((person) => isApplicant(person) || person.data.role === 'child')
    .slice(0, MOST_AGES)
    .flatMap(({ data }) => {
      const birth = parseDate(data.birthDate);
      if (!isKnown(birth) || !data.name || ageOn(birth, date).least < 0) return [];
      const args = { name: escapeMarkdown(data.name), years: inYears(ageOn(birth, date), language) };
      return [say({ key: 'hover.age-then', args }, language)];
    });
}
