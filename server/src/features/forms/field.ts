/**
 * A form as plain data: what is asked, in the person's language, and what may be answered. Editor and command line
 * show it each in their own way; the answers come back by the names of the fields.
 */

import { parseDate } from '../../core/dates.js';
import type { Message } from '../../core/findings.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import { capitalised } from '../../core/words/capitals.js';
import { enumTitle, type Language, say, schemaField } from '../../core/words/words.js';
import { SHAPES } from '../../generated/shape.js';
import { readDate } from '../../rules/structure/bad-format.js';
import { fieldName } from '../help/field-page.js';
import { countryName } from '../hover/field.js';
import { linesOf, proseOf } from '../paste/clean.js';

export interface FormChoice {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/**
 * `long` is a text of several sentences, `period` a date or two of them (‘2004 tot 2007’); `one` and `many` choose
 * among `choices`; `file` is a path from the case file on.
 */
export type FieldKind = 'text' | 'long' | 'date' | 'period' | 'one' | 'many' | 'file';

export interface FormField {
  /** A key of the item, or a path such as `from.role`. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** The page that explains it (features/help/pages.ts). */
  readonly page: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly choices?: readonly FormChoice[] | undefined;
  readonly initial?: string | readonly string[] | undefined;
}

export type Answer = string | readonly string[] | undefined;
export type Answers = Readonly<Record<string, Answer>>;

/** The shape of a key in a definition. @throws where the schema has no such key: a mistake of ours */
export function shapeIn(def: string, key: string): KeyShape {
  const shape = SHAPES[def]?.keys.find(({ name }) => name === key);
  if (!shape) throw new Error(`no ${def}.${key} in the schema`);
  return shape;
}

/** What a question for a field of the format says of itself. */
export function wordsOf(
  def: string,
  key: string,
  language: Language,
): Pick<FormField, 'label' | 'help' | 'page'> {
  const words = schemaField(def, key, language);
  return {
    label: capitalised(words?.title ?? key),
    help: words?.description ?? '',
    page: `field/${fieldName(def, key)}`,
  };
}

/** The choices of a field with a fixed list, by the name that a person knows; countries in the order of the alphabet. */
export function enumChoices(def: string, shape: KeyShape, language: Language): readonly FormChoice[] {
  const values = shape.values ?? [];
  const words = schemaField(def, shape.name, language)?.values;
  if (shape.name !== 'nationality')
    return values.map((value) => ({
      value,
      label: capitalised(enumTitle(`${def}.${shape.name}`, value, language)),
      help: words?.[value]?.description,
    }));
  const { compare } = new Intl.Collator(language);
  return values
    .map((value) => ({ value, label: countryName(value, language) }))
    .sort((a, b) => compare(a.label, b.label));
}

/** The date as the format writes it, where it can be told what is meant: `4-9-1986` is 1986-09-04. */
export function typedDate(text: string): string | undefined {
  const typed = text.trim();
  if (parseDate(typed)) return typed;
  return readDate(typed)?.iso;
}

export interface Period {
  /** Of what happened on one day, or in one month or year. */
  readonly date?: string;
  readonly from?: string;
  /** Undefined where it goes on. */
  readonly to?: string;
}

const BETWEEN = / (?:tot(?: en met)?|t\/m|until|till|to|bis) | ?[–—] ?| - /i;
const SINCE = /^(?:sinds|vanaf|van|since|from|seit|ab|von)\s+/i;
const STILL = /^(?:nu|heden|vandaag|now|today|heute|jetzt)$/i;

/** `2013-05`, `2004 tot 2007`, `sinds 2016`; undefined where it can't be told what is meant. */
export function typedPeriod(text: string): Period | undefined {
  const date = typedDate(text);
  if (date !== undefined) return { date };
  const typed = text.trim().replaceAll(/\s+/g, ' ');
  const [first = '', second, ...more] = typed.replace(SINCE, '').split(BETWEEN);
  const from = typedDate(first);
  if (from === undefined || more.length > 0) return undefined;
  if (second === undefined) return SINCE.test(typed) ? { from } : undefined;
  if (STILL.test(second.trim())) return { from };
  const to = typedDate(second);
  return to === undefined ? undefined : { from, to };
}

/** No field of a case is that long: something else was on the clipboard. */
const MOST_ANSWERED = 200_000;

/** What is wrong with an answer, said to the person; undefined where it will do. An empty answer is 'not known'. */
export function problemWith(
  { kind, required, choices, label }: FormField,
  answer: Answer,
): Message | undefined {
  const given = typeof answer === 'string' ? answer.trim() : (answer?.join('') ?? '');
  if (given.length > MOST_ANSWERED) return { key: 'forms.too-long', args: { label, most: MOST_ANSWERED } };
  if (given === '') return required ? { key: 'forms.required', args: { label } } : undefined;
  const isOdd =
    (kind === 'date' && typedDate(given) === undefined) ||
    (kind === 'period' && typedPeriod(given) === undefined);
  if (isOdd) return { key: 'forms.no-date', args: { value: given } };
  if (!choices) return undefined;
  const values = typeof answer === 'string' ? [answer] : (answer ?? []);
  const odd = values.find((value) => choices.every((choice) => choice.value !== value));
  return odd === undefined ? undefined : { key: 'forms.no-choice', args: { value: odd, label } };
}

/** The first answer that won't do, with the field that it belongs to. */
export function firstProblem(
  fields: readonly FormField[],
  answers: Answers,
): { readonly field: FormField; readonly message: Message } | undefined {
  for (const field of fields) {
    const message = problemWith(field, answers[field.name]);
    if (message) return { field, message };
  }
  return undefined;
}

/** A text on one line, without what came along from Word or mail and only looks like a space. */
export function textOf(answer: Answer): string | undefined {
  return cleaned(answer, ' ');
}

/** The same of several sentences, which keeps its paragraphs. */
export function longTextOf(answer: Answer): string | undefined {
  return cleaned(answer, '\n');
}

function cleaned(answer: Answer, between: string): string | undefined {
  if (typeof answer !== 'string') return undefined;
  const text = linesOf(proseOf(answer, '')).join(between);
  return text === '' ? undefined : text;
}

export function listOf(answer: Answer): readonly string[] {
  if (Array.isArray(answer)) return answer as readonly string[];
  return typeof answer === 'string' && answer !== '' ? [answer] : [];
}

/** As it is written in a file: a year alone as a number, which needs no quotes. */
export function dateValue(answer: Answer): string | number | undefined {
  const text = textOf(answer);
  return plainDate(text === undefined ? undefined : typedDate(text));
}

function plainDate(date: string | undefined): string | number | undefined {
  return date !== undefined && /^\d{4}$/.test(date) ? Number(date) : date;
}

/** The same of a period, as the fields of an item: one for a single date, two for what lasted. */
export function periodFields(
  answer: Answer,
  {
    date: single,
    from: first,
    to: last,
  }: { readonly date: string; readonly from: string; readonly to: string },
): Readonly<Record<string, string | number>> {
  const text = textOf(answer);
  const { date, from, to } = (text === undefined ? undefined : typedPeriod(text)) ?? {};
  const fields = {
    [first]: plainDate(from),
    [last]: plainDate(to),
    ...(date && { [single]: plainDate(date) }),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string | number] => field[1] !== undefined),
  );
}

export function sayForm(key: string, language: Language): string {
  return say({ key: `forms.${key}` }, language);
}
