/** What can be written at a cursor, in the order in which it is to be shown. */

import type { CaseDocument } from '../../core/document.js';
import type { Language } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { CASE_FORMAT } from '../formats.js';
import { caseKeyOffers } from './case-keys.js';
import { fieldsOffers } from './fields.js';
import { itemOffers } from './items.js';
import { newCaseOffers } from './new-case.js';
import type { Asked, AskedOfCase, Offer } from './offer.js';
import type { Site } from './site.js';
import { sitesAt } from './sites.js';
import { skeletonOf } from './skeleton.js';
import { directiveOffers, ruleOffers } from './suppressions.js';
import { valueOffers } from './values.js';

/** Characters after which an editor asks by itself. */
export const TRIGGERS: readonly string[] = [' ', ':', '-', '[', '{', ','];

/** @param typed the character that made the editor ask; undefined where the person asked, or typed a word */
export function completionsAt(
  analysis: Analysis,
  offset: number,
  language: Language,
  typed?: string,
): readonly Offer[] {
  const { document, model, draft, inputs } = analysis;
  const base = { format: CASE_FORMAT, style: draft.style, language };
  const asked: AskedOfCase = { ...base, analysis, model, today: inputs.today };
  return offersAt(document, offset, asked, typed, (site) => offersFor(site, asked));
}

/** The same for any kind of document. @param offersFor what may stand at one of the places that the cursor may mean */
export function offersAt(
  document: CaseDocument,
  offset: number,
  { format, style }: Asked,
  typed: string | undefined,
  offersFor: (site: Site) => readonly Offer[],
): readonly Offer[] {
  const { text } = document;
  if (typed === ' ' && !followsMark(text, offset)) return [];
  return sitesAt(document, format, style, offset).flatMap((site) => offersInPlace(site, text, offersFor));
}

const BLANK = /^(["']?)\{\{[^{}\n]*\}\}\1$/;

/** Over a blank everything is offered, without its quotes: what stands in it is no beginning of what is wanted. */
function offersInPlace(
  site: Site,
  text: string,
  offersFor: (site: Site) => readonly Offer[],
): readonly Offer[] {
  const replaced = text.slice(site.spot.start, site.spot.end);
  if (!BLANK.test(replaced)) return offersFor(site);
  const own = site.on === 'value' ? { ...site, quote: '' as const } : site;
  return offersFor(own).map((offer) => ({ ...offer, filter: `${replaced} ${offer.filter}` }));
}

function offersFor(site: Site, asked: AskedOfCase): readonly Offer[] {
  switch (site.on) {
    case 'key':
      return [...newCaseOffers(site, asked), ...caseKeyOffers(site, asked)];
    case 'value':
      return valueOffers(site, asked);
    case 'item':
      return itemOffers(site, asked);
    case 'fields':
      return fieldsOffers(site, asked, skeletonOf(site.below, asked.analysis.draft));
    case 'rule':
      return ruleOffers(site, asked);
    case 'directive':
      return directiveOffers(site, asked);
  }
}

/** A space says something only behind a mark; spaces that indent a line or stand between words don't. */
function followsMark(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /[:,[{]$|^\s*(?:- +)*-$|#\s*vangnet-ignore(?:-file)?$/.test(text.slice(lineStart, offset).trimEnd());
}
