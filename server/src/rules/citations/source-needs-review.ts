import { addMonths, parseDate } from '../../core/dates.js';
import { defineRule } from '../../core/rule.js';
import { sourceById } from '../../knowledge/sources.js';
import { type SourcePlace, sourcesOf } from './places.js';

/** A source of the case that nobody has compared with its text for a long time; at its first place in the file. */
export const rule = defineRule({
  reads: ['claim', 'arguments'],
  needs: [],
  *check({ model, options, today, say }) {
    const places = new Map<string, SourcePlace[]>();
    for (const place of sourcesOf(model)) {
      const known = places.get(place.value);
      if (known) known.push(place);
      else places.set(place.value, [place]);
    }
    for (const [source, [first, ...others]] of places) {
      const verified = parseDate(sourceById(source)?.verified);
      if (!first || !verified || addMonths(verified.last, options.months as number) >= today) continue;
      yield {
        at: first.at,
        message: say('old', { source, verified: { date: verified } }),
        related: others.map(({ at }) => ({ at, message: say('related-also') })),
      };
    }
  },
});
