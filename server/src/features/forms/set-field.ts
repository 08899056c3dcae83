/** An answer put into its field: one edit of the text, which keeps all else as it is. */

import { parseCase } from '../../core/document.js';
import { applyEdits, whereThereIsRoom } from '../../core/edits/draft.js';
import { renderFlow, type Value } from '../../core/edits/render.js';
import type { Message, TextEdit } from '../../core/findings.js';
import { keyText, type MapNode, pairOf } from '../../core/tree.js';
import type { Language } from '../../core/words/words.js';
import { SHAPES } from '../../generated/shape.js';
import { claimFields } from '../../knowledge/claims.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { commentsOf } from '../comments.js';
import { sameList } from '../paste/contents.js';
import { type Answer, type Answers, firstProblem, problemWith } from './field.js';
import { addableTo, fieldsAt, type Target, targets } from './fields.js';
import { inFile, ownItem } from './items.js';

export type FieldOutcome =
  | { readonly edits: readonly TextEdit[] }
  | { readonly field: string; readonly problem: Message };

/**
 * Puts an answer into its field; an empty one takes the field away. The edits are empty where nothing changes.
 * @returns undefined where there is no such place or field, or its lines can't be changed safely
 */
export function setField(
  analysis: Analysis,
  at: string,
  name: string,
  answer: Answer,
  language: Language,
): FieldOutcome | undefined {
  const form = fieldsAt(analysis, at, language);
  const field = form?.fields.find((one) => one.name === name);
  if (!form || !field) return undefined;
  const problem = problemWith(field, answer);
  if (problem) return { field: name, problem };
  const value = typed(analysis, at, name, inFile(field.kind, answer));
  const target = targets(analysis).find((one) => one.at === at);
  if (!target) return newSection(analysis, name, value);
  const edits = changesOf(analysis, target, name, value);
  return edits && safely(analysis, edits);
}

/** Adds what `FieldsForm.addable` offers. */
export function addBelow(
  analysis: Analysis,
  at: string,
  name: string,
  answers: Answers,
  language: Language,
): FieldOutcome | undefined {
  const target = targets(analysis).find((one) => one.at === at);
  const offered = target && addableTo(analysis, target.def, language).find((one) => one.name === name);
  if (!target || !offered) return undefined;
  const problem = firstProblem(offered.fields, answers);
  if (problem) return { field: problem.field.name, problem: problem.message };
  const item = ownItem(analysis, 'remedy', offered.fields, answers, analysis.draft.newIds());
  const { node, def } = target;
  return safely(analysis, [[analysis.draft.addToList(node, def, name, [item as Value])]]);
}

/** The value in its own type: a yes is a truth, not a text. */
function typed(analysis: Analysis, at: string, path: string, value: Value | undefined): Value | undefined {
  const [first, second] = path.split('.');
  const def = targets(analysis).find((one) => one.at === at)?.def ?? 'claim';
  const shape = SHAPES[def]?.keys.find(({ name }) => name === first);
  const below =
    second === undefined ? shape : SHAPES[shape?.def ?? '']?.keys.find(({ name }) => name === second);
  return below?.kind === 'boolean' && value !== undefined ? value === 'true' : value;
}

function newSection(
  { draft, inputs }: Analysis,
  name: string,
  value: Value | undefined,
): FieldOutcome | undefined {
  const fields = { ...claimFields(draft, inputs.today), [name]: value };
  const edit = whereThereIsRoom(() => draft.insertSection('claim', fields));
  return edit && { edits: [edit] };
}

/** The ways to write it, plainest first. */
function changesOf(
  { draft, document }: Analysis,
  { node, def }: Target,
  path: string,
  value: Value | undefined,
): readonly (readonly TextEdit[])[] | undefined {
  const [key = '', below] = path.split('.');
  const pair = pairOf(node, key);
  if (below === undefined) return waysToSet(key, node, def);
  const inner = pair?.value;
  const innerDef = SHAPES[def]?.keys.find(({ name }) => name === key)?.def;
  if (inner?.kind === 'map' && innerDef !== undefined) {
    const isLast = value === undefined && inner.pairs.length === 1 && keyText(inner.pairs[0]!) === below;
    return isLast && pair ? [[draft.removePair(node, pair)]] : waysToSet(below, inner, innerDef);
  }
  if (value === undefined) return [[]];
  return inner === undefined || document.text.slice(document.startOf(inner), document.endOf(inner)) === ''
    ? [[draft.setKey(node, def, key, { [below]: value })]]
    : undefined;

  function waysToSet(name: string, owner: MapNode, of: string): readonly (readonly TextEdit[])[] {
    const present = pairOf(owner, name);
    if (value === undefined) return [present ? [draft.removePair(owner, present)] : []];
    const scalar = present?.value?.kind === 'scalar' ? present.value : undefined;
    const isPlain = scalar && typeof value !== 'object' && !String(value).includes('\n');
    return [
      ...(isPlain && scalar.style !== 'folded' && scalar.style !== 'literal'
        ? [[draft.setScalar(scalar, value)]]
        : []),
      [draft.setKey(owner, of, name, value)],
      ...(present?.value ? [[draft.replace(present.value, onOneLine(value))]] : []),
    ];
  }
}

/** The first that leaves the file as readable as it was, with every comment. */
function safely({ document }: Analysis, ways: readonly (readonly TextEdit[])[]): FieldOutcome | undefined {
  const known = commentsOf(document);
  const edits = ways.find((way) => {
    const after = parseCase(applyEdits(document.text, way), document);
    const isSeen = !way.some(({ start, end }) => document.holdsUnread(start, end));
    return isSeen && after.problems.length <= document.problems.length && sameList(commentsOf(after), known);
  });
  return edits && { edits };
}

/** JSON is YAML in double quotes, with its line breaks as \\n: what stands behind it stays behind it. */
function onOneLine(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : renderFlow(value);
}
