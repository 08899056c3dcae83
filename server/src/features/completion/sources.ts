/** Sources that may stand here: of the country, and from the day that counts for them; the others marked, at the end. */

import { applicants, dayThatDecides, referenceDate } from '../../core/case/facts.js';
import type { CaseDate } from '../../core/dates.js';
import { isKnown } from '../../core/dates.js';
import { say } from '../../core/words/words.js';
import { fittingSources } from '../../knowledge/arguments.js';
import { openFirstProcedure } from '../../knowledge/claims.js';
import { basisOfClaim } from '../../knowledge/grounds.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { inForceOn, isLaterThan, sourceById, sourceIds } from '../../knowledge/sources.js';
import type { SourceEntry } from '../../knowledge/types.js';
import type { AskedOfCase, Offer } from './offer.js';
import type { ValueSite } from './site.js';
import { valueOffer } from './value-offer.js';

interface Choice {
  readonly id: string;
  /** The day on which it can't be used, where that is why it is marked. */
  readonly notOn: CaseDate | undefined;
}

export function sourceOffers(site: ValueSite, asked: AskedOfCase): readonly Offer[] {
  const { model, language } = asked;
  const jurisdiction = model.case?.data.jurisdiction;
  const own = [...sourceIds()]
    .map((id) => sourceById(id) as SourceEntry)
    .filter((source) => isOf(source, jurisdiction) && !site.present.includes(source.id));
  const chosen = site.shape.name === 'grounds' ? grounds(own, asked) : cites(own, site, asked);
  return chosen.map(({ id, notOn }) => {
    const name = sourceWords(id, language)?.name ?? id;
    const why = site.shape.name === 'grounds' ? 'not-in-force' : 'not-yet-there';
    const marked = notOn && say({ key: `completion.${why}`, args: { date: { date: notOn } } }, language);
    const note = marked === undefined ? id : `${id} · ${marked}`;
    const outdated = marked === undefined ? {} : { isOutdated: true };
    return valueOffer(site, id, {
      kind: 'source',
      label: name,
      note,
      about: { of: 'source', id },
      ...outdated,
    });
  });
}

function isOf({ jurisdiction: own }: SourceEntry, jurisdiction: 'nl' | 'de' | undefined): boolean {
  return jurisdiction === undefined || own === jurisdiction || own === 'eu' || own === 'int';
}

/** What a claim can rest on: first what this claim would be put on, by the day that decides. */
function grounds(own: readonly SourceEntry[], { analysis, model, today }: AskedOfCase): readonly Choice[] {
  const day = dayThatDecides(model, today);
  const inFirst = applicants(model).length > 0 && openFirstProcedure(analysis.draft, today) !== undefined;
  const best = basisOfClaim(model, day, inFirst).grounds;
  // A power of the first procedure alone carries no claim outside it.
  const late = new Set(
    own.flatMap(({ id, firstProcedureOnly }) => (firstProcedureOnly && !inFirst ? [id] : [])),
  );
  const rank = (id: string) => (best.includes(id) ? best.indexOf(id) : best.length + Number(late.has(id)));
  return inOrder(
    own.filter(({ ground }) => ground === true).map(({ id }) => id),
    rank,
    (id) => inForceOn(id, day) === false,
    day,
  );
}

/** What an argument may cite: first what fits what it supports and answers. */
function cites(
  own: readonly SourceEntry[],
  { spot }: ValueSite,
  { analysis, model, today }: AskedOfCase,
): readonly Choice[] {
  const day = referenceDate(model, today);
  const { document } = analysis;
  const argument = model.arguments.findLast(({ place }) => document.startOf(place) <= spot.start);
  const best = argument ? fittingSources(argument, analysis.draft, today) : [];
  const rank = (id: string) => (best.includes(id) ? best.indexOf(id) : best.length);
  return inOrder(
    own.map(({ id }) => id),
    rank,
    (id) => isLaterThan(id, day),
    day,
  );
}

function inOrder(
  ids: readonly string[],
  rank: (id: string) => number,
  isOut: (id: string) => boolean,
  day: CaseDate | undefined,
): readonly Choice[] {
  const sorted = [...ids].sort((a, b) => rank(a) - rank(b));
  const notOn = isKnown(day) ? day : undefined;
  return [
    ...sorted.filter((id) => !isOut(id)).map((id) => ({ id, notOn: undefined })),
    ...sorted.filter(isOut).map((id) => ({ id, notOn })),
  ];
}
