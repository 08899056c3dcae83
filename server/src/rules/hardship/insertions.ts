/** Circumstances, and what names them, as fixes put them into a case. */

import { mapOf, nodeAt } from '../../core/case/access.js';
import type { Draft, Fields } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import type { Part } from '../../core/model.js';
import { blank } from '../../core/words/placeholders.js';
import { schemaField } from '../../core/words/words.js';
import { circumstanceFields } from '../../knowledge/claims.js';
import { listed } from './certain.js';

/** More ids or sources in a list of a part; undefined where the list stands elsewhere (an alias) or can't be read. */
export function addTo(
  draft: Draft,
  part: Part | undefined,
  key: string,
  values: readonly string[],
): TextEdit | undefined {
  const owner = mapOf(part);
  if (!part || !owner || listed(part, key) === undefined) return undefined;
  const list = nodeAt(part, key);
  return list && list.kind !== 'seq' ? undefined : draft.addToList(owner, part.def, key, values);
}

/** A new circumstance, and its id in the claim where there is one to write it into. */
export function circumstanceEdits(draft: Draft, fields: Fields): readonly TextEdit[] {
  const named = addTo(draft, draft.model.claim, 'circumstances', [String(fields.id)]);
  return [draft.appendItems('circumstances', [fields]), ...(named ? [named] : [])];
}

/** A circumstance of which nothing is known yet: everything but its place is to be filled in. */
export function blankCircumstance(draft: Draft): Fields {
  const title = blank(schemaField('circumstance', 'title', draft.language)?.title ?? 'title');
  const applicants = draft.model.persons.filter(({ data }) => data.role === 'applicant');
  const persons = applicants.flatMap(({ data }) => (data.id === undefined ? [] : [data.id]));
  return circumstanceFields(draft, 'other', { title, persons: persons.length === 1 ? persons : [] });
}
