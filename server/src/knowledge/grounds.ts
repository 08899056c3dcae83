/** Which grounds a claim may be put on, by the day that decides. */

import { isClear } from '../core/case/access.js';
import { applicants, isWithoutResidenceRight, type Regime, regimeOn } from '../core/case/facts.js';
import { groundsOf, isOutsideFirst } from '../core/case/grounds.js';
import type { CaseDate } from '../core/dates.js';
import type { Draft } from '../core/edits/draft.js';
import type { Fix } from '../core/findings.js';
import type { CaseModel } from '../core/model.js';
import type { MapNode } from '../core/tree.js';
import { anyHoldsAtAnyTime, inForceOn, sourceName } from './sources.js';

export const RETURN_DIRECTIVE = 'eu.return-directive.6-4';
export const OLD_POWER = 'nl.vb.3.4-3';
export const FIRST_PROCEDURE_POWER = 'nl.vb.3.6ba';
export const ALIENS_ACT_POWER = 'nl.vw.14';
export const RULING_OF_2025 = 'nl.rvs.2025-08-27';
export const COMMISSION_POWER = 'de.aufenthg.23a';
const PRIVATE_LIFE = 'echr.8';

/** Kinds of circumstance that speak of private or family life. */
const TIES: ReadonlySet<string | undefined> = new Set(['rooted', 'rooted-child', 'dependency']);

/** The Dutch grounds that hold at any time and are in force on the day, the first to be proposed in front (RULES.md). */
export function groundsThatHold(
  model: Pick<CaseModel, 'circumstances'>,
  day: CaseDate | undefined,
): readonly string[] {
  const regime = regimeOn(day);
  const grounds = regime === 'a' ? [OLD_POWER, RETURN_DIRECTIVE] : [RETURN_DIRECTIVE];
  if (regime === 'c') grounds.push(ALIENS_ACT_POWER);
  if (model.circumstances.some(({ data }) => TIES.has(data.kind))) grounds.push(PRIVATE_LIFE);
  return grounds.filter((id) => inForceOn(id, day) !== false);
}

/** The Directive presupposes unlawful stay: while a first decision on asylum is awaited it stands in the alternative. */
export function isAlternative(id: string, model: Pick<CaseModel, 'procedures'>): boolean {
  return (
    id === RETURN_DIRECTIVE &&
    model.procedures.some(
      ({ data }) =>
        data.kind === 'asylum' &&
        data.decided === undefined &&
        (data.outcome === undefined || data.outcome === 'pending'),
    )
  );
}

/**
 * The power of the first procedure alone, where the claim comes too late for it and no other ground carries it
 * (RULES.md, ground-closed).
 */
export function isGroundClosed(
  model: Pick<CaseModel, 'claim' | 'persons' | 'procedures'>,
  day: CaseDate | undefined,
): boolean | undefined {
  // A power that did not exist yet can't be closed: that is told as such.
  if (!groundsOf(model).includes(FIRST_PROCEDURE_POWER) || inForceOn(FIRST_PROCEDURE_POWER, day) === false)
    return false;
  const holds = claimHoldsAtAnyTime(model, day);
  if (holds !== false) return holds === undefined ? undefined : false;
  return isOutsideFirst(model, day);
}

/** Does a ground of the claim hold at any time? Unknown while one can't be read, or may be anything (RULES.md). */
export function claimHoldsAtAnyTime(
  model: Pick<CaseModel, 'claim'>,
  day: CaseDate | undefined,
): boolean | undefined {
  const holds = anyHoldsAtAnyTime(groundsOf(model), day);
  return holds === false && model.claim && !isClear(model.claim, 'grounds') ? undefined : holds;
}

/** A fix that puts one more ground into the claim; the title says so where the ground stands in the alternative. */
export function addGroundFix(
  draft: Draft,
  claim: MapNode,
  id: string,
  options: Partial<Pick<Fix, 'preferred' | 'onlyHelps'>> = {},
): Fix {
  const key = isAlternative(id, draft.model) ? 'grounds.fix-add-alternative' : 'grounds.fix-add';
  return draft.fix(
    `add-ground-${id}`,
    { key, args: { name: sourceName(id) } },
    [draft.addToList(claim, 'claim', 'grounds', [id])],
    options,
  );
}

/** The office that a claim under each Dutch regime goes to, and the ground that asks for it (KNOWLEDGE.md). */
const BY_REGIME: Readonly<Record<Regime, { readonly ground: string; readonly addressee: string }>> = {
  a: { ground: OLD_POWER, addressee: 'state-secretary' },
  b: { ground: FIRST_PROCEDURE_POWER, addressee: 'ind-director' },
  c: { ground: ALIENS_ACT_POWER, addressee: 'minister' },
};

export interface ClaimBasis {
  readonly grounds: readonly string[];
  readonly addressee: string | undefined;
}

/**
 * What a new claim rests on and whom it goes to: the power of the day, and beside it what holds at any time.
 * `inFirst`: the claim is put forward in a first procedure that has not ended.
 */
export function basisOfClaim(
  model: Pick<CaseModel, 'case' | 'persons' | 'circumstances'>,
  day: CaseDate | undefined,
  inFirst: boolean,
): ClaimBasis {
  if (model.case?.data.jurisdiction === 'de')
    return {
      grounds: inForceOn(COMMISSION_POWER, day) === false ? [] : [COMMISSION_POWER],
      addressee: 'hardship-commission',
    };
  const regime = regimeOn(day);
  const own = regime && (regime !== 'b' || inFirst) ? BY_REGIME[regime] : undefined;
  const isUnlawful = applicants(model).some(isWithoutResidenceRight);
  const beside = groundsThatHold(model, day).filter(
    // Without a power of its own the claim needs the Directive to hold at any time.
    (id) => id !== RETURN_DIRECTIVE || isUnlawful || regime === 'b' || regime === undefined,
  );
  const first = regime === 'c' && inFirst ? [FIRST_PROCEDURE_POWER] : [];
  return {
    grounds: [...new Set([...(own ? [own.ground] : []), ...first, ...beside])],
    addressee: own?.addressee,
  };
}
