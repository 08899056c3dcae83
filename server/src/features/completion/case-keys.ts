/** The fields of a case that are still missing. */

import { renderPair } from '../../core/edits/render.js';
import { say } from '../../core/words/words.js';
import { claimFields } from '../../knowledge/claims.js';
import { around, BLANK, type KeyWays, keyOffers } from './keys.js';
import { type AskedOfCase, type Offer, offerAt } from './offer.js';
import type { KeySite } from './site.js';
import { idWord, insertion, skeletonOf } from './skeleton.js';

export function caseKeyOffers(site: KeySite, asked: AskedOfCase): readonly Offer[] {
  const offers = keyOffers(site, asked, waysOf(asked));
  if (site.def !== '' || site.form !== 'whole') return offers;
  return offers.flatMap((own) => (own.label === 'claim' ? [own, ...filledClaim(site, asked)] : [own]));
}

function waysOf(asked: AskedOfCase): KeyWays {
  const { draft } = asked.analysis;
  return {
    fits: (site, name) => fits(site, name, asked),
    needs: ({ def, siblings }, name) => def === 'event' && name === 'date' && !siblings.has('from'),
    skeleton: (def) => skeletonOf(def, draft),
    insertion: ({ name, kind, ref }, { def }) => {
      // Digits alone would be read as a number.
      if (name === 'vNumber') return around(name, '""');
      if (kind !== 'id' || ref) return undefined;
      const id = draft.newIds()(idWord(def, draft.language));
      return insertion(`${name}: ${id}`, { fields: {}, choices: new Set(), id });
    },
  };
}

/** Procedures in which new facts are asked for. */
const ASKS_NEW_FACTS: ReadonlySet<string> = new Set([
  'repeat-asylum',
  'repeat-regular',
  'discretionary-request',
  'hardship-commission',
]);

/** Some fields make sense only beside others, or in one country. */
export function fits(
  { def, siblings }: Pick<KeySite, 'def' | 'siblings'>,
  name: string,
  { model }: Pick<AskedOfCase, 'model'>,
): boolean {
  const info = model.case?.data;
  const jurisdiction = def === 'caseInfo' ? siblings.get('jurisdiction') : info?.jurisdiction;
  switch (`${def}.${name}`) {
    case 'caseInfo.federalState':
    case 'claim.conditions':
      return jurisdiction !== 'nl';
    case 'claim.scope':
      return jurisdiction !== 'de';
    case 'person.vNumber':
      return jurisdiction !== 'de' && info?.confidentiality === 'real';
    case 'person.arrivalDate':
      return siblings.get('bornHere') !== 'true';
    case 'person.bornHere':
      return !siblings.has('arrivalDate');
    case 'event.date':
      return !siblings.has('from');
    case 'event.from':
      return !siblings.has('date');
    case 'event.to':
      return siblings.has('from');
    case 'procedure.newFacts': {
      const kind = siblings.get('kind');
      return !kind || BLANK.test(kind) || ASKS_NEW_FACTS.has(kind);
    }
    default:
      return true;
  }
}

/** The claim as the facts of the case suggest it, beside the empty one. */
function filledClaim(
  { spot, column }: KeySite,
  { analysis, model, language, today }: AskedOfCase,
): readonly Offer[] {
  if (model.circumstances.length === 0 || model.root.unreadable.has('circumstances')) return [];
  const { draft } = analysis;
  const text = renderPair('claim', claimFields(draft, today), column, draft.style);
  const label = say({ key: 'completion.filled-claim' }, language);
  const about = { of: 'field' as const, def: '', key: 'claim' };
  return [offerAt(spot, { kind: 'item', label, about, ...insertion(text) }, 'claim')];
}
