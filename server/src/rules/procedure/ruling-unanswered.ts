import { isClear, maySectionBeThere } from '../../core/case/access.js';
import { isRefusal } from '../../core/case/facts.js';
import type { CaseModel } from '../../core/model.js';
import { nearest } from '../../core/nearest.js';
import { defineRule } from '../../core/rule.js';
import { rebuttalEdits } from '../../knowledge/arguments.js';
import { appealsIn } from './appeals.js';

const KIND = 'court-already-ruled';

/** A court ruled against the person, and the file doesn't answer that it did: once, at the first such ruling. */
export const rule = defineRule({
  reads: ['procedures', 'arguments', 'counterArguments', 'root'],
  *check({ model, today, say }) {
    const [first, ...others] = appealsIn(model.procedures).filter(({ remedy }) => isRefusal(remedy.outcome));
    if (!first || isAnswered(model) !== false) return;
    if (maySectionBeThere(model.root, 'arguments') || maySectionBeThere(model.root, 'counterArguments'))
      return;
    yield {
      at: first.stage.place,
      message: say('unanswered', {
        kind: first.remedy.kind === 'higher-appeal' ? 'higher' : 'appeal',
        outcome: first.remedy.outcome ?? '',
      }),
      related: others.map(({ stage }) => ({ at: stage.place, message: say('other') })),
      fixes: (draft) => {
        const edits = rebuttalEdits(draft, KIND, 'judge-looked-at-legality', { today });
        return edits.length > 0 ? [draft.fix('answer', say('fix-answer'), edits, { preferred: true })] : [];
      },
    };
  },
});

/** Does an argument answer that the court has ruled? Unknown where either side of the link can't be read. */
function isAnswered({
  arguments: all,
  counterArguments,
}: Pick<CaseModel, 'arguments' | 'counterArguments'>): boolean | undefined {
  const answers = all.flatMap(({ data }) => data.answers ?? []);
  const answered = new Set(answers);
  const ofKind = counterArguments.filter(({ data }) => data.kind === KIND);
  if (ofKind.some(({ data }) => data.id !== undefined && answered.has(data.id))) return true;
  // One without a kind may be it.
  if (counterArguments.some(({ data }) => data.kind === undefined)) return undefined;
  if (ofKind.length === 0) return false;
  const ids = new Set(counterArguments.flatMap(({ data }) => (data.id === undefined ? [] : [data.id])));
  const isReadable =
    ofKind.every(({ data }) => data.id !== undefined) && all.every((part) => isClear(part, 'answers'));
  const maySlip = answers.some(
    (id) =>
      id !== undefined &&
      !ids.has(id) &&
      nearest(id, ids).some((near) => ofKind.some(({ data }) => data.id === near)),
  );
  return isReadable && !maySlip ? false : undefined;
}
