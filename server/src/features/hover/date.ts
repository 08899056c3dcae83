/** What a date means for the case: how exact it is, how long ago, who was how old, which law held. */

import { durationBetween } from '../../core/case/durations.js';
import { isApplicant, referenceDate, regimeOn } from '../../core/case/facts.js';
import { type CaseDate, dateFromDay, isKnown, parseDate } from '../../core/dates.js';
import type { CaseModel } from '../../core/model.js';
import { dateInWords } from '../../core/words/dates.js';
import { type Language, say } from '../../core/words/words.js';
import { regimeWords } from '../../knowledge/source-words.js';
import { ageInWords, inWords } from '../hints/words.js';
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
  const duration = durationBetween(date, reference);
  if (!duration || duration.unit === 'day') return [];
  return [say({ key: 'hover.before-reference', args: { duration: inWords(duration) } }, language)];
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
