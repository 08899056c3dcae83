/** What the fixes of this group put into the file: documents, circumstances and arguments, linked to the rest. */

import { isClear, mapOf } from '../../core/case/access.js';
import { applicants } from '../../core/case/facts.js';
import type { Draft, Fields } from '../../core/edits/draft.js';
import type { Arg, Fix, Message, TextEdit } from '../../core/findings.js';
import type { CaseModel, Person } from '../../core/model.js';
import type { Say } from '../../core/rule.js';
import { blank } from '../../core/words/placeholders.js';
import { say as inWords, joined, schemaField } from '../../core/words/words.js';
import { argumentsEdit } from '../../knowledge/arguments.js';
import { circumstanceFields, type NewCircumstance } from '../../knowledge/claims.js';
import { claimedCircumstances } from '../../knowledge/letters.js';

/** A text of the rule in the language of the file, as it goes into it. */
export function textOf(draft: Draft, message: Message): string {
  return inWords(message, draft.language);
}

/** The same as a blank to be filled in. */
export function blankOf(draft: Draft, message: Message): string {
  return blank(textOf(draft, message));
}

/** The names of the applicants as a message puts them, or `someone` where one isn't known. */
export function applicantNames(model: Pick<CaseModel, 'persons'>, someone: Message): Arg {
  const names = namesOf(model);
  return names ? { list: names } : someone;
}

/** ‘of Ada and Ben’ for all applicants: by the messages `of` and `of-someone` of the rule, since German has two forms. */
export function whose(model: Pick<CaseModel, 'persons'>, say: Say): Message {
  const names = namesOf(model);
  return names ? say('of', { name: { list: names } }) : say('of-someone');
}

/** The same for one person. */
export function whoseOf({ data }: Person, say: Say): Message {
  return data.name ? say('of', { name: data.name }) : say('of-someone');
}

/** The names of the applicants in the language of the file, or a blank. */
export function applicantNamesIn(draft: Draft): string {
  const { language, model } = draft;
  const names = namesOf(model);
  if (names) return joined(names, 'and', language);
  return blank(schemaField('person', 'name', language)?.title ?? 'name');
}

function namesOf(model: Pick<CaseModel, 'persons'>): readonly string[] | undefined {
  const persons = applicants(model);
  const names = persons.flatMap(({ data }) => (data.name ? [data.name] : []));
  return names.length > 0 && names.length === persons.length ? names : undefined;
}

export interface NewDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** The kinds of circumstance and of event that it speaks for, the best first. */
  readonly speaksFor: readonly string[];
}

/** A new document, linked to what it most likely speaks for, so that it doesn't stand by itself. */
export function documentEdit(draft: Draft, { id, kind, title, speaksFor }: NewDocument): TextEdit {
  const supported = supportedBy(draft.model, speaksFor);
  const fields: Fields = { id, kind, title, supports: supported === undefined ? undefined : [supported] };
  return draft.appendItems('documents', [fields]);
}

/** A circumstance of the claim or an event: of the best kind that there is, else the first of them. */
function supportedBy(model: CaseModel, kinds: readonly string[]): string | undefined {
  const items = [...claimedCircumstances(model), ...model.timeline].filter(
    ({ data }) => data.id !== undefined,
  );
  const best = kinds.map((kind) => items.find(({ data }) => data.kind === kind));
  return (best.find((item) => item !== undefined) ?? items[0])?.data.id;
}

/** A new circumstance of the applicants, which the claim names if there is one. */
export function circumstanceEdits(
  draft: Draft,
  kind: string,
  fields: Omit<NewCircumstance, 'persons'>,
): readonly TextEdit[] {
  const { model } = draft;
  const persons = applicants(model).flatMap(({ data }) => (data.id === undefined ? [] : [data.id]));
  const circumstance = circumstanceFields(draft, kind, { ...fields, persons });
  const claim = mapOf(model.claim);
  // A list that can't be read is left as it is.
  const isOpen = model.claim !== undefined && isClear(model.claim, 'circumstances');
  return [
    draft.appendItems('circumstances', [circumstance]),
    ...(claim && isOpen ? [draft.addToList(claim, 'claim', 'circumstances', [String(circumstance.id)])] : []),
  ];
}

/**
 * The argument that consequences are to be weighed in each case: what a rule that holds only ‘as a rule’ leaves room
 * for. None where the file has it.
 */
export function weighingFixes(draft: Draft, today: number, say: Say): readonly Fix[] {
  const snippet = 'haertefall-verhaeltnismaessigkeit';
  if (draft.model.arguments.some(({ data }) => data.snippet === snippet)) return [];
  const edit = argumentsEdit(draft, [snippet], { today });
  return edit ? [draft.fix('insert-argument', say('fix-argument'), [edit], { onlyHelps: true })] : [];
}
