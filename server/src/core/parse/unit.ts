/** One unit of text to its light tree. Never fails: what can't be read becomes a problem and a hole. */

import { ROOM } from '../kept.js';
import type { Hole, Mend, Node, SyntaxProblem, Unit } from '../tree.js';
import { compose, convert } from './compose.js';
import { forEachSourceToken, type Tokens, tokenize } from './cst.js';
import type { Diagnosis } from './detective.js';
import { diagnose } from './diagnose.js';
import { startsUnseen, unseenInKey, withoutUnseen } from './invisible.js';
import { blank, columnOf, firstWord, isBlank, lineAround, nextLine, type TextLine } from './lines.js';
import { read } from './read.js';

/** How often a unit is tried again without the lines that stood in the way; past that it counts as unreadable. */
const MAX_REPAIRS = 40;
/** A repair parses the unit anew, so large units get fewer: this many characters in all. */
const REPAIR_BUDGET = 4_000_000;

interface Draft {
  text: string;
  root: Node | undefined;
  problems: SyntaxProblem[];
  holes: Hole[];
  comments: { start: number; end: number }[];
  hasAlias: boolean;
  documents: number;
}

export function parseUnit(text: string): Unit {
  const unit = draftOf(text);
  const built = read(unit);
  // A character that nobody sees in a name is told of, which the library's way does.
  return built && !unseenInKey(text, built.root) ? Object.assign(unit, built) : parseByLibrary(text);
}

function draftOf(text: string): Draft {
  return {
    text,
    root: undefined,
    problems: [],
    holes: [],
    comments: [],
    hasAlias: false,
    documents: 1,
    ...ROOM,
  };
}

/** The same by `yaml` alone: what {@link read} leaves to it, and what a test compares it with. */
export function parseByLibrary(text: string): Unit {
  const unit = draftOf(text);
  composeWithRepairs(unit, tokenize(text));
  return unit;
}

/** Trying a mend parses its unit: not where that, for all the unit's problems, would take long. */
const TRIAL_BUDGET = 400_000;

/**
 * Can the text be read up to the next problem once this one is mended? What looks right on its own line may put the
 * lines below it in the wrong.
 */
export function doesMend(unit: Unit, problem: SyntaxProblem, { edits }: Mend): boolean {
  if (unit.text.length * unit.problems.length > TRIAL_BUDGET) return true;
  const line = lineAround(unit.text, problem.start);
  let text = unit.text;
  for (const hole of unit.holes) if (hole.end < line.start) text = blank(text, hole.start, hole.end);
  let grown = 0;
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    grown += edit.text.length - (edit.end - edit.start);
  }
  // What begins at the first column begins a stretch of the file: further in it would be part of the one above.
  if (/^\S/.test(unit.text) && /^\s/.test(text) && !startsUnseen(unit.text)) return false;
  const { tokens } = tokenize(text);
  const error = compose(tokens, text.length).errors[0];
  if (!error) return true;
  const next = Math.min(
    ...unit.problems.map(({ start }) => (start > line.end ? start : Number.POSITIVE_INFINITY)),
  );
  return diagnose(text, error, tokens).problem.start >= next + grown;
}

function composeWithRepairs(unit: Draft, first: Tokens): void {
  let work = unit.text;
  let tokens = first;
  const attempts = Math.max(1, Math.min(MAX_REPAIRS, Math.floor(REPAIR_BUDGET / Math.max(1, work.length))));
  for (let attempt = 0; ; attempt++) {
    if (tokens.refused) {
      unit.problems.push(onLine(unit.text, tokens.refused.at, tokens.refused.kind));
      return;
    }
    const composed = compose(tokens.tokens, work.length);
    const error = composed.errors[0];
    const root = error ? undefined : convert(composed.documents[0], unit);
    const unseen = error ? undefined : unseenInKey(work, root);
    if (!error && !unseen) {
      unit.documents = Math.max(1, composed.documents.length);
      unit.root = root;
      collect(unit, tokens);
      return;
    }
    const found = error ? diagnose(work, error, tokens.tokens) : (unseen as Diagnosis);
    if (!followsHole(unit, found.problem.start)) unit.problems.push(found.problem);
    if (attempt >= attempts || found.blankEnd <= found.blankStart) return;
    unit.holes.push({
      start: found.blankStart,
      end: found.blankEnd,
      words: firstWords(work, found.blankStart, found.blankEnd),
    });
    const blanked = blank(work, found.blankStart, found.blankEnd);
    if (blanked === work) return;
    work = blanked;
    tokens = tokenize(work);
  }
}

function firstWords(text: string, start: number, end: number): string[] {
  // Between brackets it begins in the middle of a line.
  const words: string[] = [firstWordSeen(text.slice(start, lineAround(text, start).end))];
  for (
    let line: TextLine | undefined = lineAround(text, start);
    line && line.start < end;
    line = nextLine(text, line)
  )
    if (words.length === 1 || !isBlank(line)) words.push(firstWordSeen(text.slice(line.start, line.end)));
  return words;
}

function firstWordSeen(line: string): string {
  const seen = withoutUnseen(line);
  return firstWord(seen, lineAround(seen, 0));
}

/**
 * Lines that are indented below a line that was left out have lost their parent: they are left out
 * with it and no problem of their own.
 */
function followsHole(unit: Draft, start: number): boolean {
  const at = lineAround(unit.text, start);
  const column = columnOf(unit.text, at);
  return unit.holes.some((hole) => {
    const top = lineAround(unit.text, hole.start);
    if (top.start >= at.start) return false;
    const limit = columnOf(unit.text, top);
    for (
      let line: TextLine | undefined = nextLine(unit.text, lineAround(unit.text, hole.end));
      line;
      line = nextLine(unit.text, line)
    ) {
      if (!isBlank(line) && columnOf(unit.text, line) <= limit) return false;
      if (line.start >= at.start) return column > limit;
    }
    return false;
  });
}

function collect(unit: Draft, { tokens }: Tokens): void {
  forEachSourceToken(tokens, (token) => {
    if (token.type === 'comment')
      unit.comments.push({ start: token.offset, end: token.offset + token.source.length });
    if (token.type === 'alias') unit.hasAlias = true;
  });
}

function onLine(text: string, offset: number, kind: string): SyntaxProblem {
  const line = lineAround(text, offset);
  return { kind, start: line.content, end: Math.min(line.end, line.content + 80) };
}
