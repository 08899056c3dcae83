import { spotOf } from '../../core/case/access.js';
import { looksLikeDate, parseDate } from '../../core/dates.js';
import { defineRule } from '../../core/rule.js';
import type { Span } from '../../core/tree.js';
import { SHAPES } from '../../generated/shape.js';
import { InParts, ITEM_SECTIONS } from '../structure/issues.js';

type Path = readonly (string | number)[];
interface Wrong {
  readonly at: Span;
  readonly value: string;
}

/** Written as a date, but the calendar has no such day: 30 February, month 13. */
export const rule = defineRule({
  reads: ITEM_SECTIONS,
  needs: [],
  *check({ model, say }) {
    for (const { at, value } of impossible.of(model)) yield { at, message: say(...wordsFor(value)) };
  },
});

const impossible = new InParts<Wrong>((part) => {
  const found: Place[] = [];
  collectImpossible(part.data, part.def, [], found);
  return found.map(({ path, value }) => ({ at: spotOf(part, ...path), value: String(value) }));
});

function wordsFor(value: string): [string, { value: string; shorter: string }] {
  const [year = '', month = ''] = value.split(/[-~?]/);
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isMonth
    ? ['no-day', { value, shorter: `${year}-${month}` }]
    : ['no-month', { value, shorter: year }];
}

interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Adds those among the values of the part that the schema calls dates, however deep. */
function collectImpossible(data: unknown, def: string, path: Path, found: Place[]): void {
  if (typeof data !== 'object' || data === null) return;
  for (const { name, list, kind, def: inner } of SHAPES[def]?.keys ?? []) {
    if (kind !== 'date' && kind !== 'fields') continue;
    const value = (data as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) continue;
    const values: readonly unknown[] = list && Array.isArray(value) ? value : [value];
    for (const [index, one] of values.entries()) {
      if (!inner && (parseDate(one) || !looksLikeDate(one))) continue;
      const place = list ? [...path, name, index] : [...path, name];
      if (inner) collectImpossible(one, inner, place, found);
      else found.push({ path: place, value: one });
    }
  }
}
