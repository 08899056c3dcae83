/** Adding an item by a form, changing the state of a letter, moving an item: each an edit of the text like any other. */

import { type Fields, whereThereIsRoom } from '../../core/edits/draft.js';
import type { Value } from '../../core/edits/render.js';
import type { Message, TextEdit } from '../../core/findings.js';
import { cleanLine } from '../../core/words/clean.js';
import { idFromTitle } from '../../core/words/ids.js';
import { blank } from '../../core/words/placeholders.js';
import { type Language, schemaField } from '../../core/words/words.js';
import { SNIPPETS } from '../../generated/knowledge.js';
import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { counterArgumentFields } from '../../knowledge/arguments.js';
import { claimedCircumstances, letterIdWord, letterStub, sendersToAsk } from '../../knowledge/letters.js';
import { argumentFrom } from '../../knowledge/snippets.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { sourceById, sourceIds } from '../../knowledge/sources.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { idWord } from '../completion/skeleton.js';
import { indexOf } from '../links.js';
import { detailOf, nameOf } from '../symbols.js';
import {
  type Answer,
  type Answers,
  dateValue,
  enumChoices,
  type FieldKind,
  type FormChoice,
  type FormField,
  firstProblem,
  listOf,
  longTextOf,
  periodFields,
  sayForm,
  shapeIn,
  textOf,
  wordsOf,
} from './field.js';

/** The lists to which an item can be added, with the definition of their items. */
export const LISTS: ReadonlyMap<string, string> = new Map(
  SECTIONS.flatMap(({ name, list, def }) => (list && def !== null ? [[name, def] as const] : [])),
);

/** What is asked for: what a person knows at once. The rest can be added in the text. `?` marks what may be left out. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  person: ['name', 'role', 'birthDate?', 'nationality?', 'arrivalDate?'],
  event: ['title', 'kind?', 'date', 'description?', 'persons?', 'evidence?'],
  procedure: ['kind', 'persons?', 'authority?', 'lodged', 'decided?', 'outcome?', 'reason?'],
  circumstance: ['kind', 'title', 'persons?', 'since?', 'description?', 'evidence?'],
  letter: ['from.role', 'from.name?', 'status', 'date?', 'supports?', 'summary?'],
  document: ['kind', 'title', 'date?', 'supports?'],
  argument: ['snippet?', 'title?', 'text?', 'supports?', 'cites?', 'answers?'],
  counterArgument: ['kind', 'raisedBy?', 'text?'],
  remedy: ['kind', 'lodged', 'decided?', 'outcome?', 'ruling?'],
};

/** Of what may have lasted one answer tells both days; the fields in which they stand. */
const PERIODS: Readonly<
  Record<string, { readonly date: string; readonly from: string; readonly to: string }>
> = {
  'event.date': { date: 'date', from: 'from', to: 'to' },
  'circumstance.since': { date: 'since', from: 'since', to: 'until' },
};

const LONG: ReadonlySet<string> = new Set(['description', 'text', 'summary', 'reason', 'request', 'whyNot']);

/** @returns undefined for what is no list of the format */
export function itemForm(
  analysis: Analysis,
  section: string,
  language: Language,
): readonly FormField[] | undefined {
  const def = LISTS.get(section);
  return def === undefined ? undefined : formOf(analysis, def, language);
}

/** What is asked of a new item of this definition. */
export function formOf(analysis: Analysis, def: string, language: Language): readonly FormField[] {
  return (ASKED[def] ?? []).flatMap((asked) => {
    const name = asked.replace(/\?$/, '');
    const [owner, key] = name.startsWith('from.') ? ['letterSender', name.slice(5)] : [def, name];
    const field = questionOf(analysis, owner as string, key as string, language);
    const required = !asked.endsWith('?');
    // A list of nothing is no question.
    if (!required && field.choices?.length === 0) return [];
    const period = PERIODS[`${def}.${name}`] && {
      kind: 'period' as const,
      help: `${field.help} ${sayForm('period-help', language)}`,
    };
    return [{ ...field, ...period, name, required, initial: initialOf(analysis, def, name) }];
  });
}

/** The question for one field of a definition. */
export function questionOf(
  analysis: Analysis,
  def: string,
  key: string,
  language: Language,
): Omit<FormField, 'required' | 'initial'> {
  const choices = choicesOf(analysis, def, key, language);
  return { name: key, ...wordsOf(def, key, language), kind: kindOf(def, key, choices), choices };
}

function kindOf(def: string, key: string, choices: readonly FormChoice[] | undefined): FieldKind {
  const shape = shapeIn(def, key);
  if (choices) return shape.list ? 'many' : 'one';
  if (shape.kind === 'date' || shape.kind === 'file') return shape.kind;
  return LONG.has(key) ? 'long' : 'text';
}

function choicesOf(
  analysis: Analysis,
  def: string,
  key: string,
  language: Language,
): readonly FormChoice[] | undefined {
  const shape = shapeIn(def, key);
  const jurisdiction = analysis.model.case?.data.jurisdiction;
  if (shape.ref)
    return [...indexOf(analysis.model).definitions.values()]
      .filter(({ kind }) => shape.ref?.includes(kind))
      .map(({ id, part, kind }) => ({
        value: id,
        label: nameOf(part.data as Readonly<Record<string, unknown>>, kind, language),
        // Two applications may have the same name: the dates tell them apart.
        help: [detailOf(part.data as Readonly<Record<string, unknown>>, kind, language), cleanLine(id)]
          .filter(Boolean)
          .join(' · '),
      }));
  if (shape.kind === 'source')
    return [...sourceIds()].flatMap((id) => {
      const own = sourceById(id)?.jurisdiction;
      const isOther = (own === 'nl' || own === 'de') && own !== jurisdiction;
      return isOther ? [] : [{ value: id, label: sourceWords(id, language)?.name ?? id, help: id }];
    });
  if (key === 'snippet')
    return SNIPPETS.filter((snippet) => snippet.jurisdiction === jurisdiction).map(({ id, title }) => ({
      value: id,
      label: title[language] ?? id,
    }));
  if (shape.kind === 'boolean')
    return ['true', 'false'].map((value) => ({ value, label: sayForm(value, language) }));
  return shape.kind === 'enum' ? enumChoices(def, shape, language) : undefined;
}

/** One applicant alone is meant; a letter begins as planned, from whom it is most needed. */
function initialOf(analysis: Analysis, def: string, name: string): Answer {
  const { model } = analysis;
  if (name === 'persons') {
    const ids = model.persons.flatMap(({ data }) => (data.id && data.role === 'applicant' ? [data.id] : []));
    return ids.length === 1 ? ids : undefined;
  }
  if (def === 'letter' && name === 'status') return 'planned';
  if (name === 'from.role') return sendersToAsk(claimedCircumstances(model), model, analysis.inputs.today)[0];
  if (def === 'person' && name === 'role')
    return model.persons.some(({ data }) => data.role === 'applicant') ? undefined : 'applicant';
  return undefined;
}

export interface Added {
  readonly edit: TextEdit;
  readonly id: string;
}

/** The item as it goes into the file; what was left open and the format asks for is a blank. */
export function addItem(
  analysis: Analysis,
  section: string,
  answers: Answers,
  language: Language,
): Added | { readonly field: string; readonly problem: Message } | undefined {
  const form = itemForm(analysis, section, language);
  const def = LISTS.get(section);
  if (!form || def === undefined) return undefined;
  const problem = firstProblem(form, answers);
  if (problem) return { field: problem.field.name, problem: problem.message };
  const { draft } = analysis;
  const newId = draft.newIds();
  const made = catalogueItem(analysis, def, answers, newId);
  const fields = made ? inOrder(def, made) : ownItem(analysis, def, form, answers, newId);
  const edit = whereThereIsRoom(() => draft.appendItems(section as 'letters', [fields]));
  if (!edit) return { field: form[0]?.name ?? '', problem: { key: 'forms.no-room' } };
  return { edit, id: String(fields.id) };
}

/** An argument or a letter of the catalogue, filled from the case, with what was answered in its place. */
function catalogueItem(
  analysis: Analysis,
  def: string,
  answers: Answers,
  newId: (word: string) => string,
): Fields | undefined {
  const { draft, inputs, model } = analysis;
  const supported = new Set(listOf(answers.supports));
  const chosen = model.circumstances.filter(({ data }) => data.id !== undefined && supported.has(data.id));
  const snippet = textOf(answers.snippet);
  if (def === 'argument' && snippet !== undefined) {
    const circumstances = supported.size > 0 ? chosen : claimedCircumstances(model);
    const fields = argumentFrom(snippet, draft, { circumstances, today: inputs.today, newId });
    return fields && over(fields, { title: textOf(answers.title), text: longTextOf(answers.text) });
  }
  const kind = textOf(answers.kind);
  if (def === 'counterArgument' && kind !== undefined) {
    const fields = counterArgumentFields(draft, kind, newId);
    return fields && over(fields, { raisedBy: textOf(answers.raisedBy), text: longTextOf(answers.text) });
  }
  if (def !== 'letter' || answers.status !== 'planned') return undefined;
  const circumstances = supported.size > 0 ? chosen : claimedCircumstances(model);
  const stub = letterStub(draft, textOf(answers['from.role']) ?? 'other', circumstances, inputs.today, newId);
  const name = textOf(answers['from.name']);
  return over(stub, {
    ...(name === undefined ? {} : { from: { role: textOf(answers['from.role']), name } }),
    supports: supported.size > 0 ? [...supported] : undefined,
    summary: longTextOf(answers.summary),
  });
}

function over(fields: Fields, answers: Fields): Fields {
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  return { ...fields, ...Object.fromEntries(given) };
}

/** An item with the answers and what the format asks for besides. */
export function ownItem(
  { draft, model }: Analysis,
  def: string,
  form: readonly FormField[],
  answers: Answers,
  newId: (word: string) => string,
): Fields {
  const label = (key: string) => blank(schemaField(def, key, draft.language)?.title ?? key);
  const fields: Record<string, Fields[string]> = { id: newId(idWordFor(def, answers, draft.language)) };
  for (const { name, kind } of form) {
    const period = PERIODS[`${def}.${name}`];
    if (period) Object.assign(fields, periodFields(answers[name], period));
    const value = period ? undefined : inFile(kind, answers[name]);
    if (value === undefined) continue;
    if (name.startsWith('from.'))
      fields.from = { ...(fields.from as Fields | undefined), [name.slice(5)]: value };
    else fields[name] = value;
  }
  if (def === 'person' && model.case?.data.confidentiality === 'pseudonymised') fields.pseudonym = true;
  if (def === 'argument' || def === 'counterArgument') fields.text ??= label('text');
  if (def === 'argument') fields.title ??= label('title');
  return inOrder(def, fields);
}

/** What the new id is made of: the sender of a letter, else the name or the title that was given. */
function idWordFor(def: string, answers: Answers, language: Language): string {
  const role = textOf(answers['from.role']);
  if (role !== undefined) return letterIdWord(role, language);
  const name = textOf(answers.name) ?? textOf(answers.title);
  return [idWord(def, language), ...(name === undefined ? [] : [idFromTitle(name, language)])].join('-');
}

/** An answer as it goes into the file; undefined where nothing was answered. */
export function inFile(kind: FieldKind, answer: Answer): Value | undefined {
  if (kind === 'date') return dateValue(answer);
  if (kind === 'many') return manyOf(answer);
  return kind === 'long' ? longTextOf(answer) : textOf(answer);
}

function manyOf(answer: Answer): readonly string[] | undefined {
  const list = listOf(answer);
  return list.length > 0 ? list : undefined;
}

/** In the order of the schema. */
function inOrder(def: string, fields: Fields): Fields {
  const keys = SHAPES[def]?.keys.map(({ name }) => name) ?? [];
  const order = (key: string) => (key === 'id' ? -1 : keys.indexOf(key));
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => order(a) - order(b)));
}
