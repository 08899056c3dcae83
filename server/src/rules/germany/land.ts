/**
 * What the commissions of the Länder have published that they ask for or exclude, as far as the legal data holds it.
 * Where the case's own Land asks for something, its lack weighs more (RULES.md, germany/).
 */

import { dayThatDecides } from '../../core/case/facts.js';
import type { Severity } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { inForceOn, sourceById } from '../../knowledge/sources.js';

export type Subject = 'curriculum-vitae' | 'identity' | 'integration' | 'family-ties' | 'exclusion';

interface Published {
  /** As the messages of this group name the Land. */
  readonly land: 'sh' | 'nw';
  readonly source: string;
  readonly subjects: readonly Subject[];
}

const BY_LAND: ReadonlyMap<string | undefined, Published> = new Map([
  [
    'DE-SH',
    {
      land: 'sh',
      source: 'de.sh.hfk-2025',
      subjects: ['curriculum-vitae', 'identity', 'integration', 'family-ties', 'exclusion'],
    },
  ],
  ['DE-NW', { land: 'nw', source: 'de.nrw.hfk', subjects: ['curriculum-vitae', 'family-ties'] }],
]);

export interface Weight {
  readonly severity: Severity;
  /** The Land whose rules the message names as those of this case. */
  readonly land: Published['land'] | 'other';
}

/** A warning where the rules of the case's Land, in force on the day that decides, speak of the subject. */
export function weightOf(model: Pick<CaseModel, 'case' | 'claim'>, today: number, subject: Subject): Weight {
  const published = BY_LAND.get(model.case?.data.federalState);
  if (!published?.subjects.includes(subject) || !isInForce(published.source, model, today))
    return { severity: 'information', land: 'other' };
  return { severity: 'warning', land: published.land };
}

/** Rules without a date are taken to hold on any day. */
function isInForce(source: string, model: Pick<CaseModel, 'case' | 'claim'>, today: number): boolean {
  if (sourceById(source)?.inForce === undefined) return true;
  return inForceOn(source, dayThatDecides(model, today)) === true;
}
