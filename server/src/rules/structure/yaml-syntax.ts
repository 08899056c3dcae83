import { applyEdits } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { parseUnit } from '../../core/parse/unit.js';
import { defineRule, type Report, type RuleContext } from '../../core/rule.js';
import type { Mend, SyntaxProblem, Unit } from '../../core/tree.js';

/** Text that YAML cannot read; what exactly was diagnosed when the unit was parsed. */
export const rule = defineRule({
  reads: ['document', 'aliases'],
  needs: [],
  *check({ model, say }) {
    for (const problem of [...model.document.problems, ...model.aliases.problems]) yield report(problem, say);
  },
});

function report(problem: SyntaxProblem & { unit: Unit }, say: RuleContext<never>['say']): Report {
  const { unit, start, end, kind, args, mends } = problem;
  return {
    at: { unit, start, end },
    message: say(kind, args),
    fixes: (draft): Fix[] =>
      (mends ?? [])
        .filter((mend) => isOfUse(unit, mend))
        .map((mend, index) => {
          const base = draft.doc.base(unit);
          const edits = mend.edits.map((edit) => ({
            start: base + edit.start,
            end: base + edit.end,
            text: edit.text,
          }));
          const words = { ...args, spaces: mend.edits[0]?.text.length ?? 0 };
          return draft.fix(mend.kind, say(`fix-${mend.kind}`, words), edits, {
            safe: mend.safe,
            preferred: index === 0,
          });
        }),
  };
}

/** A longer stretch takes too long to be read once more for every fix. */
const MOST_READ = 100_000;

/** What was guessed from the lines alone is tried: of a stretch that is no better for it, it isn't the cause. */
function isOfUse({ text, problems }: Unit, { edits }: Mend): boolean {
  // Aliases are judged apart from the text that holds them.
  if (problems.length === 0 || text.length > MOST_READ) return true;
  return parseUnit(applyEdits(text, edits)).problems.length < problems.length;
}
