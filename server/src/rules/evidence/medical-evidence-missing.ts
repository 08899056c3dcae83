import { maySectionBeThere } from '../../core/case/access.js';
import { defineRule } from '../../core/rule.js';
import { fittingSenders } from '../../knowledge/letters.js';
import { mendings, titled } from './asking.js';
import { isAboutHealth, isMedical, medicalEvidence } from './medical.js';

/** A circumstance about health, and nothing from a doctor, a mental-health service or a medical record. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'timeline', 'letters', 'documents', 'root'],
  needs: ['circumstances', 'letters', 'documents'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'letters', 'documents')) return;
    for (const circumstance of model.circumstances) {
      if (!isAboutHealth(circumstance) || medicalEvidence(circumstance, model)?.length !== 0) continue;
      yield {
        at: circumstance.place,
        message: say('none', { title: titled(circumstance) }),
        about: circumstance,
        fixes: (draft) =>
          mendings(draft, circumstance, {
            roles: fittingSenders(circumstance, model, today).slice(0, 1),
            suits: isMedical,
            onlySuitable: true,
            today,
          }),
      };
    }
  },
});
