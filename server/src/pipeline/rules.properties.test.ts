/** What must hold of every rule on every case file, whatever it says. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../core/edits/draft.js';
import { LANGUAGES, say } from '../core/words/words.js';
import { analyseText } from '../testing/marked.js';
import { type CaseData, caseText, randomCase } from '../testing/random-case.js';
import type { Analysis, FoundReport } from './analysis.js';
import { fixAll } from './fix-all.js';

const anyCase = fc.oneof(randomCase('nl'), randomCase('de'));
const bounded = (numRuns: number) => ({ numRuns, seed: 20_261_124 });

/** The rule and what it points at, whatever line that is on. */
function spot({ document }: Analysis, { rule, severity, start, end }: FoundReport): string {
  return `${severity} ${rule} at ${document.text.slice(start, end)}`;
}

function errorsOf(analysis: Analysis): string[] {
  return analysis.findings
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'unfilled-placeholder')
    .map((finding) => spot(analysis, finding));
}

describe('every rule', function () {
  this.timeout(60_000);

  it('takes any case file that follows the format, and says what it says in three languages', () => {
    fc.assert(
      fc.property(anyCase, (data) => {
        const analysis = analyseText(caseText(data));
        const structural = [
          'yaml-syntax',
          'unknown-key',
          'missing-key',
          'wrong-type',
          'unknown-value',
          'bad-format',
        ];
        assert.deepEqual(
          analysis.findings
            .filter(({ rule }) => structural.includes(rule))
            .map((finding) => spot(analysis, finding)),
          [],
        );
        for (const { message, related = [] } of analysis.findings)
          for (const one of [message, ...related.map((other) => other.message)])
            for (const language of LANGUAGES)
              assert.doesNotMatch(say(one, language), /undefined|\[object|^[\w-]+\.[\w-]+$/);
      }),
      bounded(150),
    );
  });

  it('finds the same whatever the order of lists that have none', () => {
    fc.assert(
      fc.property(anyCase, (data) => {
        const turned = Object.fromEntries(
          Object.entries(data).map(([name, value]) => [
            name,
            ['letters', 'documents', 'arguments', 'counterArguments'].includes(name) && Array.isArray(value)
              ? [...value].reverse()
              : value,
          ]),
        );
        const [before, after] = [data, turned].map((one) => {
          const analysis = analyseText(caseText(one));
          return analysis.findings.map((finding) => spot(analysis, finding)).sort();
        });
        assert.deepEqual(after, before);
      }),
      bounded(150),
    );
  });

  it('finds the same whatever the order of the sections', () => {
    fc.assert(
      fc.property(anyCase, (data) => {
        const turned = Object.fromEntries(Object.entries(data).reverse());
        const [before, after] = [data, turned].map((one) => {
          const analysis = analyseText(caseText(one));
          return analysis.findings.map(({ rule, severity }) => `${severity} ${rule}`).sort();
        });
        assert.deepEqual(after, before);
      }),
      bounded(80),
    );
  });

  it('offers only fixes that can be read, bring no new error, and settle what they say they settle', () => {
    fc.assert(
      fc.property(anyCase, (data) => {
        const analysis = analyseText(caseText(data));
        for (const finding of analysis.findings)
          for (const fix of finding.fixes()) checkFix(analysis, finding, fix);
      }),
      bounded(60),
    );
  });

  it('is settled for good by the safe fixes', () => {
    fc.assert(
      fc.property(anyCase, (data) => {
        const { analysis, text } = fixAll(analyseText(caseText(data)));
        const left = analysis.findings.flatMap((finding) =>
          finding.fixes().some(({ safe }) => safe) ? [spot(analysis, finding)] : [],
        );
        assert.deepEqual(left, []);
        assert.equal(fixAll(analyseText(text)).applied, 0);
      }),
      bounded(60),
    );
  });

  it('compares no date that is uncertain', () => {
    const comparing = [
      'date-after-reference',
      'order-of-dates',
      'timeline-out-of-order',
      'unexplained-gap',
      'remedy-late',
      'outcome-overdue',
      'medical-evidence-old',
      'turns-eighteen-soon',
      'best-interests-missing',
      'long-stay-unargued',
      'false-hope-unanswered',
    ];
    fc.assert(
      fc.property(anyCase, (data) => {
        const analysis = analyseText(caseText(withUncertainDates(data)));
        assert.deepEqual(
          analysis.findings
            .filter(({ rule }) => comparing.includes(rule))
            .map((finding) => spot(analysis, finding)),
          [],
        );
      }),
      bounded(150),
    );
  });
});

function checkFix(
  analysis: Analysis,
  finding: FoundReport,
  fix: ReturnType<FoundReport['fixes']>[number],
): void {
  const about = `${fix.id} of ${spot(analysis, finding)}`;
  assert.ok(fix.edits.length > 0, `${about} changes nothing`);
  const text = applyEdits(analysis.text, fix.edits);
  assert.notEqual(text, analysis.text, `${about} changes nothing`);
  const after = analyseText(text);
  const known = errorsOf(analysis);
  for (const error of errorsOf(after)) {
    const at = known.indexOf(error);
    assert.notEqual(at, -1, `${about} brings ${error}\n${text}`);
    known.splice(at, 1);
  }
  const count = (of: Analysis) => of.findings.filter(({ rule }) => rule === finding.rule).length;
  if (!fix.onlyHelps) assert.ok(count(after) < count(analysis), `${about} leaves it\n${text}`);
}

/** The same case with a question mark behind every date. */
function withUncertainDates(data: CaseData): CaseData {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
    if (typeof value === 'number' && value > 1900) return `${value}?`;
    return typeof value === 'string' && /^\d{4}(?:-\d\d){0,2}[~?]?$/.test(value)
      ? `${value.replace(/[~?]$/, '')}?`
      : value;
  };
  return visit(data) as CaseData;
}
