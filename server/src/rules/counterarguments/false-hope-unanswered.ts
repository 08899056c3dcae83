import { isClear } from '../../core/case/access.js';
import { isAliveOn } from '../../core/case/ages.js';
import { applicants, arrivalOf, isRefusal, personsOf, referenceDate } from '../../core/case/facts.js';
import { stagesOf } from '../../core/case/stages.js';
import { type CaseDate, certainlyMonthsApart, parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel, Person } from '../../core/model.js';
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
    const stayed = longStayers(model, referenceDate(model, today));
    if (stayed.length === 0) return;
    const open = unanswered(model);
    // One whose kind can't be read may be the very one.
    if (!open || !model.counterArguments.every((item) => isClear(item, 'kind') && isClear(item, 'id')))
      return;
    const own = model.counterArguments.filter(isAboutStaying);
    if (!own.every((counterArgument) => open.includes(counterArgument))) return;
    const names = stayed.flatMap(({ data }) => (data.name ? [data.name] : []));
    const key = model.root.keys.find(({ name }) => name === 'counterArguments');
    yield {
      at: own[0]?.place ?? key?.at ?? model.root.top,
      message: say('unanswered', { names: names.length > 0 ? { list: names } : say('someone') }),
      fixes: (draft) => fixes(draft, own[0], today, say),
    };
  },
});

function isAboutStaying({ data }: CounterArgument): boolean {
  return data.kind === 'false-hope' || data.kind === 'own-choice';
}

/** Applicants whose stay certainly lasted five years or more, counted from arrival and from a refusal of theirs. */
function longStayers(model: Model, day: CaseDate | undefined): Person[] {
  const isLong = (from: CaseDate | undefined) => certainlyMonthsApart(from, day, LONG_STAY_MONTHS);
  const refused = new Set(
    model.procedures
      .filter((procedure) =>
        [...stagesOf([procedure])].some(
          ({ data }) => isRefusal(data.outcome) && isLong(parseDate(data.decided)),
        ),
      )
      .flatMap((procedure) => personsOf(procedure, model)),
  );
  return applicants(model).filter(
    (person) =>
      person.data.id !== undefined &&
      refused.has(person.data.id) &&
      isLong(arrivalOf(person)) &&
      isAliveOn(person, day),
  );
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
