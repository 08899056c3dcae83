import { defineRule } from '../../core/rule.js';

/** Conflict markers of version control: one finding for each conflict. */
export const rule = defineRule({
  reads: ['document'],
  needs: [],
  *check({ model, say }) {
    const { conflicts, lines, units } = model.document;
    for (const { start } of conflicts) {
      const placed = units.findLast((candidate) => candidate.start <= start);
      if (!placed) continue;
      const from = start - placed.start;
      const end = lines.lineEnd(lines.lineAt(start)) - placed.start;
      yield { at: { unit: placed.unit, start: from, end }, message: say('conflict') };
    }
  },
});
