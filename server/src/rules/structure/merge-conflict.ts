import { defineRule } from '../../core/rule.js';

/** Conflict markers of version control: one finding for each conflict. */
export const rule = defineRule({
  reads: ['document'],
  needs: [],
  *check({ model, say }) {
    const { document } = model;
    for (const { start } of document.conflicts) {
      const placed = document.unitAt(start);
      if (!placed) continue;
      const from = start - placed.start;
      const end = document.lines.lineEnd(document.lines.lineAt(start)) - placed.start;
      yield { at: { unit: placed.unit, start: from, end }, message: say('conflict') };
    }
  },
});
