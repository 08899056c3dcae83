/** What a value of the wrong type can be turned into: only into something that the field takes. */

import { parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Say } from '../../core/rule.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import {
  isEmptyValue,
  type MapNode,
  type Node,
  type ScalarNode,
  type SeqNode,
  sourceOf,
} from '../../core/tree.js';

export interface Wanted {
  readonly name: string;
  readonly def: string;
  /** Of fields, the definition that says which. */
  readonly inner?: string | undefined;
  /** A list belongs here. */
  readonly list: boolean;
  /** What belongs here is an item of the list `name`. */
  readonly isItem?: boolean;
  readonly kind: KeyShape['kind'];
  readonly values?: readonly string[] | undefined;
  /** The kind of item that is named by an id here. */
  readonly defines?: string | undefined;
  readonly isNeeded: boolean;
}

export function fixes(draft: Draft, say: Say, wanted: Wanted, node: Node | undefined): Fix[] {
  const { list, kind } = wanted;
  if (!node || isEmptyValue(node)) return [];
  if (list && kind !== 'fields' && node.kind === 'scalar') {
    const items = itemsIn(wanted, node);
    if (!items) return [];
    const text = `[${items.join(', ')}]`;
    return [
      draft.fix('wrap-in-list', say('fix-wrap'), [draft.replace(node, text)], {
        safe: true,
        preferred: true,
      }),
    ];
  }
  if (list && kind === 'fields' && node.kind === 'map') {
    const edit = draft.wrapInList(node);
    return edit ? [draft.fix('wrap-in-list', say('fix-wrap'), [edit], { safe: true, preferred: true })] : [];
  }
  if (list || kind === 'fields' || node.kind === 'alias') return [];
  if (node.kind !== 'scalar') return fromBrackets(draft, say, wanted, node);
  if (kind === 'boolean' || kind === 'integer') return unquote(draft, say, kind, node);
  if (wanted.defines && typeof node.value === 'number') {
    const id = draft.newIds()(`${wanted.defines}-${sourceOf(node)}`);
    return [draft.fix('rewrite-id', say('fix-id', { id }), [draft.replace(node, id)], { preferred: true })];
  }
  // The text as it was typed: quoting `0612` must not make `612` of it.
  return typeof node.value !== 'string' && mayBe(wanted, sourceOf(node))
    ? [
        draft.fix('quote', say('fix-quote'), [draft.replace(node, `"${sourceOf(node)}"`)], {
          safe: true,
          preferred: true,
        }),
      ]
    : [];
}

/** Would the field take this text? */
function mayBe({ kind, values }: Wanted, text: string): boolean {
  if (kind === 'enum') return values?.includes(text) ?? false;
  if (kind === 'id') return /^[a-z][a-z0-9-]*$/.test(text);
  if (kind === 'source') return !/\s|,/.test(text);
  return kind !== 'date';
}

/** One thing in brackets where no list belongs is that thing; a text may have been meant with its brackets. */
function fromBrackets(draft: Draft, say: Say, wanted: Wanted, node: MapNode | SeqNode): Fix[] {
  const source = sourceOf(node);
  if (!node.flow || source.includes('\n')) return [];
  if (wanted.kind === 'text')
    return [draft.fix('quote', say('fix-quote'), [draft.setScalar(node, source)], { preferred: true })];
  const only = node.kind === 'seq' && node.items.length === 1 ? node.items[0] : undefined;
  if (only?.kind !== 'scalar' || !isFit(wanted, only)) return [];
  return [draft.fix('unwrap', say('fix-unwrap'), [draft.replace(node, sourceOf(only))], { preferred: true })];
}

function isFit(wanted: Wanted, { value }: ScalarNode): boolean {
  return wanted.kind === 'date' ? parseDate(value) !== undefined : mayBe(wanted, String(value));
}

/** The items that the text stands for: itself, or what it names between commas. Undefined where the list can't take it. */
function itemsIn(wanted: Wanted, node: ScalarNode): string[] | undefined {
  const isBlock = node.style === 'literal' || node.style === 'folded';
  const text = typeof node.value === 'string' ? node.value.trim() : sourceOf(node);
  if (mayBe(wanted, text)) return [isBlock ? quoted(text) : inFlow(node)];
  const named = text.split(/[,;\s]+/).filter((word) => word !== '');
  return named.length > 1 && named.every((word) => mayBe(wanted, word)) ? named : undefined;
}

function inFlow(node: ScalarNode): string {
  const source = sourceOf(node);
  return node.style === 'plain' && /[[\]{},]|: | #|\n/.test(source) ? quoted(String(node.value)) : source;
}

function quoted(text: string): string {
  return /^[a-z][\w.-]*$/i.test(text)
    ? text
    : `"${text
        .replaceAll('\\', '\\\\')
        .replaceAll('"', '\\"')
        .replace(/(?<!\s)\s*\n\s*/g, ' ')}"`;
}

/** Words for yes and no that YAML does not know, and numbers and constants in quotes. */
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['ja', true],
  ['nee', false],
  ['yes', true],
  ['no', false],
  ['nein', false],
  ['waar', true],
  ['onwaar', false],
]);

function unquote(draft: Draft, say: Say, kind: 'boolean' | 'integer', node: ScalarNode): Fix[] {
  const text = String(node.value).trim().toLowerCase();
  const value = kind === 'boolean' ? YES_NO.get(text) : /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (value === undefined) return [];
  const asWritten = text === String(value);
  return [
    draft.fix(
      'unquote',
      say(asWritten ? 'fix-unquote' : 'fix-yes-no', { value: String(value) }),
      [draft.replace(node, String(value))],
      { safe: asWritten, preferred: true },
    ),
  ];
}
