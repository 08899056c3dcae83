/**
 * `# vangnet-ignore rule: reason` above a field or list item silences a rule in it and in all below it;
 * `# vangnet-ignore-file rule: reason` before the first field, in the whole file.
 */

import type { CaseDocument } from './document.js';
import type { Comment, Span, Unit } from './tree.js';

export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly wholeFile: boolean;
  readonly comment: Span;
  /** Where the rule's id stands; the whole comment where there is none. */
  readonly ruleAt: Span;
  /** The offsets in the file between which the rule is silent. */
  readonly start: number;
  readonly end: number;
}

const DIRECTIVE = /^#[ \t]*vangnet-ignore(-file)?(?![\w-])[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*)$/s;

export function findSuppressions(doc: CaseDocument): Suppression[] {
  if (!doc.text.includes('vangnet-ignore')) return [];
  const firstKey = doc.entries[0] ? doc.startOf(doc.entries[0].key) : doc.text.length;
  return doc.units.flatMap(({ unit }) =>
    unit.comments.flatMap((comment) => {
      const found = DIRECTIVE.exec(unit.text.slice(comment.start, comment.end).trimEnd());
      return found ? [read(doc, unit, comment, found, firstKey)] : [];
    }),
  );
}

/** The one whose rule is named at a place. */
export function suppressionAt(doc: CaseDocument, offset: number): Suppression | undefined {
  return findSuppressions(doc).find(
    ({ rule, ruleAt }) => rule !== '' && doc.startOf(ruleAt) <= offset && offset <= doc.endOf(ruleAt),
  );
}

function read(
  doc: CaseDocument,
  unit: Unit,
  comment: Comment,
  found: RegExpExecArray,
  firstKey: number,
): Suppression {
  const rule = found[2] as string;
  const at = comment.start + (found[0].indexOf(rule, found[0].indexOf('vangnet-ignore') + 14) || 0);
  const span = { unit, start: comment.start, end: comment.start + found[0].length };
  const wholeFile = found[1] !== undefined;
  const offset = doc.base(unit) + comment.start;
  const [start, end] = wholeFile
    ? offset < firstKey
      ? [0, doc.text.length + 1]
      : [0, 0]
    : reach(doc, offset);
  return {
    rule,
    reason: (found[3] as string).trim(),
    wholeFile,
    comment: span,
    ruleAt: rule === '' ? span : { unit, start: at, end: at + rule.length },
    start,
    end,
  };
}

/** From the next line of content to the last line that is indented below it. */
function reach(doc: CaseDocument, offset: number): [number, number] {
  const { lines, text } = doc;
  const content = (line: number) => /[^ \t]/.exec(text.slice(lines.lineStart(line), lines.lineEnd(line)));
  const column = (line: number) => content(line)?.index ?? -1;
  const isContent = (line: number) => content(line) !== null && content(line)?.[0] !== '#';
  // Only a comment with a line of its own stands above something.
  const own = lines.lineAt(offset);
  if (column(own) !== offset - lines.lineStart(own)) return [0, 0];
  let first = own + 1;
  while (first < lines.lineCount && !isContent(first)) first++;
  if (first >= lines.lineCount) return [0, 0];
  const indent = column(first);
  const isItem = content(first)?.[0] === '-';
  let last = first;
  for (let line = first + 1; line < lines.lineCount; line++) {
    if (!isContent(line)) continue;
    // The items of a list may stand at the column of its key.
    if (column(line) < indent || (column(line) === indent && (isItem || content(line)?.[0] !== '-'))) break;
    last = line;
  }
  return [lines.lineStart(first), lines.lineEnd(last) + 1];
}

/** Findings that say the file can't be read, or speak of suppressions themselves, can't be silenced. */
export const NOT_TO_BE_SILENCED: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'merge-conflict',
  'alias-cycle',
  'unused-suppression',
  'unknown-rule-in-suppression',
  'suppression-without-reason',
]);
