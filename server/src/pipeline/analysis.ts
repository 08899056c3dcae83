/**
 * The pipeline: text → units → model → rules → findings. An analysis is immutable and worked out once; the
 * next version's takes over whatever did not change, and is equal to one made from scratch.
 */

import { type CaseDocument, parseSteps } from '../core/document.js';
import { cutsOffAnAlias } from '../core/edits/anchors.js';
import { Draft, whereThereIsRoom } from '../core/edits/draft.js';
import { silenceEdit } from '../core/edits/silence.js';
import type { FileStates } from '../core/files.js';
import type { Finding, Fix, Severity } from '../core/findings.js';
import { SEVERITIES as ORDER } from '../core/findings.js';
import { buildModel, type CaseModel } from '../core/model.js';
import type { Report, Rule } from '../core/rule.js';
import { atOnce } from '../core/steps.js';
import { findSuppressions, NOT_TO_BE_SILENCED, type Suppression } from '../core/suppressions.js';
import { RULES } from '../generated/rules.js';
import { planFor, type Settings } from './plan.js';
import { PLACES, RuleRuns, upToMost } from './rule-runs.js';
import { isInConflict, Silence, Suppressing } from './silence.js';

export const DEFAULT_SETTINGS: Settings = { rules: {} };

export interface Inputs {
  readonly settings: Settings;
  /** Days since 1970-01-01. */
  readonly today: number;
  /** Undefined where nobody may look at the disk. */
  readonly files?: FileStates | undefined;
}

export interface FoundReport extends Finding {
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  /** The ways to mend it, on this version of the file. */
  readonly fixes: () => readonly Fix[];
  /** The way to silence it with a reason, offered behind all others; undefined for what can't be silenced. */
  readonly silence: () => Fix | undefined;
}

/** A finding that the file silences, and why it says so. */
export interface Suppressed {
  readonly finding: FoundReport;
  readonly reason: string;
}

export class Analysis {
  private cachedResult:
    | { readonly findings: readonly FoundReport[]; readonly suppressed: readonly Suppressed[] }
    | undefined;
  private cachedDraft: Draft | undefined;

  constructor(
    readonly document: CaseDocument,
    readonly model: CaseModel,
    readonly inputs: Inputs,
    readonly runs: RuleRuns,
  ) {}

  /** Is all that is found known? */
  get isChecked(): boolean {
    return this.runs.isComplete;
  }

  /** Runs the rules that were not run yet, in steps: what is found is known without waiting after that. */
  checkSteps(): Generator<void, void> {
    return this.runs.steps();
  }

  get text(): string {
    return this.document.text;
  }

  /** In the order of the text. */
  get findings(): readonly FoundReport[] {
    return this.result.findings;
  }

  /** What would have been found, had the file not silenced it. */
  get suppressed(): readonly Suppressed[] {
    return this.result.suppressed;
  }

  private get result() {
    this.cachedResult ??= this.collect();
    return this.cachedResult;
  }

  get draft(): Draft {
    this.cachedDraft ??= new Draft(this.model);
    return this.cachedDraft;
  }

  /** What the rule said; the same list as in the version before, where it was not run again. */
  runOf(rule: string): readonly Report[] | undefined {
    return this.runs.of(rule);
  }

  private collect(): { findings: readonly FoundReport[]; suppressed: readonly Suppressed[] } {
    const suppressions = findSuppressions(this.document);
    const suppressing = new Suppressing(suppressions);
    const findings: FoundReport[] = [];
    const suppressed: Suppressed[] = [];
    for (const finding of [...this.found()].sort(inOrder)) {
      const by = NOT_TO_BE_SILENCED.has(finding.rule)
        ? undefined
        : suppressing.covering(finding.rule, finding.start);
      if (by) suppressed.push({ finding, reason: by.reason });
      else findings.push(finding);
    }
    if (suppressions.length === 0) return { findings, suppressed };
    for (const finding of this.review(suppressions, suppressing.usedOnes)) findings.push(finding);
    return { findings: findings.sort(inOrder), suppressed };
  }

  private *found(): Generator<FoundReport> {
    const silence = new Silence(this);
    const { conflicts } = this.document;
    const seen = new Set<string>();
    for (const [place, reports] of this.runs.all.entries()) {
      if (reports.length === 0) continue;
      const rule = RULES[place] as Rule;
      const { id } = rule.meta;
      for (const report of reports) {
        const { start, end } = this.document.spot(report.at);
        const key = `${id} ${start} ${end} ${report.message.key}`;
        if (seen.has(key) || silence.covers(rule, report)) continue;
        if (id !== 'merge-conflict' && isInConflict(conflicts, start, end)) continue;
        seen.add(key);
        yield this.locate(rule, report);
      }
    }
  }

  private *review(
    suppressions: readonly Suppression[],
    used: ReadonlySet<Suppression>,
  ): Generator<FoundReport> {
    const plan = planFor(this.inputs.settings);
    const reviewed = suppressions.map((suppression) => {
      const planned = plan[PLACES.get(suppression.rule) as number];
      return {
        ...suppression,
        used: used.has(suppression),
        known: planned !== undefined,
        active: planned !== undefined && !planned.isOff,
      };
    });
    for (const { rule, isOff, say } of plan) {
      if (!rule.review || isOff) continue;
      const reports = rule.review({ suppressions: reviewed, ruleIds: [...PLACES.keys()], say });
      for (const report of upToMost(reports)) yield this.locate(rule, report);
    }
  }

  private locate(rule: Rule, report: Report): FoundReport {
    const { start, end } = this.document.spot(report.at);
    const configured = this.inputs.settings.rules[rule.meta.id]?.severity;
    const severity =
      configured && configured !== 'off' ? configured : (report.severity ?? rule.meta.severity);
    const { at, message, related, tags, about, fixes } = report;
    const { id } = rule.meta;
    const found: Writable<FoundReport> = {
      rule: id,
      severity,
      at,
      message,
      start,
      end,
      fixes: () => this.fixesOf(id, () => fixes?.(this.draft)),
      silence: () => this.silence(id, start),
    };
    if (related) found.related = related;
    if (tags) found.tags = tags;
    if (about) found.about = about;
    return found;
  }

  /**
   * Those for which there is room, that leave no alias without its anchor, and that write over nothing unread: what can't
   * be read is the business of some alone.
   */
  private fixesOf(rule: string, make: () => readonly Fix[] | undefined): readonly Fix[] {
    const { document } = this;
    const all = (whereThereIsRoom(make) ?? []).filter(({ edits }) => !cutsOffAnAlias(document.text, edits));
    if (document.problems.length === 0 || NOT_TO_BE_SILENCED.has(rule)) return all;
    return all.filter(({ edits }) => !edits.some(({ start, end }) => document.holdsUnread(start, end)));
  }

  private silence(rule: string, start: number): Fix | undefined {
    if (NOT_TO_BE_SILENCED.has(rule)) return undefined;
    const edit = silenceEdit(this.document, rule, start, this.draft.language);
    return this.draft.fix('silence', { key: 'fixes.silence', args: { rule } }, [edit]);
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function inOrder(a: FoundReport, b: FoundReport): number {
  return (
    a.start - b.start || ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || compareText(a.rule, b.rule)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function analyse(text: string, inputs: Inputs, previous?: Analysis): Analysis {
  return atOnce(analyseSteps(text, inputs, previous));
}

/** The same in steps of a few milliseconds, between which the caller may pause or give up. */
export function* analyseSteps(text: string, inputs: Inputs, previous?: Analysis): Generator<void, Analysis> {
  const analysis = yield* readSteps(text, inputs, previous);
  yield* analysis.checkSteps();
  return analysis;
}

/**
 * Reads the text, in steps. The rules are not run before somebody wants to know what is found: most questions of an
 * editor are about what is written.
 */
export function* readSteps(text: string, inputs: Inputs, previous?: Analysis): Generator<void, Analysis> {
  const document = yield* parseSteps(text, previous?.document);
  yield;
  const model = buildModel(document, previous?.model);
  yield;
  return new Analysis(document, model, inputs, new RuleRuns(model, inputs, previous?.runs));
}
