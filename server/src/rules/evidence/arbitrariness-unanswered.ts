import { isClear, maySectionBeThere, spotOf } from '../../core/case/access.js';
import { counts } from '../../core/case/evidence.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { nearest } from '../../core/nearest.js';
import { defineRule, type Say } from '../../core/rule.js';
import { rebuttalEdits, rebuttalsOf } from '../../knowledge/arguments.js';
import type { Trilean } from '../../knowledge/sources.js';
import { senderName } from './asking.js';

const KIND = 'arbitrariness';
/** Whose letters are said to favour people with a strong network (ngo.vangnet-2020). */
const LOCAL: ReadonlySet<string | undefined> = new Set([
  'mayor',
  'municipality',
  'sports-club',
  'faith-community',
]);

/** Local support, and nothing that answers the objection which it always meets. */
export const rule = defineRule({
  reads: ['letters', 'arguments', 'counterArguments', 'root'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'arguments', 'counterArguments')) return;
    const local = model.letters.filter(
      (letter) => letter.data.status !== undefined && counts(letter) && LOCAL.has(letter.data.from?.role),
    );
    const [first, ...others] = local;
    if (!first || isAnswered(model) !== false) return;
    const roles = new Set(local.flatMap(({ data }) => data.from?.role ?? []));
    yield {
      at: spotOf(first, 'from', 'role'),
      message: say('unanswered', {
        senders: { list: [...roles].map(senderName), type: 'plain' },
        counter: model.counterArguments.some(isOwn) ? 'present' : 'absent',
      }),
      related: others.map((letter) => ({ at: spotOf(letter, 'from', 'role'), message: say('related') })),
      fixes: (draft) => fixes(draft, today, say),
    };
  },
});

function isOwn({ data }: CaseModel['counterArguments'][number]): boolean {
  return data.kind === KIND && data.id !== undefined;
}

/** Does an argument answer it? Undefined where an answer can't be read, or leads to nothing and may be meant for it. */
function isAnswered({
  arguments: all,
  counterArguments,
}: Pick<CaseModel, 'arguments' | 'counterArguments'>): Trilean {
  const answered = new Set(all.flatMap(({ data }) => data.answers ?? []));
  const own = counterArguments.filter(({ data }) => data.kind === KIND);
  const ids = own.flatMap(({ data }) => data.id ?? []);
  if (ids.some((id) => answered.has(id))) return true;
  const known = new Set(counterArguments.map(({ data }) => data.id));
  const mayBeOwn = counterArguments.some(({ data }) => data.kind === undefined && answered.has(data.id));
  const areClear =
    all.every((argument) => isClear(argument, 'answers')) && own.every((item) => isClear(item, 'id'));
  const isSlip = [...answered].some(
    (id) => id !== undefined && !known.has(id) && nearest(id, ids, ids.length).length > 0,
  );
  return areClear && !mayBeOwn && !isSlip ? false : undefined;
}

function fixes(draft: Draft, today: number, say: Say): Fix[] {
  const { jurisdiction } = draft.model.case?.data ?? {};
  const [snippet] = rebuttalsOf(KIND, jurisdiction);
  const edits = snippet ? rebuttalEdits(draft, KIND, snippet, { today }) : [];
  if (edits.length === 0) return [];
  const title = say(draft.model.counterArguments.some(isOwn) ? 'fix-answer' : 'fix-insert');
  return [draft.fix('insert-rebuttal', title, edits, { preferred: true })];
}
