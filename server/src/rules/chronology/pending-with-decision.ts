import { spotOf } from '../../core/case/access.js';
import { stagesOf } from '../../core/case/stages.js';
import { defineRule } from '../../core/rule.js';

/** Not yet decided, and decided: one of the two is wrong. */
export const rule = defineRule({
  reads: ['procedures'],
  needs: [],
  *check({ model, say }) {
    for (const { procedure, path, def, data } of stagesOf(model.procedures)) {
      if (data.outcome !== 'pending' || data.decided === undefined) continue;
      yield {
        at: spotOf(procedure, ...path, 'outcome'),
        message: say(def, { outcome: { field: 'outcome', of: def }, decided: { field: 'decided', of: def } }),
        related: [{ at: spotOf(procedure, ...path, 'decided'), message: say('decision') }],
      };
    }
  },
});
