import type { Fix } from '../../core/findings.js';
import { doesMend } from '../../core/parse/unit.js';
import { defineRule, type Report, type RuleContext } from '../../core/rule.js';
import type { SyntaxProblem, Unit } from '../../core/tree.js';

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
        .filter((mend) => doesMend(unit, problem, mend))
        .map((mend, index) => {
          const base = draft.doc.base(unit);
          const edits = mend.edits.map((edit) => ({
            start: base + edit.start,
            end: base + edit.end,
            text: edit.text,
          }));
          return draft.fix(mend.kind, say(`fix-${mend.kind}`, args), edits, {
            safe: mend.safe,
            preferred: index === 0,
          });
        }),
  };
}
