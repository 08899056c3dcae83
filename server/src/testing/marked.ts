/**
 * One notation for all tests: a case file in which carets under a line mark what is expected there.
 *
 *     claim:
 *       scope: first-procedure
 *     #        ^^^^^^^^^^^^^^^ warning first-procedure-only
 *
 * The lines with carets are taken out before the text is analysed. A caret line may begin with `#`, so that the
 * whole stays a valid case file; to mark the first column, begin it with the caret.
 */

import assert from 'node:assert/strict';
import { dayNumber } from '../core/dates.js';
import { applyEdits } from '../core/edits/draft.js';
import type { FileStates } from '../core/files.js';
import type { Fix } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { type Analysis, analyse, DEFAULT_SETTINGS, type FoundReport } from '../pipeline/analysis.js';
import type { Settings } from '../pipeline/plan.js';

export interface Options {
  readonly settings?: Settings;
  /** The day of the check, `2026-11-24` by default. */
  readonly today?: string;
  /** What is on the disk; by default nobody may look. */
  readonly files?: FileStates;
}

export interface Marked {
  readonly text: string;
  /** `line:start-end severity rule`, lines from 1, columns from 0. */
  readonly expected: readonly string[];
}

export function readMarks(marked: string): Marked {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of dedent(marked).split('\n')) {
    const mark = /^[# ]?\s*(\^+) +(error|warning|information|hint) +([a-z-]+)\s*$/.exec(line);
    if (!mark) {
      lines.push(line);
      continue;
    }
    const start = line.indexOf('^');
    expected.push(`${lines.length}:${start}-${start + (mark[1] as string).length} ${mark[2]} ${mark[3]}`);
  }
  return { text: lines.join('\n'), expected };
}

/** A text in which `█` marks where the cursor is. */
export function readCursor(marked: string): { text: string; offset: number } {
  const text = dedent(marked);
  const offset = text.indexOf('█');
  assert.ok(offset !== -1 && text.indexOf('█', offset + 1) === -1, 'exactly one █ marks the cursor');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

/** Takes the indentation of the template away, and the line break that it begins with. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents, 1000);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(common))).join('\n');
}

export function analyseText(text: string, options: Options = {}): Analysis {
  const [year, month, day] = (options.today ?? '2026-11-24').split('-').map(Number) as [
    number,
    number,
    number,
  ];
  return analyse(text, {
    settings: options.settings ?? DEFAULT_SETTINGS,
    today: dayNumber(year, month, day),
    files: options.files,
  });
}

/** A finding as the marks write it. Findings that end on another line are shown to their own line's end. */
export function asMark(analysis: Analysis, finding: FoundReport): string {
  const { start, end } = analysis.document.lines.range(finding.start, finding.end);
  assert.equal(start.line, end.line, `${finding.rule} reaches past its line`);
  return `${start.line + 1}:${start.character}-${end.character} ${finding.severity} ${finding.rule}`;
}

/** Exactly the findings of this rule that are marked; other rules may say what they like. */
export function checkRule(rule: string, marked: string, options?: Options): Analysis {
  const { text, expected } = readMarks(marked);
  for (const mark of expected) assert.ok(mark.endsWith(` ${rule}`), `a mark of another rule: ${mark}`);
  const analysis = analyseText(text, options);
  const found = analysis.findings.filter((finding) => finding.rule === rule);
  assert.deepEqual(found.map((finding) => asMark(analysis, finding)).sort(), [...expected].sort());
  assertSayable(found);
  return analysis;
}

/** Exactly the findings that are marked, of all rules. */
export function checkAll(marked: string, options?: Options): Analysis {
  const { text, expected } = readMarks(marked);
  const analysis = analyseText(text, options);
  assert.deepEqual(
    analysis.findings.map((finding) => asMark(analysis, finding)).sort(),
    [...expected].sort(),
  );
  assertSayable(analysis.findings);
  return analysis;
}

/** The message of the rule's only finding in a language. */
export function messageOf(rule: string, text: string, language: Language, options?: Options): string {
  const found = analyseText(dedent(text), options).findings.filter((finding) => finding.rule === rule);
  assert.equal(found.length, 1, `${rule} speaks ${found.length} times`);
  return say((found[0] as FoundReport).message, language);
}

/**
 * Applies a fix of the rule's first finding and expects the result. Tried with LF and with CRLF; the result must
 * be readable, bring no error that was not there before, and (unless the fix only helps) have one finding less.
 */
export function checkFix(rule: string, fix: string, before: string, after: string, options?: Options): void {
  for (const eol of ['\n', '\r\n']) {
    const from = dedent(before).replaceAll('\n', eol);
    const to = dedent(after).replaceAll('\n', eol);
    const { result } = applyFix(from, rule, fix, options);
    assert.equal(result, to);
  }
}

export function applyFix(
  text: string,
  rule: string,
  fixId: string,
  options?: Options,
): { result: string; fix: Fix } {
  const analysis = analyseText(text, options);
  const finding = analysis.findings.find((candidate) => candidate.rule === rule);
  assert.ok(finding, `${rule} does not speak`);
  const fixes = finding.fixes();
  const fix = fixes.find(({ id }) => id === fixId);
  assert.ok(fix, `no fix ${fixId}; there are: ${fixes.map(({ id }) => id).join(', ')}`);
  const result = applyEdits(text, fix.edits);
  const errors = (of: Analysis) =>
    of.findings.filter(({ severity }) => severity === 'error').map((f) => f.rule);
  const before = errors(analysis);
  const after = analyseText(result, options);
  for (const error of errors(after)) {
    const at = before.indexOf(error);
    assert.ok(
      at !== -1 || error === 'unfilled-placeholder',
      `the fix brings a new error ${error}:\n${result}`,
    );
    if (at !== -1) before.splice(at, 1);
  }
  const count = (of: Analysis) => of.findings.filter((found) => found.rule === rule).length;
  if (!fix.onlyHelps)
    assert.ok(count(after) < count(analysis), `${rule} still speaks after ${fixId}:\n${result}`);
  return { result, fix };
}

/** Every message and every fix title has words in every language, with every blank filled. */
function assertSayable(findings: readonly FoundReport[]): void {
  for (const finding of findings) {
    const messages = [
      finding.message,
      ...(finding.related ?? []).map(({ message }) => message),
      ...finding.fixes().map(({ title }) => title),
    ];
    for (const message of messages) {
      for (const language of ['nl', 'en', 'de'] as const) {
        const text = say(message, language);
        assert.notEqual(text, message.key, `no words for ${message.key}`);
        assert.doesNotMatch(text, /undefined|\[object/, message.key);
      }
    }
  }
}

/** A file with this body and an ordinary Dutch head: one applicant, `a`, in the Netherlands since 2015. */
export function dutchCase(body: string, head = ''): string {
  return `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: nl
  confidentiality: fictional
  referenceDate: 2024-06-01
${head}persons:
  - id: a
    name: Ada
    role: applicant
    arrivalDate: 2015
${dedent(body)}`;
}
