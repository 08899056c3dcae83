/** The page of a field of case files, or of the configuration: what it is for, how it is filled in, what may stand there, where it belongs. */

import type { FieldWords, KeyShape } from '../../core/schema/shape-types.js';
import { type Language, say } from '../../core/words/words.js';
import { CONFIG_FORMAT, RULES_DEF } from '../config/config-format.js';
import { CASE_FORMAT, type Format, shapeOf } from '../formats.js';
import { countryName, exampleText, snippetTitle } from '../hover/field.js';
import { code } from '../markdown.js';

/** More are listed by their names alone. */
const MOST_ROWS = 60;

/** `person.birthDate`; a field of the file itself by its own name. */
export function fieldName(def: string, key: string): string {
  return def === '' ? key : `${def}.${key}`;
}

/** Documents whose fields have pages, by what stands before a field's name in that of its page. */
const FORMATS = { field: CASE_FORMAT, setting: CONFIG_FORMAT } as const;
type Kind = keyof typeof FORMATS;

/** Fields with pages of their own in vangnet.config.yaml: those of a check are on the page of the check. */
export function settingNames(): readonly string[] {
  const owners = [
    '',
    ...CONFIG_FORMAT.shapes['']!.keys.flatMap(({ def }) => (def && def !== RULES_DEF ? [def] : [])),
  ];
  return owners.flatMap(
    (def) => CONFIG_FORMAT.shapes[def]?.keys.map(({ name }) => fieldName(def, name)) ?? [],
  );
}

/** What the things that a definition is about are called: 'persoon' for `person`. */
export function definitionTitle(def: string, language: Language): string {
  if (def === '') return say({ key: 'help-page.file' }, language);
  return CASE_FORMAT.words('', `$${def}`, language)?.title ?? def;
}

/** @param name see {@link fieldName}; undefined for a field that the format doesn't have */
export function fieldPage(kind: Kind, name: string, language: Language): string | undefined {
  const format = FORMATS[kind];
  const dot = name.indexOf('.');
  const [def, key] = dot === -1 ? ['', name] : [name.slice(0, dot), name.slice(dot + 1)];
  const shape = Object.hasOwn(format.shapes, def) ? shapeOf(format, def, key) : undefined;
  const words = format.words(def, key, language);
  if (!shape || !words) return undefined;
  const word = (one: string, args?: Record<string, string>) =>
    say({ key: `help-page.${one}`, ...(args ? { args } : {}) }, language);
  const isRequired = format.shapes[def]?.required.includes(key) === true;
  const below = shape.def ?? shape.fields;
  return [
    `# ${words.title}`,
    `${code(key)} · ${ownerTitle(kind, def, language)} · ${word(isRequired ? 'required' : 'optional')}`,
    words.description,
    `## ${word('fill-in')}`,
    [word(`kind-${shape.kind}`), ...(shape.list ? [word('list')] : []), ...standard(shape, word)].join(' '),
    ...examples(words, key, shape, language),
    ...values(shape, words, language),
    ...(below === undefined ? [] : fieldsBelow(format, below, language)),
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

function ownerTitle(kind: Kind, def: string, language: Language): string {
  if (kind === 'field') return definitionTitle(def, language);
  return CONFIG_FORMAT.words('', def === '' ? '$file' : `$${def}`, language)?.title ?? 'vangnet.config.yaml';
}

function fieldsBelow(format: Format, def: string, language: Language): string[] {
  const keys = format.shapes[def]?.keys ?? [];
  const pageOf = (name: string) => (def === RULES_DEF ? `../${name}` : fieldName(def, name));
  if (keys.length === 0) return [];
  return [
    `## ${say({ key: 'help-page.below' }, language)}`,
    keys
      .map(
        ({ name }) =>
          `- [${format.words(def, name, language)?.title ?? name}](${pageOf(name)}.md) (${code(name)})`,
      )
      .join('\n'),
  ];
}
