import type { Entry } from '../../core/document.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Message, TextEdit } from '../../core/findings.js';
import { type CaseModel, hasShape } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import { isEmptyValue, keyText, type MapNode, type Node, sourceOf } from '../../core/tree.js';
import { isIncomplete } from '../../core/values.js';
import { isBlankNode } from '../../core/words/placeholders.js';
import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';
import { fixes, type Wanted } from './wrong-type-fixes.js';

/** A text where a list belongs, a number where a text belongs, nothing where something belongs. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'root', 'document', 'aliases'],
  needs: [],
  *check({ model, say }) {
    const { root, document } = model;
    if (root.odd) yield { at: firstLine(root.odd), message: say('root', { found: foundIn(root.odd, say) }) };
    for (const section of SECTIONS) {
      const entry = document.entry(section.name);
      if (!entry || section.def === null || !root.unreadable.has(section.name)) continue;
      // A section of the right kind is unreadable for what is inside it: that is told there.
      if (hasShape(document, entry, section.list)) continue;
      // An alias that leads nowhere or into itself is told by its own rule.
      if (isCut(entry) || isBlankNode(entry.value) || isLost(entry, model)) continue;
      if (!section.list && entry.items && entry.items.length > 0) {
        yield listForFields(say, section, entry);
        continue;
      }
      const wanted = {
        name: section.name,
        def: '',
        inner: section.def,
        list: section.list,
        kind: 'fields',
      } as const;
      yield report(say, { ...wanted, isNeeded: section.required }, entry.value, entry.key);
    }
    for (const issue of allIssues(model, 'wrong-type')) yield ofIssue(say, issue);
  },
});

/** Its text could not be read, or not all of it: that is said already. */
function isCut(entry: Entry): boolean {
  return isIncomplete(entry.key, entry.value);
}

function isLost({ value }: Entry, { document, aliases }: Pick<CaseModel, 'document' | 'aliases'>): boolean {
  if (value?.kind !== 'alias') return false;
  return aliases.cycles.includes(value) || document.target(value) === undefined;
}

/** A section of fields, such as the claim, that was written as a list. */
function listForFields(say: Say, { name }: { readonly name: string }, entry: Entry): Report {
  const [only, ...others] = entry.items ?? [];
  const args = {
    expected: say('expected-fields'),
    found: say('found-list'),
    help: say('help-fields-no-list'),
  };
  return {
    at: entry.value && !sourceOf(entry.value).includes('\n') ? entry.value : entry.key,
    message: say('other', { field: { field: name, of: '' }, ...args }),
    fixes: (draft) => {
      if (!only || others.length > 0 || only.node?.kind !== 'map') return [];
      // The dash gives way to a space, so that the fields stay in line; between brackets only these go.
      const edit =
        entry.value?.kind === 'seq' && entry.value.flow
          ? draft.replace(entry.value, sourceOf(only.node))
          : draft.replace(only.mark, ' ');
      return [draft.fix('unwrap', say('fix-unlist'), [edit], { preferred: true })];
    },
  };
}

type Place = SchemaIssue['at'];

function ofIssue(say: Say, { shape, def, key, path, node, pair, at }: SchemaIssue): Report {
  const isItem = typeof path.at(-1) === 'number' || path.length === 0;
  const wanted: Wanted = {
    name: key,
    def,
    inner: shape?.def ?? (path.length === 0 ? def : undefined),
    list: Boolean(shape?.list) && !isItem,
    isItem,
    kind: shape?.kind ?? 'fields',
    values: shape?.values,
    defines: shape?.defines,
    isNeeded: SHAPES[def]?.required.includes(key) ?? false,
  };
  return report(say, wanted, node, pair?.key ?? at, at);
}

function report(
  say: Say,
  wanted: Wanted,
  node: Node | undefined,
  key: Place,
  at = placeOf(node, key),
): Report {
  const joined = withoutSpace(say, wanted, node) ?? withoutSpaceAfterDash(say, wanted, node);
  if (joined) return joined;
  const { name, def } = wanted;
  const args = {
    ...(name === '' ? {} : { field: { field: name, of: def } as const }),
    expected: say(expectedName(wanted)),
  };
  const message =
    !node || isEmptyValue(node)
      ? say(emptyName(wanted), { ...args, help: helpFor(say, wanted, undefined) })
      : say(otherName(wanted), {
          ...args,
          found: foundIn(node, say),
          help: helpFor(say, wanted, node),
        });
  return { at, message, fixes: (draft) => fixes(draft, say, wanted, node) };
}

function placeOf(node: Node | undefined, key: Place): Place {
  return node && !isEmptyValue(node) && !sourceOf(node).includes('\n') ? node : key;
}

function emptyName({ name, isItem, isNeeded }: Wanted): string {
  if (isItem) return name === '' ? 'empty-part' : 'empty-item';
  return isNeeded ? 'empty-needed' : 'empty';
}

function otherName({ name, isItem }: Wanted): string {
  if (isItem) return name === '' ? 'other-part' : 'other-item';
  return 'other';
}

function expectedName({ list, kind }: Wanted): string {
  if (list) return kind === 'fields' ? 'expected-list-of-fields' : 'expected-list';
  if (kind === 'fields') return 'expected-fields';
  if (kind === 'boolean') return 'expected-boolean';
  if (kind === 'integer') return 'expected-number';
  if (kind === 'enum') return 'expected-choice';
  if (kind === 'id') return 'expected-id';
  return kind === 'date' ? 'expected-date' : 'expected-text';
}

function foundIn(node: Node, say: Say): Message {
  if (node.kind === 'seq') return say('found-list');
  if (node.kind !== 'scalar') return say('found-fields');
  if (typeof node.value === 'number') return say('found-number');
  if (typeof node.value === 'boolean') return say('found-boolean');
  return say(node.value === null ? 'found-nothing' : 'found-text');
}

/** Longer lists are not listed in a message: completion shows them. */
const MOST_LISTED = 12;

function helpFor(say: Say, { name, def, list, kind, values }: Wanted, node: Node | undefined): Message {
  if (list) return say(kind === 'fields' ? 'help-list-of-fields' : 'help-list');
  if (kind === 'enum' && values && values.length <= MOST_LISTED) {
    const listed = values.map((value) => ({ choice: value, of: `${def}.${name}` }));
    return say('help-choose', { choices: { list: listed, type: 'or' } });
  }
  if (kind === 'enum') return say('help-choose-from-many');
  if (kind === 'fields' || kind === 'boolean' || kind === 'date' || kind === 'id') return say(`help-${kind}`);
  return say(node?.kind === 'scalar' ? 'help-quote' : 'help-text');
}

/** `role:mayor` below `from:` is a text to YAML, since the colon has no space behind it. */
function withoutSpace(say: Say, { inner, list, kind }: Wanted, node: Node | undefined): Report | undefined {
  if (kind !== 'fields' || list || node?.kind !== 'scalar' || node.style !== 'plain') return undefined;
  const names = SHAPES[inner ?? '']?.keys.map((key) => key.name) ?? [];
  const joined = [...sourceOf(node).matchAll(/^([ \t]*)([A-Za-z]\w*):(?=\S)/gm)].filter((one) =>
    names.includes(one[2] as string),
  );
  const first = joined[0];
  if (!first) return undefined;
  const needed = SHAPES[inner ?? '']?.required ?? [];
  const isAll = needed.every((key) => joined.some((one) => one[2] === key));
  const start = node.start + first.index + (first[1] as string).length;
  const name = first[2] as string;
  return {
    at: { unit: node.unit, start, end: start + name.length + 1 },
    message: say('no-space', { name }),
    fixes: (draft) => {
      // Where more is missing than a space, another finding would take its place.
      if (!isAll) return [];
      const edits = joined.map((one) => insertion(draft, node, node.start + one.index + one[0].length));
      return [draft.fix('space-after-colon', say('fix-space'), edits, { preferred: true })];
    },
  };
}

/** `-id: x` is a field called ‘-id’ to YAML, since the dash has no space behind it. */
function withoutSpaceAfterDash(say: Say, { list }: Wanted, node: Node | undefined): Report | undefined {
  if (!list || node?.kind !== 'map' || node.flow) return undefined;
  const first = node.pairs[0];
  if (!first || !/^-[A-Za-z]/.test(keyText(first) ?? '')) return undefined;
  const { unit, start } = first.key;
  return {
    at: { unit, start, end: start + 1 },
    message: say('no-space-after-dash'),
    fixes: (draft) => {
      const edits = spacesAfterDashes(draft, node);
      return edits ? [draft.fix('space-after-dash', say('fix-dash'), edits, { preferred: true })] : [];
    },
  };
}

/** The fields below move along, to stand below the one behind the dash. */
function spacesAfterDashes(draft: Draft, node: MapNode): TextEdit[] | undefined {
  if (sourceOf(node).split('\n').length > node.pairs.length) return undefined;
  return node.pairs.map(({ key }) =>
    sourceOf(key).startsWith('-')
      ? insertion(draft, node, key.start + 1)
      : insertion(draft, node, key.start, '  '),
  );
}

function insertion(draft: Draft, { unit }: Node, at: number, text = ' '): TextEdit {
  return draft.replace({ unit, start: at, end: at }, text);
}

function firstLine(node: Node): Place {
  const line = sourceOf(node).search(/\r?\n/);
  return line === -1 ? node : { unit: node.unit, start: node.start, end: node.start + Math.max(1, line) };
}
