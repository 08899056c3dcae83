import type { Message } from '../../core/findings.js';
import { nearest } from '../../core/nearest.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import { isEmptyValue } from '../../core/tree.js';
import { enumTitle, LANGUAGES } from '../../core/words/words.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';

/** A value that isn't one of those that the field can have. */
export const rule = defineRule({
  reads: ITEM_SECTIONS,
  needs: [],
  *check({ model, say }) {
    for (const issue of allIssues(model, 'unknown-value')) yield report(say, issue);
  },
});

/** Longer lists (countries, snippets) are not listed in a message: completion shows them. */
const MOST_LISTED = 12;
const MOST_NEAR = 3;

function report(say: Say, { at, def, key, shape, node }: SchemaIssue): Report {
  const value = node?.kind === 'scalar' && !isEmptyValue(node) ? String(node.value).trim() : '';
  const values = shape?.values ?? [];
  const of = `${def}.${key}`;
  const near = meant(value, values, of);
  const args = { value, field: { field: key, of: def } as const };
  const best = near[0];
  const message =
    best !== undefined
      ? say('misspelt', { ...args, meant: { choice: best, of, quoted: true } })
      : say(value === '' ? 'empty' : 'unknown', { ...args, help: choices(say, values, of) });
  return {
    at,
    message,
    fixes: (draft) =>
      node
        ? near.map((name, index) =>
            draft.fix(`use-${name}`, say('fix-use', { name }), [draft.setScalar(node, name)], {
              preferred: index === 0,
            }),
          )
        : [],
  };
}

/** The sentence that says what there is to choose from. */
function choices(say: Say, values: readonly string[], of: string): Message {
  if (values.length > MOST_LISTED) return say(isCountry(values) ? 'choose-country' : 'choose-from-many');
  const listed = values.map((value) => ({ choice: value, of }));
  return say('choose', { choices: { list: listed, type: 'or' } });
}

function isCountry(values: readonly string[]): boolean {
  return values.includes('stateless');
}

/** Values near to what was written, or called so in one of our languages: 'burgemeester' means `mayor`. */
function meant(value: string, values: readonly string[], of: string): string[] {
  const word = value.toLowerCase();
  if (word === '') return [];
  const titles = values.map((name) => ({
    name,
    titles: LANGUAGES.map((language) => enumTitle(of, name, language).toLowerCase()),
  }));
  const called = (isIt: (title: string) => boolean) =>
    titles.filter((one) => one.titles.some(isIt)).map(({ name }) => name);
  const attempts = [
    () => called((title) => title === word),
    () => (isCountry(values) ? countriesLike(value, values) : nearest(value, values)),
    () => called((title) => nearest(word, [title]).length > 0),
    () => values.filter((name) => isPartOf(word, name.toLowerCase())),
    () => called((title) => word.length > 3 && title.startsWith(word)),
    () => called((title) => word.length === 1 && title.startsWith(word)),
  ];
  for (const attempt of attempts) {
    const found = attempt();
    if (found.length > 0) return found.length > MOST_NEAR ? [] : found;
  }
  return [];
}

/** `secretary` is a part of `state-secretary`, `SH` of `DE-SH`, and `nl-NL` says more than the `nl` that belongs here. */
function isPartOf(word: string, name: string): boolean {
  return (
    word.length > 1 &&
    (name.endsWith(`-${word}`) || name.startsWith(`${word}-`) || word.startsWith(`${name}-`))
  );
}

/** Codes that are in use beside those of ISO 3166-1. */
const OTHER_CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** A slip in a code of two letters says nothing: each is another country's. */
function countriesLike(value: string, values: readonly string[]): string[] {
  const code = OTHER_CODES[value.toUpperCase()] ?? value;
  return values.filter((name) => name.toLowerCase() === code.toLowerCase());
}
