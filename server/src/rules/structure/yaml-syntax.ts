import type { CaseDocument } from '../../core/document.js';
import type { Fix } from '../../core/findings.js';
import { doesMend } from '../../core/parse/unit.js';
import { defineRule, type Report, type RuleContext } from '../../core/rule.js';
import { LONE_RETURN } from '../../core/text.js';
import type { SyntaxProblem, Unit } from '../../core/tree.js';

/** Text that YAML cannot read; what exactly was diagnosed when the unit was parsed. */
export const rule = defineRule({
  reads: ['document', 'aliases'],
  needs: [],
  *check({ model, say }) {
    for (const problem of [...model.document.problems, ...model.aliases.problems]) yield report(problem, say);
    const old = model.document.oldLineEnd;
    if (old !== -1) yield oldLineEnds(model.document, old, say);
  },
});

/** Line ends as of very old computers. To YAML's library they end no line: what comes next seems to belong to the same. */
function oldLineEnds(doc: CaseDocument, at: number, say: RuleContext<never>['say']): Report {
  const { unit, start } = doc.unitAt(at) ?? { unit: doc.top.unit, start: 0 };
  const line = doc.lines.lineStart(doc.lines.lineAt(at));
  return {
    at: { unit, start: Math.max(0, line - start), end: at - start },
    message: say('old-line-ends'),
    fixes: (draft): Fix[] => {
      const edits = [...doc.text.matchAll(LONE_RETURN)].map(({ index }) => ({
        start: index,
        end: index + 1,
        text: doc.eol,
      }));
      return [draft.fix('line-ends', say('fix-line-ends'), edits, { preferred: true })];
    },
  };
}

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
          const words = { ...args, spaces: mend.edits[0]?.text.length ?? 0 };
          return draft.fix(mend.kind, say(`fix-${mend.kind}`, words), edits, {
            safe: mend.safe,
            preferred: index === 0,
          });
        }),
  };
}
