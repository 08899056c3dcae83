import { isClear, mapOf, maySectionBeThere } from '../../core/case/access.js';
import { counts, namedAsEvidence } from '../../core/case/evidence.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel, Circumstance, Letter } from '../../core/model.js';
import { meantByAny } from '../../core/nearest.js';
import { defineRule, type Say } from '../../core/rule.js';
import { fittingSenders } from '../../knowledge/letters.js';
import { senderOf, titled } from './asking.js';

type Model = Pick<CaseModel, 'circumstances' | 'timeline'>;

/** A letter that confirms nothing: no circumstance or event is linked to it, from either side. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'timeline', 'letters', 'documents', 'root'],
  needs: ['circumstances', 'timeline', 'letters'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'timeline', 'circumstances')) return;
    if (!everythingIsClear(model)) return;
    const named = namedAsEvidence(model);
    const slips = meantBySlips(named, model);
    for (const letter of model.letters) {
      const { id, status, supports } = letter.data;
      const isLinked = id !== undefined && (named.has(id) || slips.has(id));
      const isClearlyEmpty = isClear(letter, 'supports') && isClear(letter, 'id') && !supports?.length;
      if (status === undefined || !counts(letter) || isLinked || !isClearlyEmpty) continue;
      yield {
        at: letter.place,
        message: say('nothing', { sender: senderOf(letter) }),
        about: letter,
        fixes: (draft) => fixes(draft, letter, today, say),
      };
    }
  },
});

function everythingIsClear({ circumstances, timeline }: Model): boolean {
  return [...circumstances, ...timeline].every((item) => isClear(item, 'evidence'));
}

/** Letters whose id a reference to nothing may be a slip of. */
function meantBySlips(
  named: ReadonlySet<string>,
  { letters, documents }: Pick<CaseModel, 'letters' | 'documents'>,
): ReadonlySet<string> {
  const ids = letters.flatMap(({ data }) => data.id ?? []);
  const known = new Set([...ids, ...documents.flatMap(({ data }) => data.id ?? [])]);
  return meantByAny(
    [...named].filter((id) => !known.has(id)),
    ids,
  );
}

/** More would be a list to search instead of a choice. */
const MOST_LINKS = 5;

/** One for each circumstance that this sender fits, then for the others; in a file without any, for events. */
function fixes(draft: Draft, letter: Letter, today: number, say: Say): Fix[] {
  const owner = mapOf(letter);
  if (!owner) return [];
  const { model } = draft;
  const role = letter.data.from?.role ?? '';
  const fits = (circumstance: Circumstance) => fittingSenders(circumstance, model, today).includes(role);
  const fitting = model.circumstances.filter(fits);
  const others = model.circumstances.filter((circumstance) => !fits(circumstance));
  const items = model.circumstances.length > 0 ? [...fitting, ...others] : model.timeline;
  return items
    .filter(({ data }) => data.id !== undefined)
    .slice(0, MOST_LINKS)
    .map((item, index) =>
      draft.fix(
        `link-${item.data.id}`,
        say('fix-link', { title: titled(item) }),
        [draft.addToList(owner, 'letter', 'supports', [item.data.id as string])],
        // Where none fits, any may be meant.
        { preferred: index === 0 && (fitting.length > 0 || items.length === 1) },
      ),
    );
}
