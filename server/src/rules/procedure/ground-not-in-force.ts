import { nodeAt, pairAt, spotOf } from '../../core/case/access.js';
import { dayThatDecides, referenceDate } from '../../core/case/facts.js';
import { groundsOf, isOutsideFirst } from '../../core/case/grounds.js';
import { type CaseDate, isKnown } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { basisOfClaim, FIRST_PROCEDURE_POWER, OLD_POWER } from '../../knowledge/grounds.js';
import { beginningOf, inForceOn, isLaterThan, sourceName } from '../../knowledge/sources.js';

type Claim = NonNullable<CaseModel['claim']>;
type Argument = CaseModel['arguments'][number];

/** A ground that was not law on the day that decides, or a citation of what did not exist yet. */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'circumstances', 'claim', 'arguments'],
  needs: ['case'],
  *check({ model, today, say }) {
    const day = dayThatDecides(model, today);
    if (model.claim && isKnown(day)) yield* ofGrounds(model.claim, day, say);
    const reference = referenceDate(model, today);
    if (!isKnown(reference)) return;
    for (const argument of model.arguments) yield* ofCitations(argument, reference, say);
  },
});

function* ofGrounds(claim: Claim, day: CaseDate, say: Say): Generator<Report> {
  const isLodged = claim.data.lodged !== undefined;
  for (const [index, ground] of (claim.data.grounds ?? []).entries()) {
    if (ground === undefined || inForceOn(ground, day) !== false) continue;
    const from = beginningOf(ground);
    yield {
      at: spotOf(claim, 'grounds', index),
      message: say(messageFor(ground, day), {
        name: sourceName(ground),
        basis: isLodged ? 'lodged' : 'reference',
        day: { date: day, bare: true },
        from: from ? { date: from, bare: true } : '',
      }),
      ...(isLodged ? { related: [{ at: spotOf(claim, 'lodged'), message: say('day') }] } : {}),
      fixes: (draft) => groundFixes(draft, index, day, say),
    };
  }
}

function messageFor(ground: string, day: CaseDate): string {
  if (isLaterThan(ground, day)) return ground === FIRST_PROCEDURE_POWER ? 'first-procedure-power' : 'not-yet';
  return ground === OLD_POWER ? 'old-power' : 'lapsed';
}

/** What has lapsed or is contested may be cited: only what was not there at all is named. */
function* ofCitations(argument: Argument, reference: CaseDate, say: Say): Generator<Report> {
  for (const [index, source] of (argument.data.cites ?? []).entries()) {
    const from = source === undefined ? undefined : beginningOf(source);
    if (source === undefined || !from || !isLaterThan(source, reference)) continue;
    yield {
      at: spotOf(argument, 'cites', index),
      message: say('citation', {
        source: sourceName(source),
        day: { date: reference, bare: true },
        from: { date: from, bare: true },
      }),
      fixes: (draft) => citationFixes(draft, argument, index, source, say),
    };
  }
}

function groundFixes(draft: Draft, index: number, day: CaseDate, say: Say): Fix[] {
  const { model } = draft;
  const { claim } = model;
  const node = claim && nodeAt(claim, 'grounds', index);
  const found = claim && pairAt(claim, 'grounds');
  const grounds = groundsOf(model);
  const [instead] = basisOfClaim(model, day, isOutsideFirst(model, day) !== true).grounds;
  if (!node || !found || !instead || inForceOn(instead, day) === false) return [];
  const args = { name: sourceName(instead) };
  if (!grounds.includes(instead))
    return [
      draft.fix('replace', say('fix-replace', args), [draft.setScalar(node, instead)], { preferred: true }),
    ];
  const edit = draft.removeFromList(found.owner, found.pair, index);
  return edit ? [draft.fix('remove', say('fix-remove', args), [edit], { preferred: true })] : [];
}

function citationFixes(draft: Draft, argument: Argument, index: number, source: string, say: Say): Fix[] {
  const found = pairAt(argument, 'cites');
  const edit = found && draft.removeFromList(found.owner, found.pair, index);
  return edit
    ? [
        draft.fix('remove-citation', say('fix-remove-citation', { source: sourceName(source) }), [edit], {
          preferred: true,
        }),
      ]
    : [];
}
