import { dayNumber, isoDay, parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import type { Node } from '../../core/tree.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';

/** An id, date or text that isn't written as the format asks. */
export const rule = defineRule({
  reads: ITEM_SECTIONS,
  needs: [],
  *check({ model, say }) {
    for (const issue of allIssues(model, 'bad-format')) yield report(say, issue);
  },
});

function report(say: Say, { at, def, key, shape, node }: SchemaIssue): Report {
  const value = node?.kind === 'scalar' ? String(node.value) : '';
  const field = { field: key, of: def } as const;
  if (value === '') return { at, message: say('empty', { field }) };
  if (shape?.kind === 'date') {
    return { at, message: say('date', { value }), fixes: (draft) => dateFixes(draft, say, value, node) };
  }
  if (shape?.kind === 'id') {
    return {
      at,
      message: say('id', { value }),
      fixes: (draft) => idFixes(draft, say, value, node, shape.defines === undefined),
    };
  }
  return { at, message: say('other', { value, field }) };
}

const DAY_FIRST = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/;
const MONTHS =
  /^(?:jan(?:uari|uar|uary)?|feb(?:ruari|ruar|ruary)?|maart|mrt|m(?:ä|ae)rz|mar(?:ch)?|apr(?:il)?|mei|mai|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?$/i;
const MONTH_STARTS: readonly (readonly [RegExp, number])[] = [
  [/^jan/i, 1],
  [/^feb/i, 2],
  [/^m(?:aart|rt|ä|ae|ar)/i, 3],
  [/^apr/i, 4],
  [/^m(?:ei|ai$|ay)/i, 5],
  [/^jun/i, 6],
  [/^jul/i, 7],
  [/^aug/i, 8],
  [/^sep/i, 9],
  [/^o[kc]t/i, 10],
  [/^nov/i, 11],
  [/^de[cz]/i, 12],
];

/** Dutch and German people write the day first: certain where the other reading is no date, or the same. */
function dateFixes(draft: Draft, say: Say, value: string, node: Node | undefined): Fix[] {
  const read = node && readDate(value.trim());
  const date = read && parseDate(read.iso);
  if (!node || !read || !date) return [];
  return [
    draft.fix(
      'rewrite-date',
      say('fix-date', { date: read.iso, words: { date, bare: true } }),
      [draft.setScalar(node, read.iso)],
      {
        safe: read.certain,
        preferred: true,
      },
    ),
  ];
}

export function readDate(text: string): { iso: string; certain: boolean } | undefined {
  const numbers = DAY_FIRST.exec(text);
  if (numbers) {
    const [day, month] = [Number(numbers[1]), Number(numbers[2])];
    return withDay(Number(numbers[3]), month, day, day > 12 || day === month);
  }
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(text);
  if (yearFirst) return withDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), true);
  const words = /^(?:(\d{1,2})\.? )?([A-Za-zä]+\.?) (\d{4})$/.exec(text);
  const name = words?.[2];
  if (!words || !name || !MONTHS.test(name)) return undefined;
  const month = MONTH_STARTS.find(([start]) => start.test(name))?.[1] ?? 0;
  if (words[1] === undefined) return { iso: `${words[3]}-${String(month).padStart(2, '0')}`, certain: true };
  return withDay(Number(words[3]), month, Number(words[1]), true);
}

function withDay(
  year: number,
  month: number,
  day: number,
  certain: boolean,
): { iso: string; certain: boolean } | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseDate(iso) && isoDay(dayNumber(year, month, day)) === iso ? { iso, certain } : undefined;
}

function idFixes(draft: Draft, say: Say, value: string, node: Node | undefined, refers: boolean): Fix[] {
  if (!node || refers) return [];
  const id = draft.newIds()(value);
  return [draft.fix('rewrite-id', say('fix-id', { id }), [draft.setScalar(node, id)], { preferred: true })];
}
