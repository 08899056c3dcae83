import { ecliWithin } from '../../core/ecli.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { nearest } from '../../core/nearest.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { formOfSource } from '../../knowledge/citations.js';
import { sourceIds } from '../../knowledge/sources.js';
import { mayStand, quotable, type SourcePlace, sourcesOf } from './places.js';

/** A source that is neither in the catalogue nor an ECLI nor an https address: nobody can look it up. */
export const rule = defineRule({
  reads: ['claim', 'arguments'],
  needs: [],
  *check({ model, today, say }) {
    for (const place of sourcesOf(model))
      if (formOfSource(place.value) === 'unknown') yield report(say, place, today);
  },
});

function report(say: Say, place: SourcePlace, today: number): Report {
  const { value, at } = place;
  const source = quotable(value);
  const near = nearest(value, sourceIds());
  const address = asAddress(value);
  const message =
    near[0] !== undefined
      ? say('misspelt', { source, meant: near[0] })
      : say(address ? 'not-https' : 'unknown', { source });
  const others = [address, ecliWithin(value)].filter((text) => text !== undefined);
  return { at, message, fixes: (draft) => fixes(draft, say, place, [...near, ...others], today) };
}

/** An address that lacks only its https. */
function asAddress(value: string): string | undefined {
  const bare = value.trim().replace(/^http:\/\//i, '');
  if (bare === value.trim() && !/^www\./i.test(bare)) return undefined;
  const address = `https://${bare}`;
  return formOfSource(address) === 'address' ? address : undefined;
}

function fixes(draft: Draft, say: Say, place: SourcePlace, meant: readonly string[], today: number): Fix[] {
  const { node } = place;
  if (!node) return [];
  return meant
    .filter((source) => mayStand(source, place, draft.model, today))
    .map((source) =>
      draft.fix(`use-${source}`, say('fix-use', { source }), [draft.setScalar(node, source)], {
        preferred: source === meant[0],
      }),
    );
}
