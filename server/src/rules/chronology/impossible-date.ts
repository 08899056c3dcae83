import { spotOf } from '../../core/case/access.js';
import { looksLikeDate, parseDate } from '../../core/dates.js';
import type { Part } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import { SHAPES } from '../../generated/shape.js';
import { allParts, ITEM_SECTIONS } from '../structure/issues.js';

type Path = readonly (string | number)[];

/** Written as a date, but the calendar has no such day: 30 February, month 13. */
export const rule = defineRule({
  reads: ITEM_SECTIONS,
  needs: [],
  *check({ model, say }) {
    for (const part of allParts(model)) {
      for (const { path, value } of datesIn(part.data, part.def, [])) {
        if (!looksLikeDate(value) || parseDate(value)) continue;
        yield { at: spotOf(part as Part, ...path), message: say(...wordsFor(String(value))) };
      }
    }
  },
});

function wordsFor(value: string): [string, { value: string; shorter: string }] {
  const [year = '', month = ''] = value.split(/[-~?]/);
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isMonth
    ? ['no-day', { value, shorter: `${year}-${month}` }]
    : ['no-month', { value, shorter: year }];
}

/** Every value of the part that the schema calls a date, however deep. */
function* datesIn(data: unknown, def: string, path: Path): Generator<{ path: Path; value: unknown }> {
  if (typeof data !== 'object' || data === null) return;
  for (const { name, kind, list, def: inner } of SHAPES[def]?.keys ?? []) {
    const value = (data as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) continue;
    const values: readonly unknown[] = list && Array.isArray(value) ? value : [value];
    for (const [index, one] of values.entries()) {
      const place = list ? [...path, name, index] : [...path, name];
      if (kind === 'date') yield { path: place, value: one };
      else if (kind === 'fields' && inner) yield* datesIn(one, inner, place);
    }
  }
}
