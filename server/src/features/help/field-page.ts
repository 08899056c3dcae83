/** The page of a field of case files: what it is for, how it is filled in, what may stand there, where it belongs. */

import type { FieldWords, KeyShape } from '../../core/schema/shape-types.js';
import { type Language, say } from '../../core/words/words.js';
import { CASE_FORMAT, shapeOf } from '../formats.js';
import { countryName, exampleText, snippetTitle } from '../hover/field.js';
import { code } from '../markdown.js';

/** More are listed by their names alone. */
const MOST_ROWS = 60;

/** `person.birthDate`; a field of the file itself by its own name. */
export function fieldName(def: string, key: string): string {
  return def === '' ? key : `${def}.${key}`;
}

/** What the things that a definition is about are called: 'persoon' for `person`. */
export function definitionTitle(def: string, language: Language): string {
  if (def === '') return say({ key: 'help-page.file' }, language);
  return CASE_FORMAT.words('', `$${def}`, language)?.title ?? def;
}

/** @param name see {@link fieldName}; undefined for a field that the format doesn't have */
export function fieldPage(name: string, language: Language): string | undefined {
  const dot = name.indexOf('.');
  const [def, key] = dot === -1 ? ['', name] : [name.slice(0, dot), name.slice(dot + 1)];
  const shape = Object.hasOwn(CASE_FORMAT.shapes, def) ? shapeOf(CASE_FORMAT, def, key) : undefined;
  const words = CASE_FORMAT.words(def, key, language);
  if (!shape || !words) return undefined;
  const word = (one: string, args?: Record<string, string>) =>
    say({ key: `help-page.${one}`, ...(args ? { args } : {}) }, language);
  const isRequired = CASE_FORMAT.shapes[def]?.required.includes(key) === true;
  const below = shape.def ?? shape.fields;
  return [
    `# ${words.title}`,
    `${code(key)} · ${definitionTitle(def, language)} · ${word(isRequired ? 'required' : 'optional')}`,
    words.description,
    `## ${word('fill-in')}`,
    [word(`kind-${shape.kind}`), ...(shape.list ? [word('list')] : []), ...standard(shape, word)].join(' '),
    ...examples(words, key, shape, language),
    ...values(shape, words, language),
    ...(below === undefined ? [] : fieldsBelow(below, language)),
  ].join('\n\n');
}

type Word = (key: string, args?: Record<string, string>) => string;

function standard({ default: value }: KeyShape, word: Word): string[] {
  return value === undefined ? [] : [word('standard', { value: code(String(value)) })];
}

function examples(
  { examples: given }: FieldWords,
  key: string,
  { list }: KeyShape,
  language: Language,
): string[] {
  if (!given || given.length === 0) return [];
  const lines = given.slice(0, 4).map((example) => {
    const text = exampleText(example);
    return `${key}: ${list && !text.startsWith('[') ? `[${text}]` : text}`;
  });
  const title = say({ key: 'help-page.examples', args: { count: lines.length } }, language);
  return [`## ${title}`, `\`\`\`yaml\n${lines.join('\n')}\n\`\`\``];
}

function values({ name, values: known }: KeyShape, words: FieldWords, language: Language): string[] {
  if (!known || known.length === 0) return [];
  const title = `## ${say({ key: 'help-page.values' }, language)}`;
  const titleOf = (value: string) => {
    if (name === 'nationality') return countryName(value, language);
    return name === 'snippet' ? snippetTitle(value, language) : (words.values?.[value]?.title ?? value);
  };
  if (known.length > MOST_ROWS)
    return [title, known.map((value) => `${code(value)} ${titleOf(value)}`).join(', ')];
  return [
    title,
    known
      .map((value) => {
        const what = words.values?.[value]?.description;
        return `- ${code(value)}: **${titleOf(value)}**${what ? `. ${what}` : ''}`;
      })
      .join('\n'),
  ];
}

function fieldsBelow(def: string, language: Language): string[] {
  const keys = CASE_FORMAT.shapes[def]?.keys ?? [];
  if (keys.length === 0) return [];
  return [
    `## ${say({ key: 'help-page.below' }, language)}`,
    keys
      .map(
        ({ name }) =>
          `- [${CASE_FORMAT.words(def, name, language)?.title ?? name}](${fieldName(def, name)}.md) (${code(name)})`,
      )
      .join('\n'),
  ];
}
