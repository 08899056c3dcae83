/** What a rule's documentation says, in one language. */
export interface RuleDocs {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly help: string;
  /** A stretch of a case file that the rule speaks of, and the same mended. */
  readonly bad: string;
  readonly good: string;
}
