/** The case as one rule may see it. */

import type { CaseModel, Slice } from '../core/model.js';
import type { Rule } from '../core/rule.js';

/** What the rule does not name in `reads` is undefined in it. */
export function viewFor(rule: Rule, model: CaseModel): CaseModel {
  let reads = readBy.get(rule);
  if (!reads) {
    reads = new Set(rule.reads);
    readBy.set(rule, reads);
  }
  return new View(model, reads) as CaseModel;
}

const readBy = new WeakMap<Rule, ReadonlySet<Slice>>();

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

  constructor(model: CaseModel, reads: ReadonlySet<Slice>) {
    const seen = <S extends Slice>(slice: S) => (reads.has(slice) ? model[slice] : undefined);
    this.case = seen('case');
    this.persons = seen('persons');
    this.timeline = seen('timeline');
    this.procedures = seen('procedures');
    this.circumstances = seen('circumstances');
    this.claim = seen('claim');
    this.letters = seen('letters');
    this.documents = seen('documents');
    this.arguments = seen('arguments');
    this.counterArguments = seen('counterArguments');
    this.root = seen('root');
    this.document = seen('document');
    this.aliases = seen('aliases');
  }
}
