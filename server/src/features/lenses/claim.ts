/** Which law holds for the claim, and what it rests on. */

import { isClear } from '../../core/case/access.js';
import { dayThatDecides, regimeOn } from '../../core/case/facts.js';
import { groundsOf } from '../../core/case/grounds.js';
import type { Arg } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { sourceName } from '../../knowledge/sources.js';
import { supportIn } from '../support.js';
import { excerpt } from './excerpt.js';
import type { Note } from './lenses.js';

/** More grounds than these are counted only. */
const MOST_GROUNDS = 3;

export function* claimLenses(model: CaseModel, today: number): Generator<Note> {
  const { claim } = model;
  if (!claim) return;
  const over = claim.place;
  const date = dayThatDecides(model, today);
  const regime = model.case?.data.jurisdiction === 'nl' ? regimeOn(date) : undefined;
  if (regime && date) yield { over, title: { key: `lenses.regime-${regime}`, args: { date: { date } } } };
  const grounds = groundsOf(model).filter((ground) => !isOnlyBlank(ground));
  const circumstances = supportIn(model).carriedBy.get(claim)?.length ?? 0;
  if (grounds.length === 0 && !isClear(claim, 'grounds')) return;
  const args = {
    count: grounds.length,
    grounds: { list: grounds.slice(0, MOST_GROUNDS).map(shortName), type: 'plain' },
    more: Math.max(0, grounds.length - MOST_GROUNDS),
    circumstances,
  } as const;
  yield { over, title: { key: 'lenses.rests-on', args } };
}

function shortName(ground: string): Arg {
  const name = sourceName(ground);
  return typeof name === 'string' ? excerpt(name) : name;
}
