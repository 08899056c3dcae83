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
  /** Offset in the file at which the comment begins. */
  readonly at: number;
  /** The offsets in the file between which the rule is silent. */
  readonly start: number;
  readonly end: number;
}

const DIRECTIVE = /^#[ \t]*vangnet-ignore(-file)?(?![\w-])[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*)$/s;

export function findSuppressions(doc: CaseDocument): Suppression[] {
  if (!doc.text.includes('vangnet-ignore')) return [];
  const firstKey = doc.entries[0] ? doc.startOf(doc.entries[0].key) : doc.text.length;
  const reach = new Reach(doc);
  return doc.units.flatMap(({ unit }) =>
    unit.comments.flatMap((comment) => {
      const found = DIRECTIVE.exec(unit.text.slice(comment.start, comment.end).trimEnd());
      return found ? [read(doc, unit, comment, found, firstKey, reach)] : [];
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
  reach: Reach,
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
    : reach.below(offset);
  return {
    rule,
    reason: (found[3] as string).trim(),
    wholeFile,
    comment: span,
    ruleAt: rule === '' ? span : { unit, start: at, end: at + rule.length },
    at: offset,
    start,
    end,
  };
}

type Stretch = [start: number, end: number];
const NOWHERE: Stretch = [0, 0];

/** What lies below a comment: from the next line of content to the last line that is indented below it. */
class Reach {
  /** By line: in which column its content begins; -1 where it has none, or a comment. */
  private readonly columns: readonly number[];
  private readonly known = new Map<number, Stretch>();
  /** By line: the next one that has content. */
  private readonly nextContent: readonly number[];

  constructor(private readonly doc: CaseDocument) {
    const { lines, text } = doc;
    const columns: number[] = [];
    for (let line = 0; line < lines.lineCount; line++) {
      const column = columnOf(text, lines.lineStart(line), lines.lineEnd(line));
      const isComment = column !== -1 && text[lines.lineStart(line) + column] === '#';
      columns.push(isComment ? -1 : column);
    }
    const nextContent: number[] = new Array(columns.length + 1).fill(columns.length);
    for (let line = columns.length - 1; line >= 0; line--)
      nextContent[line] = columns[line] === -1 ? (nextContent[line + 1] as number) : line;
    this.columns = columns;
    this.nextContent = nextContent;
  }

  below(offset: number): Stretch {
    const { lines, text } = this.doc;
    // Only a comment with a line of its own stands above something.
    const own = lines.lineAt(offset);
    const start = lines.lineStart(own);
    if (columnOf(text, start, lines.lineEnd(own)) !== offset - start) return NOWHERE;
    const first = this.nextContent[own + 1] ?? lines.lineCount;
    if (first >= lines.lineCount) return NOWHERE;
    let stretch = this.known.get(first);
    if (!stretch) {
      stretch = [lines.lineStart(first), lines.lineEnd(this.lastBelow(first)) + 1];
      this.known.set(first, stretch);
    }
    return stretch;
  }

  private lastBelow(first: number): number {
    const indent = this.columns[first] as number;
    const isItem = this.isItem(first);
    let last = first;
    for (let line = first + 1; line < this.columns.length; line++) {
      const column = this.columns[line] as number;
      if (column === -1) continue;
      // The items of a list may stand at the column of its key.
      if (column < indent || (column === indent && (isItem || !this.isItem(line)))) break;
      last = line;
    }
    return last;
  }

  private isItem(line: number): boolean {
    return this.doc.text[this.doc.lines.lineStart(line) + (this.columns[line] as number)] === '-';
  }
}

/** How far in the line's content begins; -1 where it has none. */
function columnOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at < end ? at - start : -1;
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
