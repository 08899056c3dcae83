/** What can be filled in or changed by questions: the fields of the case, of its claim, of an item, of a remedy. */

import type { CaseDocument } from '../../core/document.js';
import type { Part } from '../../core/model.js';
import { SECTION_NAMES } from '../../core/model.js';
import { type MapNode, pairOf, type ScalarNode } from '../../core/tree.js';
import { textOf } from '../../core/values.js';
import { capitalised } from '../../core/words/capitals.js';
import { cleanLine } from '../../core/words/clean.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { enumTitle, type Language } from '../../core/words/words.js';
import { SHAPES } from '../../generated/shape.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { fits } from '../completion/case-keys.js';
import { definitionTitle } from '../help/field-page.js';
import { nameOf } from '../symbols.js';
import { type FormField, listOf, sayForm } from './field.js';
import { formOf, questionOf } from './items.js';

/** A field with what stands in it now. */
export interface FilledField extends FormField {
  /** In the person's words, on one line; undefined where nothing is filled in yet. */
  readonly shown: string | undefined;
  /** Of a text of several paragraphs, which is changed in the file itself: where it stands. */
  readonly start?: number | undefined;
}

/** Something below that has fields of its own: a remedy. */
export interface Below {
  readonly at: string;
  readonly label: string;
}

/** What can be made below, with the questions for it. */
export interface Addable {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly fields: readonly FormField[];
}

export interface FieldsForm {
  /** Where it is in the case: `claim`, `letters/0`, `procedures/1/remedies/0`. */
  readonly at: string;
  readonly title: string;
  readonly fields: readonly FilledField[];
  readonly below: readonly Below[];
  readonly addable: readonly Addable[];
}

/** Something with fields: its definition, and the lines in which they stand. */
export interface Target {
  readonly at: string;
  readonly def: string;
  readonly node: MapNode;
  readonly value: Readonly<Record<string, unknown>>;
}

type Data = Target['value'];

/** The form of what stands at a place of the text; undefined between items, and where it can't be read. */
export function fieldsAtPlace(
  analysis: Analysis,
  offset: number,
  language: Language,
): FieldsForm | undefined {
  const at = whatStandsAt(analysis, offset);
  return at === undefined ? undefined : fieldsAt(analysis, at, language);
}

/** What has fields at a place of the text, by its name as in {@link FieldsForm}. */
export function whatStandsAt(analysis: Analysis, offset: number): string | undefined {
  const { document } = analysis;
  const { lines } = document;
  const line = lines.lineAt(offset);
  const holding = targets(analysis).filter(({ node }) => {
    const end = document.endOf(node);
    return lines.lineAt(document.startOf(node)) <= line && (offset <= end || lines.lineAt(end) === line);
  });
  // A remedy lies within its procedure; of those before it, only the last can hold the place.
  const innermost = holding.filter(({ node }) => document.endOf(node) >= offset).at(-1);
  const entry = document.entries.find(
    ({ key }) => document.startOf(key) <= offset && offset <= document.endOf(key),
  );
  return innermost?.at ?? holding.at(-1)?.at ?? entry?.name;
}

/** @param at see {@link FieldsForm}; a claim that isn't there yet has a form all the same */
export function fieldsAt(analysis: Analysis, at: string, language: Language): FieldsForm | undefined {
  const target = targets(analysis).find((one) => one.at === at) ?? newClaim(analysis, at);
  if (!target) return undefined;
  const { def, value } = target;
  const name = nameOf(value, def, language);
  const title = definitionTitle(def, language);
  return {
    at,
    title: def === 'caseInfo' || def === 'claim' ? capitalised(title) : `${capitalised(title)}: ${name}`,
    fields: fieldsOf(analysis, target, language),
    below: targets(analysis)
      .filter((one) => one.at.startsWith(`${at}/`))
      .map((one) => ({
        at: one.at,
        label: `${capitalised(definitionTitle(one.def, language))}: ${nameOf(one.value, one.def, language)}`,
      })),
    addable: addableTo(analysis, def, language),
  };
}

export function targets({ model }: Analysis): readonly Target[] {
  const found: Target[] = [];
  const add = (at: string, def: string, node: unknown, value: unknown) => {
    const isMap = (node as MapNode | undefined)?.kind === 'map';
    if (!isMap || typeof value !== 'object' || value === null) return;
    found.push({ at, def, node: node as MapNode, value: value as Data });
  };
  for (const name of SECTION_NAMES) {
    const section = model[name] as Part | readonly Part[] | undefined;
    if (!Array.isArray(section)) {
      const part = section as Part | undefined;
      if (part) add(name, part.def, part.node, part.value);
      continue;
    }
    for (const [index, part] of (section as readonly Part[]).entries()) {
      add(`${name}/${index}`, part.def, part.node, part.value);
      const list = pairOf(part.node, 'remedies')?.value;
      if (part.def !== 'procedure' || list?.kind !== 'seq') continue;
      const values = listIn(part.value as Data, 'remedies');
      for (const [place, node] of list.items.entries())
        add(`${name}/${index}/remedies/${place}`, 'remedy', node, values[place]);
    }
  }
  return found;
}

/** Without lines of its own: its first answer puts it into the file, filled from the case. */
function newClaim({ model }: Analysis, at: string): Omit<Target, 'node'> | undefined {
  return at === 'claim' && !model.claim && model.case ? { at, def: 'claim', value: {} } : undefined;
}

function listIn(value: Data, key: string): readonly unknown[] {
  const list = value[key];
  return Array.isArray(list) ? list : [];
}

type Seen = Omit<Target, 'node'> & { readonly node?: MapNode };

/** Those that make sense here, and all that are there; what lies one level deeper by its path, `from.role`. */
function fieldsOf(analysis: Analysis, target: Seen, language: Language): readonly FilledField[] {
  const { def, node, value } = target;
  const siblings = new Map(
    Object.entries(value).flatMap(([key, one]) => (typeof one === 'object' ? [] : [[key, String(one)]])),
  );
  return (SHAPES[def]?.keys ?? []).flatMap(({ name, kind, ref, list, def: below }) => {
    const isPresent = value[name] !== undefined;
    if (kind === 'id' && !ref) return [];
    if (!isPresent && !fits({ def, siblings }, name, analysis)) return [];
    if (kind !== 'fields') return [filled(analysis, { def, name, node, value }, language)];
    if (list || below === undefined) return [];
    const inner = pairOf(node, name)?.value;
    const own = (value[name] ?? {}) as Data;
    const isMap = typeof own === 'object' && !Array.isArray(own);
    if (!isMap) return [];
    return (SHAPES[below]?.keys ?? []).map(({ name: key }) => {
      const deep = { def: below, name: key, node: inner?.kind === 'map' ? inner : undefined, value: own };
      const field = filled(analysis, deep, language);
      const isNeeded = field.required && Object.keys(own).length > 0;
      return { ...field, name: `${name}.${key}`, required: isNeeded };
    });
  });
}

interface Spot {
  readonly def: string;
  readonly name: string;
  readonly node: MapNode | undefined;
  readonly value: Data;
}

function filled(analysis: Analysis, { def, name, node, value }: Spot, language: Language): FilledField {
  const question = questionOf(analysis, def, name, language);
  const present = value[name];
  const isThere = present !== undefined && present !== null && present !== '' && !isOnlyBlank(present);
  const initial = !isThere
    ? undefined
    : Array.isArray(present)
      ? present.filter((one) => one !== undefined && one !== null).map(textOf)
      : textOf(present);
  const label = (one: string) =>
    question.choices?.find((choice) => choice.value === one)?.label ??
    enumTitle(`${def}.${name}`, one, language);
  const shown =
    initial === undefined
      ? undefined
      : cleanLine(question.choices ? listOf(initial).map(label).join(', ') : String(initial));
  const own = pairOf(node, name)?.value;
  const isLong = question.kind === 'long' && typeof initial === 'string' && initial.trim().includes('\n');
  return {
    ...question,
    required: SHAPES[def]?.required.includes(name) === true,
    initial,
    shown,
    ...(isLong && own ? { start: firstWordOf(analysis.document, own as ScalarNode) } : {}),
  };
}

/** Behind the sign of a block its text begins on the next line. */
function firstWordOf(document: CaseDocument, node: ScalarNode): number {
  const start = document.startOf(node);
  if (node.style !== 'folded' && node.style !== 'literal') return start;
  const next = document.text.indexOf('\n', start) + 1;
  return next + (/^\s*/.exec(document.text.slice(next, document.endOf(node)))?.[0].length ?? 0);
}

export function addableTo(analysis: Analysis, def: string, language: Language): readonly Addable[] {
  if (def !== 'procedure') return [];
  const fields = formOf(analysis, 'remedy', language);
  const [label, help] = [sayForm('add-remedy', language), sayForm('add-remedy-help', language)];
  return [{ name: 'remedies', label, help, fields }];
}
