import { isClear, mapOf, nodeAt, pairAt, spotOf } from '../../core/case/access.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Person } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { isNotReal, maskFixes, stretchesIn, WHOLE_FILE } from './report.js';

/** A Dutch aliens number in a file that is not real: in the field for it, or behind a word for it in a text. */
export const rule = defineRule({
  reads: WHOLE_FILE,
  needs: [],
  *check({ model, say }) {
    if (!isNotReal(model)) return;
    const bsns = new Set([...stretchesIn(model, ['bsn'])].map(({ node }) => node));
    for (const person of model.persons) {
      // Asterisks or a word are no number; of a BSN another rule speaks.
      if (!/[0-9]/.test(person.data.vNumber ?? '') || !isClear(person, 'vNumber')) continue;
      const node = nodeAt(person, 'vNumber');
      if (node?.kind === 'scalar' && bsns.has(node)) continue;
      yield {
        at: spotOf(person, 'vNumber'),
        message: say('field', { field: { field: 'confidentiality', of: 'caseInfo' } }),
        fixes: (draft) => removeFixes(draft, person, say),
      };
    }
    for (const stretch of stretchesIn(model, ['v-number'])) {
      yield {
        at: stretch,
        severity: 'warning',
        message: say('text'),
        fixes: (draft) => maskFixes(draft, stretch, say),
      };
    }
  },
});

function removeFixes(draft: Draft, person: Person, say: Say): readonly Fix[] {
  const found = pairAt(person, 'vNumber');
  const owner = mapOf(person);
  if (!found || !owner || owner.pairs.length < 2) return [];
  return [draft.fix('remove', say('fix-remove'), [draft.removePair(owner, found.pair)], { preferred: true })];
}
