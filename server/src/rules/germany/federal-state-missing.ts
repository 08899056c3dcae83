import { isAbsent, mapOf } from '../../core/case/access.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { SHAPES } from '../../generated/shape.js';

const LAENDER = SHAPES.caseInfo?.keys.find(({ name }) => name === 'federalState')?.values ?? [];

/** A German case that doesn't say which Land's commission it is for. */
export const rule = defineRule({
  reads: ['case'],
  *check({ model, say }) {
    if (!model.case || !isAbsent(model.case, 'federalState')) return;
    yield { at: model.case.place, message: say('missing'), fixes: (draft) => fixes(draft, say) };
  },
});

/** One for each Land: nothing in a file tells for certain which it is. */
function fixes(draft: Draft, say: Say): Fix[] {
  const owner = mapOf(draft.model.case);
  if (!owner) return [];
  return LAENDER.map((code) =>
    draft.fix(
      `choose-${code}`,
      say('fix-choose', { land: { enumValue: code, of: 'caseInfo.federalState' } }),
      [draft.setKey(owner, 'caseInfo', 'federalState', code)],
    ),
  );
}
