/** Requests of our own, for editors that show forms: what is asked, and the change that the answers make. */

import type { CancellationToken, Position, WorkspaceEdit } from 'vscode-languageserver';
import { localDay } from '../../core/dates.js';
import type { TextEdit } from '../../core/findings.js';
import { isLanguage, type Language, say } from '../../core/words/words.js';
import { itemAt, LETTER_STATES, moveItem, setLetter } from '../../features/forms/changes.js';
import { type Answers, type FormField, firstProblem } from '../../features/forms/field.js';
import { type FieldsForm, type FilledField, fieldsAt, fieldsAtPlace } from '../../features/forms/fields.js';
import { addItem, itemForm } from '../../features/forms/items.js';
import { type NewFile, newCase, newCaseFields, templateField } from '../../features/forms/new-case.js';
import { addBelow, type FieldOutcome, setField } from '../../features/forms/set-field.js';
import { isTemplate } from '../../features/forms/templates.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { isPosition, isRecord, notUnderstood } from '../arguments.js';
import type { Feature, Host } from '../feature.js';
import { workspaceEdit } from '../to-lsp.js';

/** What came of a form: a change to apply, or what is wrong with an answer. */
export type FormOutcome =
  | { readonly edit: WorkspaceEdit; readonly id?: string }
  | { readonly field: string; readonly problem: string };

export const forms: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/newCaseForm', (params: unknown) => newCaseForm(params));
    connection.onRequest('vangnet/newCase', (params: unknown): object => newCaseFile(params));
    connection.onRequest('vangnet/itemForm', (params: unknown, token) => {
      const { uri, section } = strings(params, 'uri', 'section');
      return host.answer(
        uri,
        token,
        null,
        (analysis) => itemForm(analysis, section, host.languageFor(analysis)) ?? null,
      );
    });
    connection.onRequest('vangnet/addItem', (params: unknown, token) => added(params, host, token));
    connection.onRequest('vangnet/fieldsForm', (params: unknown, token) => fieldsForm(params, host, token));
    connection.onRequest('vangnet/setField', (params: unknown, token) => {
      const { uri, at, field } = strings(params, 'uri', 'at', 'field');
      const { answer } = answersOf({ answers: { answer: (params as { answer?: unknown }).answer } });
      return filledIn(uri, host, token, (analysis, language) =>
        setField(analysis, at, field, answer, language),
      );
    });
    connection.onRequest('vangnet/addBelow', (params: unknown, token) => {
      const { uri, at, field } = strings(params, 'uri', 'at', 'field');
      const answers = answersOf(params);
      return filledIn(uri, host, token, (analysis, language) =>
        addBelow(analysis, at, field, answers, language),
      );
    });
    connection.onRequest('vangnet/setLetter', (params: unknown, token) => {
      const { uri, id, status } = strings(params, 'uri', 'id', 'status');
      if (!LETTER_STATES.includes(status)) throw notUnderstood();
      const { date } = params as { date?: unknown };
      return changed(uri, host, token, (analysis) =>
        setLetter(analysis, id, status, typeof date === 'string' ? date : undefined),
      );
    });
    connection.onRequest('vangnet/moveItem', (params: unknown, token) => moved(params, host, token));
  },
};

function newCaseForm(params: unknown): { template: FormField; fields: readonly FormField[] } {
  const { language, template, propose } = newCaseParams(params);
  const first = templateField(propose, language);
  return { template: first, fields: newCaseFields(template ?? 'hardship-nl', propose, language) };
}

function newCaseFile(params: unknown): NewFile | { field: string; problem: string } {
  const { language, template, propose } = newCaseParams(params);
  if (template === undefined) throw notUnderstood();
  const answers = answersOf(params);
  const wrong = firstProblem(newCaseFields(template, propose, language), answers);
  if (wrong) return { field: wrong.field.name, problem: say(wrong.message, language) };
  const { eol } = params as { eol?: unknown };
  return newCase(template, answers, language, localDay(new Date()), eol === '\r\n' ? '\r\n' : '\n');
}

function newCaseParams(params: unknown) {
  if (!isRecord(params)) throw notUnderstood();
  const language: Language = isLanguage(params.language) ? params.language : 'en';
  const propose = isRecord(params.propose) ? params.propose : {};
  const { jurisdiction, office } = propose;
  return {
    language,
    template: isTemplate(params.template) ? params.template : undefined,
    propose: {
      jurisdiction: jurisdiction === 'nl' || jurisdiction === 'de' ? jurisdiction : undefined,
      office: typeof office === 'string' ? office : undefined,
    } as const,
  };
}

function added(params: unknown, host: Host, token: CancellationToken): Promise<FormOutcome | null> {
  const { uri, section } = strings(params, 'uri', 'section');
  const answers = answersOf(params);
  return host.answer<FormOutcome | null>(uri, token, null, (analysis) => {
    const language = host.languageFor(analysis);
    const result = addItem(analysis, section, answers, language);
    if (!result) throw notUnderstood();
    if ('problem' in result) return { field: result.field, problem: say(result.problem, language) };
    return { edit: editOf(analysis, uri, host, [result.edit]), id: result.id };
  });
}

/** A form as the client shows it: places as positions. */
type ShownForm = Omit<FieldsForm, 'fields'> & {
  readonly fields: readonly (Omit<FilledField, 'start'> & { readonly position?: Position })[];
};

/** Of a place by its name, or of what stands at a position; null where nothing has fields there. */
function fieldsForm(params: unknown, host: Host, token: CancellationToken): Promise<ShownForm | null> {
  const { uri } = strings(params, 'uri');
  const { at, position } = params as { at?: unknown; position?: unknown };
  if (typeof at !== 'string' && !isPosition(position)) throw notUnderstood();
  return host.answer<ShownForm | null>(uri, token, null, (analysis) => {
    const language = host.languageFor(analysis);
    const lines = host.lines(analysis);
    const form =
      typeof at === 'string'
        ? fieldsAt(analysis, at, language)
        : isPosition(position) && fieldsAtPlace(analysis, lines.offsetAt(position), language);
    if (!form) return null;
    const fields = form.fields.map(({ start, ...field }) => ({
      ...field,
      ...(start === undefined ? {} : { position: lines.range(start, start).start }),
    }));
    return { ...form, fields };
  });
}

function filledIn(
  uri: string,
  host: Host,
  token: CancellationToken,
  fill: (analysis: Analysis, language: Language) => FieldOutcome | undefined,
): Promise<FormOutcome | null> {
  return host.answer<FormOutcome | null>(uri, token, null, (analysis) => {
    const language = host.languageFor(analysis);
    const outcome = fill(analysis, language);
    if (!outcome) return null;
    if ('problem' in outcome) return { field: outcome.field, problem: say(outcome.problem, language) };
    return { edit: editOf(analysis, uri, host, outcome.edits) };
  });
}

/** Of the item with an id, or of the one at a position; null where there is nothing to move. */
function moved(params: unknown, host: Host, token: CancellationToken): Promise<FormOutcome | null> {
  const { uri } = strings(params, 'uri');
  const { id, position, by } = params as { id?: unknown; position?: unknown; by?: unknown };
  if ((by !== 1 && by !== -1) || (typeof id !== 'string' && !isPosition(position))) throw notUnderstood();
  return host.answer<FormOutcome | null>(uri, token, null, (analysis) => {
    const at = isPosition(position) ? host.lines(analysis).offsetAt(position) : 0;
    const which = typeof id === 'string' ? id : at;
    const edits = moveItem(analysis, which, by) ?? [];
    const found = itemAt(analysis, which)?.id;
    if (edits.length === 0) return null;
    return { edit: editOf(analysis, uri, host, edits), ...(found === undefined ? {} : { id: found }) };
  });
}

/** Null where there is nothing to change. */
function changed(
  uri: string,
  host: Host,
  token: CancellationToken,
  change: (analysis: Analysis) => readonly TextEdit[] | undefined,
): Promise<FormOutcome | null> {
  return host.answer<FormOutcome | null>(uri, token, null, (analysis) => {
    const edits = change(analysis);
    return edits && edits.length > 0 ? { edit: editOf(analysis, uri, host, edits) } : null;
  });
}

/** Without tab stops: the editor shows what came in, and a blank is found by its finding. */
function editOf(analysis: Analysis, uri: string, host: Host, edits: readonly TextEdit[]): WorkspaceEdit {
  const version = host.versionOf(uri) ?? null;
  return workspaceEdit(analysis, edits, { uri, version }, { ...host.abilities(), snippetEdits: false });
}

function answersOf(params: unknown): Answers {
  const answers = isRecord(params) ? params.answers : undefined;
  if (!isRecord(answers)) throw notUnderstood();
  for (const answer of Object.values(answers)) {
    const isList = Array.isArray(answer) && answer.every((one) => typeof one === 'string');
    if (answer !== undefined && answer !== null && typeof answer !== 'string' && !isList)
      throw notUnderstood();
  }
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null)) as Answers;
}

function strings<K extends string>(params: unknown, ...names: K[]): Record<K, string> {
  if (!isRecord(params) || names.some((name) => typeof params[name] !== 'string')) throw notUnderstood();
  return params as Record<K, string>;
}
