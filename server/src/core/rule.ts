/** What a rule is: data (a YAML file beside it) and one small function. */

import type { Draft } from './edits/draft.js';
import type { FileStates } from './files.js';
import type { Args, Finding, Fix, Message, Severity } from './findings.js';
import type { CaseModel, Slice } from './model.js';
import type { Suppression } from './suppressions.js';

export type Jurisdiction = 'nl' | 'de';

/** What a rule says by: `say('late', { last })` is the message `late` of the rule's own words. */
export type Say = (name: string, args?: Args) => Message;

/** The part of a rule that a lawyer reads; its texts are in the words of the rule. */
export interface RuleMeta {
  readonly id: string;
  readonly group: string;
  readonly severity: Severity;
  /** Where given, the rule speaks only in files of this jurisdiction. */
  readonly jurisdiction?: Jurisdiction;
  readonly sources: readonly string[];
  /** Numbers that the configuration may set. */
  readonly options: Readonly<Record<string, number>>;
  /** Off unless the configuration turns it on. */
  readonly off?: boolean;
  /** Where one of these rules speaks, of the file or of the same item, this one doesn't: one finding for one mistake. */
  readonly silencedBy: { readonly file: readonly string[]; readonly item: readonly string[] };
}

export interface RuleContext<R extends Slice> {
  /** The case, as far as the rule said that it reads it. */
  readonly model: Pick<CaseModel, R>;
  readonly options: Readonly<Record<string, number>>;
  /** The day on which the check is made, in days since 1970-01-01. */
  readonly today: number;
  /** The files that the case names; undefined where nobody may look (browser, untrusted folder, standard input). */
  readonly files: FileStates | undefined;
  /** A message of this rule, by its name in the rule's words. */
  readonly say: Say;
}

export interface Report extends Omit<Finding, 'rule'> {
  /** Worked out only when somebody asks, on the document as it then is. */
  readonly fixes?: (draft: Draft) => readonly Fix[];
}

export interface RuleCheck<R extends Slice = Slice> {
  /** The sections that the check looks at: when none of them changed, it isn't run again. */
  readonly reads: readonly R[];
  /** Sections without which it can't know: unreadable ones silence it. Default: all that it reads. */
  readonly needs?: readonly Slice[];
  check(context: RuleContext<R>): Iterable<Report>;
  /** For the rules on suppressions: runs last, when it is known what each of them silenced. */
  review?(context: ReviewContext): Iterable<Report>;
}

export interface ReviewedSuppression extends Suppression {
  readonly used: boolean;
  /** Is there a rule of this name, and could it have spoken? */
  readonly known: boolean;
  readonly active: boolean;
}

export interface ReviewContext {
  readonly suppressions: readonly ReviewedSuppression[];
  readonly ruleIds: readonly string[];
  readonly say: Say;
}

export interface Rule extends RuleCheck {
  readonly meta: RuleMeta;
}

/** Ties `reads` to what the check may touch: reading a section that isn't named doesn't compile. */
export function defineRule<const R extends Slice>(rule: RuleCheck<R>): RuleCheck {
  return rule as unknown as RuleCheck;
}
