/**
 * What stands where in a case, for colours that mean something: fields and values that the format knows, ids that lead
 * somewhere, dates, sources, blanks, silenced checks. What isn't right gets no colour of its own.
 */

import { parseDate } from '../core/dates.js';
import type { CaseDocument } from '../core/document.js';
import { yearOfEcli } from '../core/ecli.js';
import type { Part } from '../core/model.js';
import type { KeyShape } from '../core/schema/shape-types.js';
import type { Steps } from '../core/steps.js';
import { findSuppressions } from '../core/suppressions.js';
import { keyText, type Node, type ScalarNode, type Span, sourceOf } from '../core/tree.js';
import { isPlaceholderMap } from '../core/values.js';
import { blanksIn } from '../core/words/placeholders.js';
import { RULES } from '../generated/rules.js';
import { SECTIONS, SHAPES } from '../generated/shape.js';
import { formOfSource } from '../knowledge/citations.js';
import type { Analysis } from '../pipeline/analysis.js';
import { indexOf } from './links.js';
import { onceFor } from './once.js';
import { allParts } from './parts.js';

export type TokenKind =
  | 'section'
  | 'field'
  | 'own-id'
  | 'reference'
  | 'choice'
  | 'date'
  | 'source'
  | 'ruling'
  | 'address'
  | 'blank'
  | 'directive'
  | 'rule';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** A token inside its unit; a reference only where the file has such an item. */
interface Found {
  readonly kind: TokenKind;
  readonly at: Span;
  readonly refersTo?: { readonly id: string; readonly kinds: readonly string[] };
}

/** Finds them, a part of the case a step; {@link tokensOf} only puts them in order after that. */
export function* tokenSteps({ model }: Analysis): Steps<void> {
  for (const part of allParts(model)) {
    foundIn(part);
    yield;
  }
}

/** In the order of the text; none overlaps another or goes on over a line's end. */
export const tokensOf: (analysis: Analysis) => readonly Token[] = onceFor((analysis: Analysis) => {
  const { document, model } = analysis;
  const { definitions } = indexOf(model);
  const tokens: Token[] = [];
  const put = ({ kind, at, refersTo }: Found) => {
    const target = refersTo && definitions.get(refersTo.id);
    if (refersTo && !(target && refersTo.kinds.includes(target.kind))) return;
    tokens.push({ kind, start: document.startOf(at), end: document.endOf(at) });
  };
  for (const { name, key } of document.entries) if (NAMES.has(name)) put({ kind: 'section', at: key });
  for (const part of allParts(model)) for (const found of foundIn(part)) put(found);
  for (const found of silenced(document)) put(found);
  return apart(tokens.sort((a, b) => a.start - b.start));
});

/** Items that a second section takes over by an alias are met twice: the section that the format has first tells. */
function apart(tokens: readonly Token[]): Token[] {
  let end = 0;
  return tokens.filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}

const NAMES: ReadonlySet<string | undefined> = new Set(SECTIONS.map(({ name }) => name));
const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ meta }) => meta.id));

const SHAPE_OF = new Map(
  Object.entries(SHAPES).flatMap(([def, { keys }]) =>
    keys.map((shape) => [`${def}.${shape.name}`, shape] as const),
  ),
);

/** Once for a part, whatever versions of the file hold it. Aliases are not followed: what they name has its own place. */
const foundIn = onceFor((part: Part): readonly Found[] => [...inFields(part.node, part.def)]);

function* inFields(node: Node | undefined, def: string): Generator<Found> {
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) {
    const shape = SHAPE_OF.get(`${def}.${keyText(pair)}`);
    if (!shape) continue;
    yield { kind: 'field', at: pair.key };
    const { value } = pair;
    if (value?.kind === 'seq' && shape.list) for (const item of value.items) yield* inValue(item, shape);
    else yield* inValue(value, shape);
  }
}

function* inValue(node: Node | undefined, shape: KeyShape): Generator<Found> {
  if (!node) return;
  if (isPlaceholderMap(node)) yield { kind: 'blank', at: node };
  else if (shape.kind === 'fields' && shape.def) yield* inFields(node, shape.def);
  else if (node.kind === 'scalar') yield* inScalar(node, shape);
}

function* inScalar(node: ScalarNode, shape: KeyShape): Generator<Found> {
  const { unit, start } = node;
  const source = sourceOf(node);
  const blanks = blanksIn(source);
  for (const blank of blanks)
    yield { kind: 'blank', at: { unit, start: start + blank.start, end: start + blank.end } };
  if (blanks.length > 0 || /[\r\n]/.test(source)) return;
  const kind = kindOf(node.value, shape);
  const { ref } = shape;
  if (kind) yield { kind, at: node, ...(ref ? { refersTo: { id: String(node.value), kinds: ref } } : {}) };
}

function kindOf(value: ScalarNode['value'], shape: KeyShape): TokenKind | undefined {
  const text = String(value ?? '');
  if (text === '') return undefined;
  if (shape.ref) return 'reference';
  if (shape.kind === 'id') return 'own-id';
  if (shape.kind === 'date') return parseDate(value) ? 'date' : undefined;
  if (shape.kind === 'source' || shape.name === 'ruling') return kindOfSource(text);
  return shape.values?.includes(text) ? 'choice' : undefined;
}

function kindOfSource(text: string): TokenKind | undefined {
  if (yearOfEcli(text) !== undefined) return 'ruling';
  const form = formOfSource(text);
  if (form === 'catalogue') return 'source';
  return form === 'address' ? 'address' : undefined;
}

/** The word that silences, and the check that it names. The reason stays a comment. */
function* silenced(document: CaseDocument): Generator<Found> {
  for (const { comment, rule, ruleAt } of findSuppressions(document)) {
    const word = /vangnet-ignore(?:-file)?/.exec(sourceOf(comment));
    if (!word) continue;
    const start = comment.start + word.index;
    yield { kind: 'directive', at: { unit: comment.unit, start, end: start + word[0].length } };
    if (RULE_IDS.has(rule)) yield { kind: 'rule', at: ruleAt };
  }
}
