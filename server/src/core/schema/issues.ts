/**
 * What the schema's validators say of one part, brought down to one issue for one mistake, at the smallest
 * place to change. The words come from the rules of structure/; nothing of Ajv is shown to a person.
 */

import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { type AjvError, validators } from '../../generated/validate.js';
import type { CaseDocument } from '../document.js';
import { KeptAs } from '../kept.js';
import { keyText, type MapNode, mayBeInHole, type Node, type Pair, pairOf, type Span } from '../tree.js';
import { fieldOf, isIncomplete, isUnreadable, put } from '../values.js';
import { isBlankNode, isBracketBlank } from '../words/placeholders.js';
import type { KeyShape, Shape } from './shape-types.js';
import { slipsAmong } from './slips.js';

export type Path = readonly (string | number)[];

export interface SchemaIssue {
  readonly kind: 'unknown-key' | 'missing-key' | 'wrong-type' | 'unknown-value' | 'bad-format';
  readonly at: Span;
  /** The definition whose field it is about, such as `letter`. */
  readonly def: string;
  readonly path: Path;
  /** The field it is about; for missing-key the first that is missing. */
  readonly key: string;
  readonly missing?: readonly string[];
  readonly shape?: KeyShape | undefined;
  /** The value that is wrong. */
  readonly node?: Node | undefined;
  /** The fields in which the key stands or should stand. */
  readonly owner?: MapNode | undefined;
  readonly pair?: Pair | undefined;
  /** The value is a mere blank: it says nothing yet, and only the rule on blanks speaks of it. */
  readonly isBlank?: boolean;
  /** The cause is told by another rule: the value is left aside, and nothing said of it. */
  readonly isTold?: boolean;
}

/** What a part is checked against and where to speak of it when it has no place of its own. */
export interface Checked {
  readonly doc: CaseDocument;
  readonly def: string;
  readonly node: Node | undefined;
  readonly value: unknown;
  /** The key of the section, or the dash of the item. */
  readonly fallback: Span;
  readonly inList: boolean;
}

export function schemaIssues(part: Checked): SchemaIssue[] {
  const validate = validators[part.def];
  if (!validate || validate(part.value)) return [];
  const errors = validate.errors ?? [];
  const wrong = new Set(errors.filter((e) => e.keyword === 'type').map((e) => e.instancePath));
  const missing = new Map<string, SchemaIssue & { missing: string[] }>();
  const issues: SchemaIssue[] = [];
  for (const error of errors) {
    if (isConsequence(error, wrong)) continue;
    const place = locate(part, error);
    if (!place) continue;
    if (place.kind !== 'missing-key') {
      issues.push(place);
      continue;
    }
    const known = missing.get(error.instancePath);
    if (known) known.missing.push(place.key);
    else {
      const first = { ...place, missing: [place.key] };
      missing.set(error.instancePath, first);
      issues.push(first);
    }
  }
  for (const { def, missing: names } of missing.values()) inOrder(names, def);
  return issues;
}

/** In the order of the format, each once: of an event that ends, only the beginning of the period is missing. */
function inOrder(missing: string[], def: string): void {
  const order = (SHAPES[def]?.keys ?? []).map(({ name }) => name);
  const names = new Set(missing);
  if (def === 'event' && names.has('from')) names.delete('date');
  missing.splice(0, missing.length, ...order.filter((name) => names.has(name)));
}

/** A value of the wrong type fails everything else too; the branches of an alternative only repeat it. */
function isConsequence(error: AjvError, wrong: ReadonlySet<string>): boolean {
  if (error.keyword !== 'type' && wrong.has(error.instancePath)) return true;
  return error.schemaPath.includes('/anyOf/');
}

const KINDS: Readonly<Record<string, SchemaIssue['kind']>> = {
  additionalProperties: 'unknown-key',
  required: 'missing-key',
  dependentRequired: 'missing-key',
  anyOf: 'missing-key',
  type: 'wrong-type',
  enum: 'unknown-value',
  const: 'unknown-value',
  pattern: 'bad-format',
  minLength: 'bad-format',
  minimum: 'bad-format',
  maximum: 'bad-format',
  minItems: 'missing-key',
};

function locate(part: Checked, error: AjvError): SchemaIssue | undefined {
  const kind = KINDS[error.keyword];
  if (!kind) return undefined;
  const path = parsePointer(error.instancePath);
  const spot = walk(part, path);
  if (kind === 'unknown-key') return unknownKey(spot, path, String(error.params.additionalProperty));
  if (kind === 'missing-key') {
    // `anyOf` stands only on an event: a date, or the beginning of a period.
    const key = String(error.params.missingProperty ?? (error.keyword === 'anyOf' ? 'date' : ''));
    // An event may begin with either.
    const either = error.keyword === 'anyOf' ? ['date', 'from'] : [key];
    const isThere = either.some((name) => isThereAfterAll(spot, name));
    return key === '' || isThere ? undefined : missingKey(part, spot, path, key);
  }
  // Of what is incomplete since a line was left out, the kind isn't certain: it counts as unreadable and no more.
  const isTold = kind === 'wrong-type' && spot.pair !== undefined && isIncomplete(spot.pair.key, spot.node);
  return {
    // `2013.05` is a date that is written otherwise, to a person.
    kind: kind === 'wrong-type' && isNumberForDate(spot) ? 'bad-format' : kind,
    at: valuePlace(spot),
    path,
    def: spot.def,
    key: spot.key,
    shape: spot.shape,
    node: spot.node,
    owner: spot.owner,
    pair: spot.pair,
    isTold,
    isBlank: isBlankNode(spot.node) || (kind === 'wrong-type' && !isList(spot) && isBracketBlank(spot.node)),
  };
}

/** The value where it stands on one line, else its key; of an item of a list its first line. */
function valuePlace({ node, pair, mark }: Spot): Span {
  if (!node) return pair?.key ?? mark;
  if (isOneLine(node)) return node;
  if (pair) return pair.key;
  const line = node.unit.text.slice(node.start, node.end).search(/(?<!\s)\s*\r?\n/);
  return { unit: node.unit, start: node.start, end: node.start + line };
}

function isNumberForDate({ node, shape }: Spot): boolean {
  return shape?.kind === 'date' && node?.kind === 'scalar' && typeof node.value === 'number';
}

/** Does a list belong here, and not one of its items? */
function isList({ shape, pair }: Spot): boolean {
  return Boolean(shape?.list && pair);
}

interface Spot {
  readonly node: Node | undefined;
  readonly pair: Pair | undefined;
  readonly owner: MapNode | undefined;
  readonly def: string;
  readonly key: string;
  readonly shape: KeyShape | undefined;
  readonly mark: Span;
  /** The definition of the value itself, where it has fields. */
  readonly valueDef: string | undefined;
  readonly inList: boolean;
}

/** Follows a path of the value through the nodes, keeping the last field on the way. */
function walk(part: Checked, path: Path): Spot {
  let node = part.node && part.doc.target(part.node);
  let spot: Spot = {
    node,
    pair: undefined,
    owner: undefined,
    def: part.def,
    key: '',
    shape: undefined,
    mark: part.fallback,
    valueDef: part.def,
    inList: part.inList,
  };
  for (const step of path) {
    if (typeof step === 'number') {
      const item: Node | undefined = node?.kind === 'seq' ? node.items[step] : undefined;
      const dash = node?.kind === 'seq' ? node.dashes[step] : undefined;
      const mark = node && dash !== undefined ? { unit: node.unit, start: dash, end: dash + 1 } : spot.mark;
      node = item && part.doc.target(item);
      spot = { ...spot, node, pair: undefined, mark, inList: true };
      continue;
    }
    const pair = fieldOf(part.doc, node, step);
    const owner = node?.kind === 'map' ? node : undefined;
    const def = spot.valueDef ?? spot.def;
    const shape = SHAPES[def]?.keys.find((key) => key.name === step);
    node = pair?.value && part.doc.target(pair.value);
    spot = {
      node,
      pair,
      owner,
      def,
      key: step,
      shape,
      mark: pair?.key ?? spot.mark,
      valueDef: shape?.def,
      inList: false,
    };
  }
  return spot;
}

function unknownKey(spot: Spot, path: Path, key: string): SchemaIssue | undefined {
  const owner = spot.node?.kind === 'map' ? spot.node : undefined;
  const pair = pairOf(owner, key);
  if (!owner || !pair) return undefined;
  return {
    kind: 'unknown-key',
    at: pair.key,
    path,
    def: spot.valueDef ?? spot.def,
    key,
    owner,
    pair,
    node: pair.value,
  };
}

function missingKey(part: Checked, spot: Spot, path: Path, key: string): SchemaIssue {
  const owner = spot.node?.kind === 'map' ? spot.node : undefined;
  return {
    kind: 'missing-key',
    at: itemPlace(part.doc, spot),
    path,
    def: spot.valueDef ?? spot.def,
    key,
    owner,
    node: spot.node,
    pair: spot.pair,
  };
}

/** In a list item the value of its id, else its first key; elsewhere the key under which the fields stand. */
function itemPlace(doc: CaseDocument, spot: Spot): Span {
  if (!spot.inList && spot.pair) return spot.pair.key;
  if (!spot.inList) return spot.mark;
  const id = fieldOf(doc, spot.node, 'id')?.value;
  if (id && isOneLine(id)) return id;
  const first = spot.node?.kind === 'map' ? spot.node.pairs[0]?.key : undefined;
  return first ?? spot.mark;
}

/** Is the key there, but misspelt, with a value that can't be read, or on a line that was left out? */
function isThereAfterAll({ node, valueDef, def }: Spot, key: string): boolean {
  if (node?.kind !== 'map') return Boolean(node?.unit.holes.length);
  const pair = pairOf(node, key);
  // An alias that leads nowhere or into itself is told by its own rule.
  if (pair && (isUnreadable(pair) || pair.value?.kind === 'alias')) return true;
  // `{role:mayor}` is one long key without a value.
  if (node.pairs.some((one) => one.value === undefined && keyText(one)?.startsWith(`${key}:`))) return true;
  return mayBeInHole(node.unit, key) || slipsIn(node, valueDef ?? def).has(key);
}

const knownSlips = new KeptAs<MapNode, ReadonlySet<string>>();

/** The fields of a definition of which one is there misspelt; asked for each that is missing. */
function slipsIn(node: MapNode, def: string): ReadonlySet<string> {
  return knownSlips.of(node, def, () => {
    const names = (SHAPES[def]?.keys ?? []).map(({ name }) => name);
    return slipsAmong(node.pairs.map(keyText), names);
  });
}

function isOneLine(node: Node): boolean {
  return !node.unit.text.slice(node.start, node.end).includes('\n');
}

function parsePointer(pointer: string): (string | number)[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** The value without what is wrong in it: rules see only what holds, and stay silent about the rest. */
export function withoutIssues(value: unknown, issues: readonly SchemaIssue[]): unknown {
  const cut: Cut = { all: false, below: new Map() };
  for (const issue of issues) {
    if (issue.kind === 'missing-key') continue;
    let at = cut;
    for (const step of issue.kind === 'unknown-key' ? [...issue.path, issue.key] : issue.path) {
      const below = at.below.get(String(step)) ?? { all: false, below: new Map() };
      at.below.set(String(step), below);
      at = below;
    }
    at.all = true;
  }
  return without(value, cut);
}

/** What is to be left out of a value: all of it, or something below these fields and places. */
interface Cut {
  all: boolean;
  readonly below: Map<string, Cut>;
}

/** A copy without what is cut; list items become undefined so that others keep their place. */
function without(value: unknown, cut: Cut | undefined): unknown {
  if (cut?.all) return undefined;
  if (!cut || cut.below.size === 0) return value;
  if (Array.isArray(value)) return value.map((item, index) => without(item, cut.below.get(String(index))));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    const below = cut.below.get(key);
    if (!below?.all) put(copy, key, without(field, below));
  }
  return copy;
}

export function shapeOf(def: string): Shape | undefined {
  return SHAPES[def];
}

export function sectionOf(name: string): (typeof SECTIONS)[number] | undefined {
  return SECTIONS.find((section) => section.name === name);
}
