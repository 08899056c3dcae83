import type { Entry } from '../../core/document.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix, Message } from '../../core/findings.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import { isEmptyValue, type Node, sourceOf } from '../../core/tree.js';
import { SECTIONS } from '../../generated/shape.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';

/** A text where a list belongs, a number where a text belongs, nothing where something belongs. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'root', 'document'],
  needs: [],
  *check({ model, say }) {
    const { root, document } = model;
    if (root.odd) yield { at: firstLine(root.odd), message: say('root', { found: foundIn(root.odd, say) }) };
    for (const section of SECTIONS) {
      const entry = document.entry(section.name);
      if (!entry || section.def === null || !root.unreadable.has(section.name)) continue;
      if (isCut(entry)) continue;
      yield report(
        say,
        { name: section.name, def: '', list: section.list, kind: 'fields' },
        entry.value,
        entry.key,
      );
    }
    for (const issue of allIssues(model, 'wrong-type')) yield ofIssue(say, issue);
  },
});

/** Its text could not be read: that is said already. */
function isCut(entry: Entry): boolean {
  return entry.key.unit.holes.length > 0 && isEmptyValue(entry.value);
}

interface Wanted {
  readonly name: string;
  readonly def: string;
  readonly list: boolean;
  readonly kind: KeyShape['kind'];
}

function ofIssue(say: Say, issue: SchemaIssue): Report {
  const { shape, def, key, path, node, pair, at } = issue;
  const inList = typeof path.at(-1) === 'number' || path.length === 0;
  const wanted: Wanted = {
    name: key,
    def,
    list: Boolean(shape?.list) && !inList,
    kind: shape?.kind ?? 'fields',
  };
  return report(say, wanted, node, pair?.key ?? at, at);
}

function report(
  say: Say,
  wanted: Wanted,
  node: Node | undefined,
  key: SchemaIssue['at'],
  at = placeOf(node, key),
): Report {
  const field: Message['args'] = wanted.name === '' ? {} : { field: { field: wanted.name, of: wanted.def } };
  const expected = say(expectedName(wanted));
  const message = isEmptyValue(node)
    ? say(wanted.name === '' ? 'empty-item' : 'empty', { ...field, expected })
    : say(wanted.name === '' ? 'other-item' : 'other', {
        ...field,
        expected,
        found: foundIn(node as Node, say),
      });
  return { at, message, fixes: (draft) => fixes(draft, say, wanted, node) };
}

function placeOf(node: Node | undefined, key: SchemaIssue['at']): SchemaIssue['at'] {
  return node && !isEmptyValue(node) && !sourceOf(node).includes('\n') ? node : key;
}

function expectedName({ list, kind }: Wanted): string {
  if (list) return kind === 'fields' ? 'expected-list-of-fields' : 'expected-list';
  if (kind === 'fields') return 'expected-fields';
  if (kind === 'boolean') return 'expected-boolean';
  if (kind === 'integer') return 'expected-number';
  return kind === 'date' ? 'expected-date' : 'expected-text';
}

function foundIn(node: Node, say: Say): Message {
  if (node.kind === 'seq') return say('found-list');
  if (node.kind !== 'scalar') return say('found-fields');
  if (typeof node.value === 'number') return say('found-number');
  if (typeof node.value === 'boolean') return say('found-boolean');
  return say(node.value === null ? 'found-nothing' : 'found-text');
}

function fixes(draft: Draft, say: Say, { list, kind }: Wanted, node: Node | undefined): Fix[] {
  if (!node || isEmptyValue(node)) return [];
  if (list && kind !== 'fields' && node.kind === 'scalar') {
    return [
      draft.fix('wrap-in-list', say('fix-wrap'), [draft.replace(node, `[${inFlow(node)}]`)], {
        safe: true,
        preferred: true,
      }),
    ];
  }
  if (list && kind === 'fields' && node.kind === 'map') {
    const edit = draft.wrapInList(node);
    return edit ? [draft.fix('wrap-in-list', say('fix-wrap'), [edit], { safe: true, preferred: true })] : [];
  }
  if (node.kind !== 'scalar' || list || kind === 'fields') return [];
  if (kind === 'boolean' || kind === 'integer') return unquote(draft, say, kind, node);
  if (typeof node.value === 'string') return [];
  // The text as it was typed: quoting `0612` must not make `612` of it.
  return [
    draft.fix('quote', say('fix-quote'), [draft.replace(node, `"${sourceOf(node)}"`)], {
      safe: true,
      preferred: true,
    }),
  ];
}

function inFlow(node: Node): string {
  const source = sourceOf(node);
  return node.kind === 'scalar' && node.style === 'plain' && /[[\]{},]|: | #/.test(source)
    ? `"${source.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    : source;
}

/** Words for yes and no that YAML does not know, and numbers and constants in quotes. */
const YES_NO: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  ja: true,
  nee: false,
  yes: true,
  no: false,
  nein: false,
  waar: true,
  onwaar: false,
};

function unquote(draft: Draft, say: Say, kind: 'boolean' | 'integer', node: Node): Fix[] {
  if (node.kind !== 'scalar') return [];
  const text = String(node.value).trim().toLowerCase();
  const value = kind === 'boolean' ? YES_NO[text] : /^\d{1,9}$/.test(text) ? Number(text) : undefined;
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

function firstLine(node: Node): SchemaIssue['at'] {
  const line = sourceOf(node).search(/\r?\n/);
  return line === -1 ? node : { unit: node.unit, start: node.start, end: node.start + Math.max(1, line) };
}
