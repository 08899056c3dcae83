import { parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import { type Node, type ScalarNode, sourceOf } from '../../core/tree.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';
import { allLinks } from './links.js';

/** An id, date, address or text that isn't written as the format asks. */
export const rule = defineRule({
  reads: ITEM_SECTIONS,
  needs: [],
  *check({ model, say }) {
    for (const issue of allIssues(model, 'bad-format')) {
      // A reference that can't be an id names nothing in the file: that is told by the rule on references.
      if (!isReference(issue) || isEmpty(issue)) yield report(say, issue);
    }
  },
});

function isReference({ shape }: SchemaIssue): boolean {
  return shape?.ref !== undefined;
}

function isEmpty({ node }: SchemaIssue): boolean {
  return node?.kind === 'scalar' && node.value === '';
}

function report(say: Say, issue: SchemaIssue): Report {
  const { at, def, key, shape, node } = issue;
  const value = node?.kind === 'scalar' ? written(node) : '';
  const field = { field: key, of: def } as const;
  if (isEmpty(issue)) return { at, message: say('empty', { field }) };
  if (shape?.kind === 'date') {
    return { at, message: say('date', { value }), fixes: (draft) => dateFixes(draft, say, value, node) };
  }
  if (shape?.kind === 'id') {
    return { at, message: say('id', { value }), fixes: (draft) => idFixes(draft, say, value, issue) };
  }
  if (shape?.kind === 'source')
    return {
      at,
      message: say('address', { value }),
      fixes: (draft) => addressFixes(draft, say, value, node),
    };
  return { at, message: say('other', { value, field }) };
}

/** As a person wrote it: `0200` is no `200`, and of a text over several lines the breaks don't matter. */
function written(node: ScalarNode): string {
  const text = typeof node.value === 'string' ? node.value : sourceOf(node);
  return text.trim().replace(/\s+/g, ' ');
}

const DAY_FIRST = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/;
const MONTH_FIRST = /^(\d{1,2})[-./ ](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:T.*)?$/;
const DIGITS = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
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
  const read = node && readDate(value);
  const date = read && parseDate(read.iso);
  if (!node || !read || !date) return [];
  return [
    draft.fix(
      'rewrite-date',
      say('fix-date', { date: read.iso, words: { date, bare: true } }),
      [draft.setScalar(node, read.iso)],
      { safe: read.certain, preferred: true },
    ),
  ];
}

export function readDate(text: string): { iso: string; certain: boolean } | undefined {
  if (parseDate(text) && !text.startsWith('0')) return { iso: text, certain: true };
  const numbers = DAY_FIRST.exec(text);
  if (numbers) {
    const [day, month] = [Number(numbers[1]), Number(numbers[2])];
    return isoDate(numbers[3], month, day, day > 12 || day === month);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return isoDate(monthFirst[2], Number(monthFirst[1]), undefined, false);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst)
    return isoDate(
      yearFirst[1],
      Number(yearFirst[2]),
      yearFirst[3] && Number(yearFirst[3]),
      Boolean(yearFirst[3]),
    );
  const digits = DIGITS.exec(text);
  if (digits) return isoDate(digits[1], Number(digits[2]), Number(digits[3]), false);
  const words = /^(?:(\d{1,2})\.? )?([A-Za-zä]+\.?) (\d{4})$/.exec(text);
  const name = words?.[2];
  if (!words || !name || !MONTHS.test(name)) return undefined;
  const month = MONTH_STARTS.find(([start]) => start.test(name))?.[1] ?? 0;
  return isoDate(words[3], month, words[1] && Number(words[1]), true);
}

/** Undefined where there is no such day or month. */
function isoDate(
  year: string | undefined,
  month: number,
  day: number | '' | undefined,
  certain: boolean,
): { iso: string; certain: boolean } | undefined {
  const parts = [year, String(month).padStart(2, '0')];
  if (day) parts.push(String(day).padStart(2, '0'));
  const iso = parts.join('-');
  return parseDate(iso) ? { iso, certain } : undefined;
}

/** With what refers to it: a reference to an id that is no longer there would be another mistake. */
function idFixes(draft: Draft, say: Say, value: string, { node, shape }: SchemaIssue): Fix[] {
  // What runs on over several lines is no id but text that came too near to it: none of it may go.
  if (!node || sourceOf(node).includes('\n')) return [];
  const id = draft.newIds()(/^[^A-Za-z]*\d/.test(value) ? `${shape?.defines ?? 'id'}-${value}` : value);
  const references = allLinks(draft.model).referencesTo(value);
  // What stands behind an alias is there once, whoever refers by it.
  const places = new Set([node, ...references.map((reference) => reference.node)]);
  const edits = [...places].map((place) => draft.setScalar(place, id));
  return [draft.fix('rewrite-id', say('fix-id', { id }), edits, { preferred: true })];
}

/** A slip in `https://` itself. */
function addressFixes(draft: Draft, say: Say, value: string, node: Node | undefined): Fix[] {
  const rest = /^https?[:/]+((?:[^\s/.:?#]+\.)+[^\s/.:?#]+(?:[/?#:]\S*)?)$/i.exec(value)?.[1];
  if (!node || rest === undefined) return [];
  const address = `https://${rest}`;
  return [
    draft.fix('rewrite-address', say('fix-address', { address }), [draft.setScalar(node, address)], {
      preferred: true,
    }),
  ];
}
