/** What each rule says of one version of a case: run when somebody wants to know, and only where it could be another thing than before. */

import type { CaseModel } from '../core/model.js';
import type { Report, Rule } from '../core/rule.js';
import { RULES } from '../generated/rules.js';
import type { Inputs } from './analysis.js';
import { type Planned, planFor } from './plan.js';
import { viewFor } from './view.js';

/** So many findings of one rule are looked for in a file. */
const MOST_OF_A_RULE = 5_000;

export class RuleRuns {
  /** In the order of the rules; as many as were run. */
  private readonly reports: (readonly Report[])[] = [];
  /** The last version of which all was known; let go of when all is known of this one. */
  private before: RuleRuns | undefined;

  constructor(
    private readonly model: CaseModel,
    private readonly inputs: Inputs,
    previous: RuleRuns | undefined,
  ) {
    this.before = previous?.isComplete ? previous : previous?.before;
  }

  /** In the order of the rules. */
  get all(): readonly (readonly Report[])[] {
    if (!this.isComplete) for (const _ of this.steps());
    return this.reports;
  }

  of(rule: string): readonly Report[] | undefined {
    return this.all[PLACES.get(rule) as number];
  }

  /** Runs those that were not run yet, a rule a step. */
  *steps(): Generator<void, void> {
    const plan = planFor(this.inputs.settings);
    // Somebody may have run some of them between two steps.
    for (let next = plan[this.reports.length]; next; next = plan[this.reports.length]) {
      this.reports.push(this.unchanged(next) ?? this.run(next));
      yield;
    }
    this.before = undefined;
  }

  get isComplete(): boolean {
    return this.reports.length === RULES.length;
  }

  private run(planned: Planned): readonly Report[] {
    const { rule, options, say } = planned;
    const { model, inputs } = this;
    if (planned.isOff || !applies(planned, model)) return [];
    const { today, files } = inputs;
    return upToMost(rule.check({ model: viewFor(rule, model), options, today, files, say }));
  }

  /** What the rule said before, where it would see the same now. */
  private unchanged({ rule }: Planned): readonly Report[] | undefined {
    const { before, model, inputs } = this;
    if (before === undefined) return undefined;
    const { id } = rule.meta;
    const { model: old, inputs: then } = before;
    const isSame =
      inputs.settings.rules[id] === then.settings.rules[id] &&
      inputs.today === then.today &&
      inputs.files === then.files &&
      hasSameScope(model, old) &&
      model.root.unreadable === old.root.unreadable &&
      rule.reads.every((slice) => model[slice] === old[slice]);
    return isSame ? before.of(id) : undefined;
  }
}

/** Where each rule stands among them. */
export const PLACES: ReadonlyMap<string, number> = new Map(
  RULES.map(({ meta }: Rule, place) => [meta.id, place]),
);

/** Which rules speak at all depends on this much of the case: see `applies`. */
function hasSameScope({ case: now }: CaseModel, { case: then }: CaseModel): boolean {
  return (
    now === then ||
    (now?.data.status === then?.data.status && now?.data.jurisdiction === then?.data.jurisdiction)
  );
}

/** In a case that is closed nothing is argued any more: only what the file itself says is looked at (RULES.md). */
const IN_CLOSED_CASES: ReadonlySet<string> = new Set(['structure', 'chronology', 'privacy', 'citations']);

function applies({ rule, needs }: Planned, model: CaseModel): boolean {
  const { group, jurisdiction } = rule.meta;
  if (model.case?.data.status === 'closed' && !IN_CLOSED_CASES.has(group)) return false;
  if (jurisdiction && model.case?.data.jurisdiction !== jurisdiction) return false;
  const { unreadable } = model.root;
  return unreadable.size === 0 || !needs.some((slice) => unreadable.has(slice));
}

/**
 * Where a rule has more to say, a sentence about that stands in the place of the last: nobody reads so many, no editor
 * can hold them, and what comes after isn't even looked for.
 */
export function upToMost(reports: Iterable<Report>): readonly Report[] {
  const shown: Report[] = [];
  for (const report of reports) {
    if (shown.length === MOST_OF_A_RULE) {
      const { at } = shown.pop() as Report;
      shown.push({ at, message: { key: 'analysis.too-many', args: { shown: MOST_OF_A_RULE - 1 } } });
      break;
    }
    shown.push(report);
  }
  return shown;
}
