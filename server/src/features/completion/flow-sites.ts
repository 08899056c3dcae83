/** What may be written between brackets. */

import { shapeOf } from '../formats.js';
import { climb, type Scene, unquoted } from './climb.js';
import {
  type FlowEntry,
  type FlowPlace,
  isToken,
  nameOf,
  placeInFlow,
  readFlow,
  type Step,
  type Token,
} from './flow.js';
import type { Stretch } from './lines.js';
import {
  type Expected,
  expectedAt,
  fieldsIn,
  fieldsInstead,
  type Held,
  type Site,
  type Spot,
} from './site.js';

export function flowSites(scene: Scene, stretch: Stretch): readonly Site[] {
  const { text, offset } = scene;
  const place = placeInFlow(text, readFlow(text, stretch.start, stretch.end), offset);
  const outer = place && stepsTo(scene, stretch);
  const expected = outer && expectedAt(scene.format, [...outer, ...place.steps]);
  if (!expected || !place) return [];
  if (place.node.kind === 'list') return expected.kind === 'list' ? inList(scene, place, expected) : [];
  const def = fieldsIn(expected);
  return def === undefined ? [] : inFields(scene, place, def);
}

/** The way to what the outermost brackets are the value of. */
function stepsTo(scene: Scene, stretch: Stretch): readonly Step[] | undefined {
  const line = scene.lines.findIndex(({ marks }) => {
    const last = marks.at(-1);
    return last && last.kind !== 'dash' && last.value?.start === stretch.start;
  });
  const marks = scene.lines[line]?.marks ?? [];
  const mark = marks.at(-1);
  if (!mark) return undefined;
  const climbed = climb(scene, { line, as: 'key', column: mark.column, left: marks.slice(0, -1) });
  return climbed && (mark.kind === 'key' ? [...climbed.steps, mark.name] : climbed.steps);
}

function inList(
  scene: Scene,
  { node, entry }: FlowPlace,
  { def, shape }: Exclude<Expected, { kind: 'fields' }>,
): readonly Site[] {
  const { text } = scene;
  const spot = entry.colon === undefined ? spotIn(scene, entry, entry.value) : undefined;
  if (!spot) return [];
  if (shape.def) {
    const isEmpty = spot.start === spot.end;
    return isEmpty ? [{ on: 'item', shape, column: 0, indent: undefined, isFlow: true, spot }] : [];
  }
  const present = node.entries.flatMap(({ value }) =>
    isToken(value) && value !== entry.value ? [unquoted(text.slice(value.start, value.end))] : [],
  );
  const quote = quoteAt(text, spot);
  return [{ on: 'value', def, shape, siblings: new Map(), present, needsBrackets: false, quote, spot }];
}

function inFields(scene: Scene, { node, entry }: FlowPlace, def: string): readonly Site[] {
  const { text, offset } = scene;
  const siblings = new Map(
    node.entries.flatMap((other): [string, string][] => {
      const name = other.key ?? (isToken(other.value) ? other.value : undefined);
      if (other === entry || !name) return [];
      const value = other.key && isToken(other.value) ? text.slice(other.value.start, other.value.end) : '';
      return [[nameOf(text, name), unquoted(value)]];
    }),
  );
  if (entry.colon === undefined || offset <= entry.colon) {
    const spot = spotIn(scene, entry, entry.key ?? entry.value);
    if (!spot || quoteAt(text, spot) !== '' || (entry.key && offset === spot.start)) return [];
    const form = entry.key ? 'name' : 'whole';
    return [
      {
        on: 'key',
        def,
        siblings,
        column: 0,
        isFlow: true,
        form,
        holds: heldBy(text, entry),
        own: entry.key && nameOf(text, entry.key),
        spot,
      },
    ];
  }
  const shape = entry.key && shapeOf(scene.format, def, nameOf(text, entry.key));
  const spot = spotIn(scene, entry, entry.value);
  if (!shape || !spot) return [];
  if (shape.def) {
    const isEmpty = spot.start === spot.end && !shape.list;
    return isEmpty ? [{ on: 'fields', def, shape, below: shape.def, column: 0, isFlow: true, spot }] : [];
  }
  const quote = quoteAt(text, spot);
  return [
    { on: 'value', def, shape, siblings, present: [], needsBrackets: shape.list, quote, spot },
    ...(spot.start === spot.end ? fieldsInstead(def, shape, 0, true, spot) : []),
  ];
}

function heldBy(text: string, { key, value }: FlowEntry): Held {
  if (!key || !value) return { kind: 'nothing' };
  return 'kind' in value
    ? { kind: value.kind, names: [] }
    : { kind: 'word', text: unquoted(text.slice(value.start, value.end)) };
}

/** The word at the cursor, or the place where one may stand; undefined beside a word that is there. */
function spotIn({ text, offset }: Scene, entry: FlowEntry, value: FlowEntry['value']): Spot | undefined {
  const isGlued = /[,:]/.test(text[offset - 1] ?? '') && offset - 1 >= entry.start - 1;
  if (!value) return { start: offset, end: offset, before: isGlued ? ' ' : '' };
  if (!isToken(value)) return undefined;
  const { start, end }: Token = value;
  if (offset < start || offset > end || text.slice(start, end).includes('\n')) return undefined;
  return { start, end, before: /[,:]/.test(text[start - 1] ?? '') ? ' ' : '' };
}

function quoteAt(text: string, { start, end }: Spot): '' | '"' | "'" {
  const char = start < end ? text[start] : '';
  return char === '"' || char === "'" ? char : '';
}
