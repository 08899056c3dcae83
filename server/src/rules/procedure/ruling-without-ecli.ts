import { isClear } from '../../core/case/access.js';
import { lacks } from '../../core/case/stages.js';
import { defineRule } from '../../core/rule.js';
import { type Appeal, appealsIn } from './appeals.js';

/** Outcomes that a court gave: an appeal that was withdrawn has no ruling. */
const RULED: ReadonlySet<string | undefined> = new Set(['granted', 'rejected', 'inadmissible']);

/** A court ruled, and the file doesn't say where that can be read. Rulings in made-up cases don't exist. */
export const rule = defineRule({
  reads: ['case', 'procedures'],
  *check({ model, say }) {
    const confidentiality = model.case?.data.confidentiality;
    if (confidentiality === undefined || confidentiality === 'fictional') return;
    for (const appeal of appealsIn(model.procedures)) {
      if (!isDecided(appeal) || !lacksRuling(appeal)) continue;
      yield {
        at: appeal.stage.place,
        message: say('missing', { kind: appeal.remedy.kind === 'higher-appeal' ? 'higher' : 'appeal' }),
      };
    }
  },
});

function isDecided({ stage, remedy }: Appeal): boolean {
  return RULED.has(remedy.outcome) || (remedy.decided !== undefined && lacks(stage, 'outcome'));
}

function lacksRuling({ stage: { procedure, path }, remedy }: Appeal): boolean {
  return remedy.ruling === undefined && isClear(procedure, ...path, 'ruling');
}
