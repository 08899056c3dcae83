/** Messages into words. The only place where a language is chosen; findings themselves know none. */

import type { Arg, Message } from '../findings.js';
import type { FieldWords, SchemaWords } from '../schema/shape-types.js';
import { withoutHarm } from './clean.js';
import { dateInWords } from './dates.js';
import { type PerLanguage, perLanguage } from './per-language.js';

export type Language = 'nl' | 'en' | 'de';
export const LANGUAGES: readonly Language[] = ['nl', 'en', 'de'];

type Formatter = (args: Record<string, unknown>) => string;

const MESSAGES: PerLanguage<Readonly<Record<string, Formatter>>> = /* @__PURE__ */ perLanguage({
  nl: () =>
    (require('../../generated/messages.nl.js') as typeof import('../../generated/messages.nl.js')).messages,
  en: () =>
    (require('../../generated/messages.en.js') as typeof import('../../generated/messages.en.js')).messages,
  de: () =>
    (require('../../generated/messages.de.js') as typeof import('../../generated/messages.de.js')).messages,
});
const SCHEMA: PerLanguage<SchemaWords> = /* @__PURE__ */ perLanguage({
  nl: () =>
    (require('../../generated/schema-words.nl.js') as typeof import('../../generated/schema-words.nl.js'))
      .words,
  en: () =>
    (require('../../generated/schema-words.en.js') as typeof import('../../generated/schema-words.en.js'))
      .words,
  de: () =>
    (require('../../generated/schema-words.de.js') as typeof import('../../generated/schema-words.de.js'))
      .words,
});

export function isLanguage(value: unknown): value is Language {
  return value === 'nl' || value === 'en' || value === 'de';
}

/** Messages that came with data from outside, by language and key: they go before those of the build. */
const GIVEN: Readonly<Record<Language, Map<string, string>>> = {
  nl: new Map(),
  en: new Map(),
  de: new Map(),
};

/** Plain texts in the place of messages of the build, in the place of those given before; none: the build's own again. */
export function giveMessages(texts: Readonly<Record<Language, Iterable<readonly [string, string]>>>): void {
  for (const language of LANGUAGES) {
    GIVEN[language].clear();
    for (const [key, text] of texts[language]) GIVEN[language].set(key, text);
  }
}

/** The words of a message; an unknown key is a defect of ours and shows as itself. */
export function say(message: Message, language: Language): string {
  const given = GIVEN[language].get(message.key);
  if (given !== undefined) return given;
  const format = MESSAGES[language][message.key];
  if (!format) return message.key;
  const args: Record<string, string | number> = {};
  for (const name in message.args) args[name] = sayArg(message.args[name] as Arg, language);
  return format(args);
}

export function hasMessage(key: string): boolean {
  return key in MESSAGES.en;
}

function sayArg(arg: Arg, language: Language): string | number {
  if (typeof arg === 'number') return arg;
  if (typeof arg === 'string') return withoutHarm(shortened(arg));
  if ('date' in arg) return dateInWords(arg.date, language, arg.bare ?? false);
  if ('field' in arg) return fieldLabel(arg.of, arg.field, language);
  if ('enumValue' in arg) return enumTitle(arg.of, arg.enumValue, language);
  if ('choice' in arg) return choiceLabel(arg.of, arg.choice, language, arg.quoted ?? false);
  if ('list' in arg)
    return joined(
      arg.list.map((item) => String(sayArg(item, language))),
      arg.type ?? 'and',
      language,
    );
  return say(arg, language);
}

/** What a message quotes from a file may be of any length; the message is to be read. */
function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE
    ? text
    : `${text.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const LONGEST_QUOTE = 300;

/** `schemaField('letter', 'status')`, or a top-level field with no definition. */
export function schemaField(of: string, key: string, language: Language): FieldWords | undefined {
  const name = of === '' ? key : `${of}.${key}`;
  // A key of a file may be called as what every object has, `constructor`.
  return Object.hasOwn(SCHEMA[language], name) ? SCHEMA[language][name] : undefined;
}

/** ‘arrivalDate’ (datum van aankomst): the key as it stands in the file, with what it means. */
function fieldLabel(of: string, key: string, language: Language): string {
  const title = schemaField(of, key, language)?.title;
  return title && title !== key ? `${quoted(key, language)} (${title})` : quoted(key, language);
}

/** What the value is called: 'burgemeester' for `mayor` in `letterSender.role`. */
export function enumTitle(of: string, value: string, language: Language): string {
  return SCHEMA[language][of]?.values?.[value]?.title ?? countryName(value, language) ?? value;
}

/** mayor (burgemeester); alone where the title only repeats it. */
function choiceLabel(of: string, value: string, language: Language, isQuoted: boolean): string {
  const title = enumTitle(of, value, language);
  const shown = isQuoted ? quoted(value, language) : value;
  return title === value.replaceAll('-', ' ') || title === value ? shown : `${shown} (${title})`;
}

const COUNTRIES = new Map<Language, Intl.DisplayNames>();

/** What the platform calls the country with this code of two capitals: 'Irak' for IQ. */
function countryName(code: string, language: Language): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  let names = COUNTRIES.get(language);
  if (!names) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    COUNTRIES.set(language, names);
  }
  return names.of(code);
}

export function quoted(text: string, language: Language): string {
  return language === 'de' ? `„${text}“` : `‘${text}’`;
}

const LAST: Readonly<Record<Language, { readonly and: string; readonly or: string }>> = {
  nl: { and: 'en', or: 'of' },
  en: { and: 'and', or: 'or' },
  de: { and: 'und', or: 'oder' },
};

/** As `Intl.ListFormat` has it, which costs a cold start a third of its time; a test holds the two together. */
export function joined(items: readonly string[], type: 'and' | 'or' | 'plain', language: Language): string {
  const last = items.at(-1);
  if (type === 'plain' || last === undefined || items.length === 1) return items.join(', ');
  // British, as the dates are: no comma before the last ‘and’.
  return `${items.slice(0, -1).join(', ')} ${LAST[language][type]} ${last}`;
}
