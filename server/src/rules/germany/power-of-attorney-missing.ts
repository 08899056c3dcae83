import { isClear, keyAt, mapOf, nodeAt } from '../../core/case/access.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Arg, Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { isBlankNode, isOnlyBlank } from '../../core/words/placeholders.js';
import { noneOfKind } from './commission.js';
import { applicantNames, textOf } from './inserts.js';

/** Somebody acts for the person concerned, and no power of attorney is there. */
export const rule = defineRule({
  reads: ['case', 'persons', 'documents'],
  needs: ['case', 'documents'],
  *check({ model, say }) {
    const own = model.case;
    const key = own && keyAt(own, 'representative');
    if (!own || !key || !own.data.representative || isBlankNode(nodeAt(own, 'representative'))) return;
    if (own.data.representative.powerOfAttorney !== undefined) return;
    if (!isReadable(own) || noneOfKind(model.documents, 'power-of-attorney') !== true) return;
    yield {
      at: key,
      message: say('missing', {
        representative: representative(own, say),
        name: applicantNames(model, say('someone')),
      }),
      fixes: (draft) => fixes(draft, say),
    };
  },
});

type Case = NonNullable<CaseModel['case']>;

/** Certainly no power of attorney is named here: nothing stands there, readable or not. */
function isReadable(own: Case): boolean {
  const node = nodeAt(own, 'representative');
  return node?.kind === 'map' && isClear(own, 'representative', 'powerOfAttorney');
}

function representative(own: Case | undefined, say: Say): Arg {
  const name = own?.data.representative?.name;
  return name && !isOnlyBlank(name) ? name : say('representative');
}

/** The document and its link together: one without the other would still have to be looked for. */
function fixes(draft: Draft, say: Say): Fix[] {
  const own = draft.model.case;
  const node = own && nodeAt(own, 'representative');
  const owner = node?.kind === 'map' ? node : undefined;
  if (!mapOf(own) || !owner) return [];
  const id = draft.newIds()(textOf(draft, say('document-id')));
  const title = textOf(draft, say('document-title', { representative: representative(own, say) }));
  const link = draft.setKey(owner, 'representative', 'powerOfAttorney', id);
  const document = draft.appendItems('documents', [{ id, kind: 'power-of-attorney', title }]);
  return [draft.fix('insert', say('fix-insert'), [link, document], { preferred: true })];
}
