/** When a German case is one for the hardship commission, and what its items certainly lack. */

import { isClear } from '../../core/case/access.js';
import { groundsOf } from '../../core/case/grounds.js';
import type { CaseModel, Part, Root } from '../../core/model.js';
import type { Span } from '../../core/tree.js';
import { COMMISSION_POWER } from '../../knowledge/grounds.js';
import { isOutsideCatalogue, type Trilean } from '../../knowledge/sources.js';

type With<K extends keyof CaseModel> = Pick<CaseModel, K>;

/** Certainly a claim on § 23a AufenthG. */
export function restsOnCommissionPower(model: With<'claim'>): boolean {
  return groundsOf(model).includes(COMMISSION_POWER);
}

/** Other titles of the AufenthG: a claim on them alone goes to the foreigners authority. */
const OTHER_TITLES: ReadonlySet<string> = new Set([
  'de.aufenthg.25-5',
  'de.aufenthg.25a',
  'de.aufenthg.25b',
  'de.aufenthg.60a',
]);

/**
 * Is the claim, or the one that is still to come, for the commission? Only a claim on another title, addressed to
 * somebody else or to nobody, is certainly not: what the commissions ask for is then no lack. Grounds that merely
 * stand beside a title, such as art. 8 ECHR, leave it open.
 */
export function mayGoToCommission(model: With<'claim'>): boolean {
  const { claim } = model;
  if (!claim || claim.data.addressedTo === 'hardship-commission' || !isClear(claim, 'grounds')) return true;
  const grounds = groundsOf(model);
  // A source outside the catalogue may be the very paragraph, by its address.
  if (grounds.some((id) => id === COMMISSION_POWER || isOutsideCatalogue(id))) return true;
  return !grounds.some((id) => OTHER_TITLES.has(id));
}

/** Certainly no item of these kinds: undefined where an item doesn't say which kind it is of. */
export function noneOfKind(
  parts: readonly Part<{ readonly kind?: string }>[],
  ...kinds: readonly string[]
): Trilean {
  if (parts.some(({ data }) => data.kind !== undefined && kinds.includes(data.kind))) return false;
  return parts.every(hasKnownKind) ? true : undefined;
}

/** Only an event may leave its kind out; an item that has to have one may be of any while it hasn't. */
function hasKnownKind(part: Part<{ readonly kind?: string }>): boolean {
  return part.data.kind !== undefined || (part.section === 'timeline' && isClear(part, 'kind'));
}

/** Where to say that something is absent from these sections: at the first that is there, else at the first key. */
export function placeOfAbsence(root: Root, ...sections: readonly string[]): Span {
  const keys = sections.map((section) => root.keys.find(({ name }) => name === section));
  return keys.find((key) => key !== undefined)?.at ?? root.top;
}
