import { dateOfDay } from '../../core/dates.js';
import { ecliWithin, looksLikeEcli, normalEcli, yearOfEcli } from '../../core/ecli.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix, Message } from '../../core/findings.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { mayStand, quotable, rulingsOf, type SourcePlace, sourcesOf } from './places.js';

/** An ECLI that isn't written as one, or that names a year to come: the ruling can't be found by it. */
export const rule = defineRule({
  reads: ['claim', 'arguments', 'procedures'],
  needs: [],
  *check({ model, today, say }) {
    for (const place of sourcesOf(model)) if (looksLikeEcli(place.value)) yield* reports(say, place, today);
    // The ruling of a remedy is an ECLI and nothing else.
    for (const place of rulingsOf(model)) yield* reports(say, place, today);
  },
});

function* reports(say: Say, place: SourcePlace, today: number): Generator<Report> {
  const { value, at } = place;
  const normal = normalEcli(value);
  const year = yearOfEcli(normal);
  if (year !== undefined && year > dateOfDay(today).year) {
    yield { at, message: say('future', { year: String(year) }) };
  } else if (year === undefined || normal !== value) {
    const message = year === undefined ? wordsFor(say, value) : say('spelling', { ecli: normal });
    yield { at, message, fixes: (draft) => fixes(draft, say, place, today) };
  }
}

function wordsFor(say: Say, value: string): Message {
  return say(looksLikeEcli(value) ? 'form' : 'no-ecli', { value: quotable(value) });
}

/** Case and spaces are mended safely; an ECLI that is taken from among other words is for a person to judge. */
function fixes(draft: Draft, say: Say, place: SourcePlace, today: number): Fix[] {
  const { value, node } = place;
  const isWell = (ecli: string) => (yearOfEcli(ecli) ?? Infinity) <= dateOfDay(today).year;
  const normal = normalEcli(value);
  const ecli = isWell(normal) ? normal : ecliWithin(value);
  if (!node || ecli === undefined || !isWell(ecli) || !mayStand(ecli, place, draft.model, today)) return [];
  return [
    draft.fix('normalise', say('fix-normalise', { ecli }), [draft.setScalar(node, ecli)], {
      safe: ecli === normal,
      preferred: true,
    }),
  ];
}
