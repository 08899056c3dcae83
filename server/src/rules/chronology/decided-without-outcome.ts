import { lacks, stagesOf } from '../../core/case/stages.js';
import { defineRule } from '../../core/rule.js';

/** The day of a decision is there, but not what was decided. */
export const rule = defineRule({
  reads: ['procedures'],
  needs: [],
  *check({ model, say }) {
    for (const stage of stagesOf(model.procedures)) {
      if (stage.data.decided === undefined || !lacks(stage, 'outcome')) continue;
      yield { at: stage.place, message: say(stage.def, { outcome: { field: 'outcome', of: stage.def } }) };
    }
  },
});
