import { dateOfDay } from '../../core/dates.js';
import { ecliWithin, looksLikeEcli, normalEcli, yearOfEcli } from '../../core/ecli.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix, Message } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { quotable, rulingsOf, type SourcePlace, sourcesOf } from './places.js';

/** An ECLI that isn't written as one, or that names a year to come: the ruling can't be found by it. */
export const rule = defineRule({
  reads: ['claim', 'arguments', 'procedures'],
  needs: [],
  *check({ model, today, say }) {
    const { year } = dateOfDay(today);
    for (const place of sourcesOf(model)) if (looksLikeEcli(place.value)) yield* reports(say, place, year);
    // The ruling of a remedy is an ECLI and nothing else.
    for (const place of rulingsOf(model)) yield* reports(say, place, year);
  },
});

function* reports(say: Say, place: SourcePlace, thisYear: number) {
  const { value, at } = place;
  const normal = normalEcli(value);
  const year = yearOfEcli(normal);
  if (year !== undefined && year > thisYear) {
    yield { at, message: say('future', { year: String(year) }) };
  } else if (year === undefined || normal !== value) {
    const message = year === undefined ? wordsFor(say, value) : say('spelling', { ecli: normal });
    yield { at, message, fixes: (draft: Draft) => fixes(draft, say, place, thisYear) };
  }
}

function wordsFor(say: Say, value: string): Message {
  return say(looksLikeEcli(value) ? 'form' : 'no-ecli', { value: quotable(value) });
}

/** Case and spaces are mended safely; an ECLI that is taken from among other words is for a person to judge. */
function fixes(draft: Draft, say: Say, { value, node }: SourcePlace, thisYear: number): Fix[] {
  const isWell = (ecli: string) => (yearOfEcli(ecli) ?? Infinity) <= thisYear;
  const normal = normalEcli(value);
  const ecli = isWell(normal) ? normal : ecliWithin(value);
  if (!node || ecli === undefined || !isWell(ecli)) return [];
  return [
    draft.fix('normalise', say('fix-normalise', { ecli }), [draft.setScalar(node, ecli)], {
      safe: ecli === normal,
      preferred: true,
    }),
  ];
}
