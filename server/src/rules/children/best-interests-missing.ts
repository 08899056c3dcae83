import { mapOf, maySectionBeThere } from '../../core/case/access.js';
import { childrenOn } from '../../core/case/ages.js';
import { dayThatDecides, referenceDate } from '../../core/case/facts.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Person } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { argumentsEdit } from '../../knowledge/arguments.js';
import { citesOneOf } from '../../knowledge/citations.js';
import { claimedCircumstances } from '../../knowledge/letters.js';
import { isLaterThan, sourceName } from '../../knowledge/sources.js';
import { namesOf } from './names.js';

const SOURCES_ON_CHILDREN = ['crc.3', 'echr.8', 'echr.jeunesse'];
const SNIPPETS = { nl: 'best-interests-of-the-child', de: 'haertefall-kindeswohl' } as const;

/** A case that touches a child, and no argument that rests on the child's best interests. */
export const rule = defineRule({
  reads: ['case', 'persons', 'claim', 'arguments', 'root'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'claim', 'arguments')) return;
    const children = childrenOn(model, dayThatDecides(model, today));
    if (children.length === 0 || citesOneOf(model, SOURCES_ON_CHILDREN) !== false) return;
    const key = model.root.keys.find(({ name }) => name === 'arguments');
    yield {
      at: key?.at ?? model.root.top,
      message: say('missing', {
        ...namesOf(children, say),
        day: model.claim?.data.lodged === undefined ? 'reference' : 'lodged',
      }),
      related: children.map((child) => ({ at: child.place, message: say('related-child') })),
      fixes: (draft) => fixes(draft, children, today, say),
    };
  },
});

/** The snippet of the jurisdiction; where an argument made from it is there already, that one gets its sources. */
function fixes(draft: Draft, children: readonly Person[], today: number, say: Say): Fix[] {
  const { jurisdiction } = draft.model.case?.data ?? {};
  if (jurisdiction === undefined) return [];
  const snippet = SNIPPETS[jurisdiction];
  const present = mapOf(draft.model.arguments.find(({ data }) => data.snippet === snippet));
  if (present) {
    const reference = referenceDate(draft.model, today);
    const sources = SOURCES_ON_CHILDREN.filter((id) => !isLaterThan(id, reference));
    if (sources.length === 0) return [];
    const edits = [draft.addToList(present, 'argument', 'cites', sources)];
    return [
      draft.fix('cite-sources', say('fix-cite', { sources: { list: sources.map(sourceName) } }), edits, {
        preferred: true,
      }),
    ];
  }
  const edit = argumentsEdit(draft, [snippet], { today, ...circumstancesOf(children, draft) });
  return edit ? [draft.fix('insert-argument', say('fix-insert'), [edit], { preferred: true })] : [];
}

/** The circumstances of the claim that name one of the children; where none does, the claim's. */
function circumstancesOf(children: readonly Person[], { model }: Draft) {
  const ids = new Set(children.map(({ data }) => data.id));
  const own = claimedCircumstances(model).filter(({ data }) =>
    data.persons?.some((id) => id !== undefined && ids.has(id)),
  );
  return own.length > 0 ? { circumstances: own } : {};
}
