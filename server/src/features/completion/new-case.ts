/** A whole new case, for a file in which nothing stands yet. */

import { renderPair, type Value } from '../../core/edits/render.js';
import { placeholder } from '../../core/words/placeholders.js';
import { say } from '../../core/words/words.js';
import { CASE_FORMAT, shapeOf } from '../formats.js';
import { type AskedOfCase, type Offer, offerAt } from './offer.js';
import type { KeySite } from './site.js';
import { insertion, skeletonOf } from './skeleton.js';

export function newCaseOffers(
  { def, form, spot }: KeySite,
  { analysis, language }: AskedOfCase,
): readonly Offer[] {
  if (def !== '' || form !== 'whole' || analysis.document.entries.length > 0) return [];
  const { draft } = analysis;
  const { eol } = draft.style;
  return (['nl', 'de'] as const).map((jurisdiction) => {
    const newId = draft.newIds();
    const info = skeletonOf('caseInfo', draft, newId, jurisdiction);
    const person = skeletonOf('person', draft, newId, jurisdiction);
    const land = placeholder(
      shapeOf(CASE_FORMAT, 'caseInfo', 'federalState'),
      'caseInfo',
      'federalState',
      jurisdiction,
    );
    const isGerman = jurisdiction === 'de';
    const fields = { ...info.fields, jurisdiction, ...(isGerman ? { federalState: land } : {}) };
    const pair = (key: string, value: Value) => renderPair(key, value, 0, draft.style);
    const text = [
      'vangnet: 1',
      pair('case', fields),
      pair('persons', [{ ...person.fields, role: 'applicant' }]),
    ].join(eol + eol);
    const label = say({ key: `completion.new-case-${jurisdiction}` }, language);
    const choices = new Set([...info.choices, ...person.choices, land]);
    const own = insertion(text, { fields: {}, choices, id: undefined });
    return offerAt(
      spot,
      { kind: 'item', label, about: { of: 'definition', id: 'caseInfo' }, ...own },
      'case',
    );
  });
}
