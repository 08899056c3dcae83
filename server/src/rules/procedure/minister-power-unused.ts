import { isClear, mapOf, maySectionBeThere, spotOf } from '../../core/case/access.js';
import { dayThatDecides, regimeOn } from '../../core/case/facts.js';
import { isOutsideFirst } from '../../core/case/grounds.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { nearest } from '../../core/nearest.js';
import { defineRule, type Say } from '../../core/rule.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { ALIENS_ACT_POWER, addGroundFix, RULING_OF_2025 } from '../../knowledge/grounds.js';
import { isOutsideCatalogue, sourceById } from '../../knowledge/sources.js';
import { ministerArgument } from './minister.js';

const POWER: readonly string[] = [ALIENS_ACT_POWER, RULING_OF_2025];

/** A claim past the first procedure that doesn't name the power which, by the ruling of 2025, the minister still has. */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'claim', 'arguments', 'root'],
  *check({ model, today, say }) {
    const { claim } = model;
    const day = dayThatDecides(model, today);
    if (!claim || regimeOn(day) !== 'c' || isOutsideFirst(model, day) !== true) return;
    if (namesPower(model) !== false) return;
    yield {
      at: spotOf(claim, 'grounds'),
      message: say('unused'),
      fixes: (draft) => fixes(draft, today, say),
    };
  },
});

/** Unknown where a ground or citation can't be read, or may be the ruling under another name. */
function namesPower(model: Pick<CaseModel, 'claim' | 'arguments' | 'root'>): boolean | undefined {
  const { claim } = model;
  const grounds = claim?.data.grounds ?? [];
  const cites = model.arguments.flatMap(({ data }) => data.cites ?? []);
  if ([...grounds, ...cites].some((id) => id !== undefined && POWER.includes(id))) return true;
  const isReadable =
    claim !== undefined &&
    isClear(claim, 'grounds') &&
    !maySectionBeThere(model.root, 'arguments') &&
    model.arguments.every((argument) => isClear(argument, 'cites'));
  // Among the grounds an ECLI or address silences whoever asks for one (RULES.md); a citation may be the ruling itself.
  const isOpen = grounds.some(isAnything) || cites.some(mayBeRuling);
  return isReadable && !isOpen ? false : undefined;
}

function isAnything(id: string | undefined): boolean {
  return id === undefined || isOutsideCatalogue(id);
}

/** Its number isn't known to us: any ruling of that court and year, any address, and what is a slip of its id. */
function mayBeRuling(id: string | undefined): boolean {
  if (id === undefined || isOnlyBlank(id)) return true;
  if (sourceById(id)) return false;
  return /^(?:ECLI:NL:RVS:2025:|https:)/i.test(id) || nearest(id, POWER).length > 0;
}

function fixes(draft: Draft, today: number, say: Say): Fix[] {
  const claim = mapOf(draft.model.claim);
  if (!claim) return [];
  const argument = ministerArgument(draft, today);
  if (!argument) return [addGroundFix(draft, claim, ALIENS_ACT_POWER, { preferred: true })];
  const ground = draft.addToList(claim, 'claim', 'grounds', [ALIENS_ACT_POWER]);
  return [draft.fix('add-power', say('fix-add-power'), [ground, argument], { preferred: true })];
}
