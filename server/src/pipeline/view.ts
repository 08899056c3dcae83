/** The case as one rule may see it. */

import type { CaseModel, Slice } from '../core/model.js';
import type { Rule } from '../core/rule.js';

/** What the rule does not name in `reads` is undefined in it. */
export function viewFor(rule: Rule, model: CaseModel): CaseModel {
  let reads = readBy.get(rule);
  if (reads === undefined) {
    reads = rule.reads.reduce((bits, slice) => bits | BIT[slice], 0);
    readBy.set(rule, reads);
  }
  return new View(model, reads) as CaseModel;
}

/** What a rule reads as one number: a view is made for each rule of each file. */
const BIT: Readonly<Record<Slice, number>> = {
  case: 1 << 0,
  persons: 1 << 1,
  timeline: 1 << 2,
  procedures: 1 << 3,
  circumstances: 1 << 4,
  claim: 1 << 5,
  letters: 1 << 6,
  documents: 1 << 7,
  arguments: 1 << 8,
  counterArguments: 1 << 9,
  root: 1 << 10,
  document: 1 << 11,
  aliases: 1 << 12,
};
const readBy = new WeakMap<Rule, number>();

/** All views have all fields: what every rule calls is quickest where it only ever meets objects of one shape. */
class View implements Record<Slice, unknown> {
  readonly case;
  readonly persons;
  readonly timeline;
  readonly procedures;
  readonly circumstances;
  readonly claim;
  readonly letters;
  readonly documents;
  readonly arguments;
  readonly counterArguments;
  readonly root;
  readonly document;
  readonly aliases;

  constructor(model: CaseModel, reads: number) {
    this.case = reads & BIT.case ? model.case : undefined;
    this.persons = reads & BIT.persons ? model.persons : undefined;
    this.timeline = reads & BIT.timeline ? model.timeline : undefined;
    this.procedures = reads & BIT.procedures ? model.procedures : undefined;
    this.circumstances = reads & BIT.circumstances ? model.circumstances : undefined;
    this.claim = reads & BIT.claim ? model.claim : undefined;
    this.letters = reads & BIT.letters ? model.letters : undefined;
    this.documents = reads & BIT.documents ? model.documents : undefined;
    this.arguments = reads & BIT.arguments ? model.arguments : undefined;
    this.counterArguments = reads & BIT.counterArguments ? model.counterArguments : undefined;
    this.root = reads & BIT.root ? model.root : undefined;
    this.document = reads & BIT.document ? model.document : undefined;
    this.aliases = reads & BIT.aliases ? model.aliases : undefined;
  }
}
