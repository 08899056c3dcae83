/** What can be written at a cursor, in the order in which it is to be shown. */

import type { Language } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { fieldsOffers, itemOffers } from './items.js';
import { keyOffers } from './keys.js';
import { newCaseOffers } from './new-case.js';
import type { Asked, Offer } from './offer.js';
import type { Site } from './site.js';
import { sitesAt } from './sites.js';
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
  if (typed === ' ' && !followsMark(analysis.text, offset)) return [];
  const asked: Asked = { analysis, model: analysis.model, language, today: analysis.inputs.today };
  return sitesAt(analysis, offset).flatMap((site) => offersInPlace(site, asked));
}

const BLANK = /^(["']?)\{\{[^{}\n]*\}\}\1$/;

/** Over a blank everything is offered, without its quotes: what stands in it is no beginning of what is wanted. */
function offersInPlace(site: Site, asked: Asked): readonly Offer[] {
  const replaced = asked.analysis.text.slice(site.spot.start, site.spot.end);
  if (!BLANK.test(replaced)) return offersFor(site, asked);
  const own = site.on === 'value' ? { ...site, quote: '' as const } : site;
  return offersFor(own, asked).map((offer) => ({ ...offer, filter: `${replaced} ${offer.filter}` }));
}

function offersFor(site: Site, asked: Asked): readonly Offer[] {
  switch (site.on) {
    case 'key':
      return [...newCaseOffers(site, asked), ...keyOffers(site, asked)];
    case 'value':
      return valueOffers(site, asked);
    case 'item':
      return itemOffers(site, asked);
    case 'fields':
      return fieldsOffers(site, asked);
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
