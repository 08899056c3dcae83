import { maySectionBeThere, spotOf } from '../../core/case/access.js';
import { isAliveOn } from '../../core/case/ages.js';
import { applicants, arrivalOf, isRefusal, personsOf, referenceDate } from '../../core/case/facts.js';
import { type Stage, stagesOf } from '../../core/case/stages.js';
import { type CaseDate, certainlyMonthsApart, parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { rebuttalEdits } from '../../knowledge/arguments.js';
import { type CounterArgument, unanswered } from './answers.js';

type Model = Pick<CaseModel, 'persons' | 'procedures'>;

const LONG_STAY_MONTHS = 5 * 12;
const SNIPPET = 'long-stay-has-causes';

/** A long stay after the first refusal: ‘false hope’ or ‘own choice’ is to be expected, and nothing answers it. */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'arguments', 'counterArguments', 'root'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'arguments', 'counterArguments')) return;
    const day = referenceDate(model, today);
    const refusals = refusalsLongBefore(model, day);
    const stayed = applicants(model).filter(
      (person) =>
        refusals.has(person.data.id) && isLongBefore(arrivalOf(person), day) && isAliveOn(person, day),
    );
    const refusal = refusals.get(stayed[0]?.data.id);
    const open = unanswered(model);
    // One whose kind isn't known may be the very one.
    if (!refusal || !open || model.counterArguments.some(({ data }) => !data.kind)) return;
    const own = model.counterArguments.filter(isAboutStaying);
    const isOpen = new Set(open);
    if (!own.every((counterArgument) => isOpen.has(counterArgument))) return;
    const names = stayed.flatMap(({ data }) => (data.name ? [data.name] : []));
    const key = model.root.keys.find(({ name }) => name === 'counterArguments');
    yield {
      at: own[0]?.place ?? key?.at ?? model.root.top,
      message: say('unanswered', { names: names.length > 0 ? { list: names } : say('someone') }),
      related: [
        { at: spotOf(refusal.procedure, ...refusal.path, 'decided'), message: say('related-refusal') },
      ],
      fixes: (draft) => fixes(draft, own[0], today, say),
    };
  },
});

function isAboutStaying({ data }: CounterArgument): boolean {
  return data.kind === 'false-hope' || data.kind === 'own-choice';
}

function isLongBefore(date: CaseDate | undefined, day: CaseDate | undefined): boolean {
  return certainlyMonthsApart(date, day, LONG_STAY_MONTHS);
}

/**
 * A refusal of each applicant, by id, that is certainly long ago. Any will do: were there an earlier one, the stay since
 * the first would be longer still.
 */
function refusalsLongBefore(model: Model, day: CaseDate | undefined): ReadonlyMap<string | undefined, Stage> {
  const refusals = new Map<string | undefined, Stage>();
  const waiting = new Set(applicants(model).map(({ data }) => data.id));
  for (const stage of stagesOf(model.procedures)) {
    if (!isRefusal(stage.data.outcome) || !isLongBefore(parseDate(stage.data.decided), day)) continue;
    for (const id of personsOf(stage.procedure, model)) if (waiting.delete(id)) refusals.set(id, stage);
    if (waiting.size === 0) break;
  }
  return refusals;
}

function fixes(draft: Draft, present: CounterArgument | undefined, today: number, say: Say): Fix[] {
  const edits = rebuttalEdits(draft, present?.data.kind ?? 'false-hope', SNIPPET, { today });
  if (edits.length === 0) return [];
  const isThere = draft.model.arguments.some(({ data }) => data.snippet === SNIPPET);
  const title = say(present ? 'fix-answer' : 'fix-insert', {
    title: { enumValue: SNIPPET, of: 'argument.snippet' },
    argument: isThere ? 'present' : 'new',
  });
  return [draft.fix('answer', title, edits, { preferred: true })];
}
