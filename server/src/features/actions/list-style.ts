import { renderFlow } from '../../core/edits/render.js';
import { afterDashes, lineAround } from '../../core/parse/lines.js';
import { type Node, type ScalarNode, type SeqNode, sourceOf } from '../../core/tree.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { partAt } from '../place.js';
import type { Action, Offer } from './action.js';

/** A list of ids or sources on one line, or one below the other. */
export const listStyle: Offer = {
  kind: 'refactor.rewrite.vangnet',
  find(analysis, { start }) {
    const list = listAt(analysis, partAt(analysis, start)?.node, start);
    if (!list) return [];
    const action = list.value.flow ? toBlock(analysis, list) : toFlow(analysis, list);
    return action ? [action] : [];
  },
};

interface List {
  /** Offset behind the colon. */
  readonly colon: number;
  readonly value: SeqNode;
  readonly items: readonly ScalarNode[];
}

/** The list of plain values whose key, brackets, dashes or values are at the place. */
function listAt(analysis: Analysis, node: Node | undefined, offset: number): List | undefined {
  if (node?.kind !== 'seq' && node?.kind !== 'map') return undefined;
  if (node.flow) return undefined;
  const { document } = analysis;
  const base = document.base(node.unit);
  const at = offset - base;
  if (node.kind === 'seq') {
    const item = node.items.findLast((one) => one !== undefined && one.start <= at);
    return listAt(analysis, item, offset);
  }
  const pair = node.pairs.findLast(({ key }) => key.start <= at);
  if (pair?.value?.kind !== 'seq') return listAt(analysis, pair?.value, offset);
  const { key, value } = pair;
  if (!value.items.every(isPlainValue)) return listAt(analysis, value, offset);
  if (at > value.end || value.items.length === 0 || value.anchor) return undefined;
  const colon = document.text.indexOf(':', base + key.end) + 1;
  return { colon, value, items: value.items as readonly ScalarNode[] };
}

/** On one line, and nothing that other values of the file lean on. */
function isPlainValue(node: Node | undefined): boolean {
  if (node?.kind !== 'scalar' || node.anchor !== undefined) return false;
  return node.style !== 'literal' && node.style !== 'folded' && !sourceOf(node).includes('\n');
}

function toBlock({ document, draft }: Analysis, { colon, value, items }: List): Action | undefined {
  const { text } = document;
  const start = document.startOf(value);
  const end = document.endOf(value);
  if (text.slice(colon, start).trim() !== '' || text.slice(colon, start).includes('\n')) return undefined;
  if (hasComment(document, start, end)) return undefined;
  const line = lineAround(text, colon - 1);
  const key = afterDashes(text, line) - line.start;
  const pad = draft.style.eol + ' '.repeat(key + draft.style.dashIndent);
  const below = lineAround(text, end).end;
  const edits = [
    { start: colon, end, text: '' },
    { start: below, end: below, text: items.map((item) => `${pad}- ${sourceOf(item)}`).join('') },
  ];
  return { id: 'to-block', title: { key: 'actions.to-block' }, edits };
}

function toFlow({ document }: Analysis, { colon, value, items }: List): Action | undefined {
  const above = lineAround(document.text, colon).end;
  const end = lineAround(document.text, document.endOf(value)).end;
  if (document.startOf(value) < above || hasComment(document, above, end)) return undefined;
  const sources = items.map(inBrackets);
  const edits = [
    { start: colon, end: colon, text: ` [${sources.join(', ')}]` },
    { start: above, end, text: '' },
  ];
  return { id: 'to-flow', title: { key: 'actions.to-flow' }, edits };
}

/** As it stands; in quotes where what is a mere letter outside brackets would end the value inside them. */
function inBrackets(item: ScalarNode): string {
  const isSafe = item.style !== 'plain' || !/[,[\]{}]/.test(sourceOf(item));
  return isSafe ? sourceOf(item) : renderFlow(String(item.value));
}

function hasComment({ units }: Analysis['document'], start: number, end: number): boolean {
  return units.some(({ unit, start: base }) =>
    unit.comments.some((comment) => base + comment.end > start && base + comment.start < end),
  );
}
