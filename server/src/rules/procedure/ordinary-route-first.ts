import { isAbsent, isClear, mapOf } from '../../core/case/access.js';
import { dayThatDecides, regimeOn } from '../../core/case/facts.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Circumstance } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { blank } from '../../core/words/placeholders.js';
import { schemaField } from '../../core/words/words.js';

/** Kinds of circumstance for which an ordinary permit seems to be there, and which one that is, the likeliest first. */
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  medical: ['medical-treatment', 'medical-deferral'],
  'no-fault-stay': ['no-fault'],
  violence: ['domestic-violence', 'human-trafficking'],
  'rooted-child': ['long-staying-child'],
};

/** An ordinary ground seems to fit, and the file doesn't say why it doesn't help: hardship comes only after that. */
export const rule = defineRule({
  reads: ['case', 'claim', 'circumstances'],
  *check({ model, today, say }) {
    const claimed = new Set(model.claim?.data.circumstances ?? []);
    const regime = regimeOn(dayThatDecides(model, today)) ?? 'unknown';
    for (const circumstance of model.circumstances) {
      const { id, kind } = circumstance.data;
      const routes = kind && ROUTES[kind];
      if (!routes || id === undefined || !claimed.has(id) || !lacksRoute(circumstance)) continue;
      yield {
        at: circumstance.place,
        message: say('missing', {
          kind: { enumValue: kind, of: 'circumstance.kind' },
          field: { field: 'existingRoute', of: 'circumstance' },
          regime,
        }),
        about: circumstance,
        fixes: (draft) => fixes(draft, circumstance, routes, say),
      };
    }
  },
});

function lacksRoute(circumstance: Circumstance): boolean {
  return isAbsent(circumstance, 'existingRoute') && isClear(circumstance, 'existingRoute');
}

function fixes(draft: Draft, circumstance: Circumstance, routes: readonly string[], say: Say): Fix[] {
  const owner = mapOf(circumstance);
  if (!owner) return [];
  const whyNot = blank(schemaField('existingRoute', 'whyNot', draft.language)?.title ?? 'whyNot');
  return routes.map((purpose, index) =>
    draft.fix(
      `insert-route-${purpose}`,
      say('fix-insert', { purpose: { enumValue: purpose, of: 'existingRoute.purpose' } }),
      [draft.setKey(owner, 'circumstance', 'existingRoute', { purpose, whyNot })],
      { preferred: index === 0 },
    ),
  );
}
