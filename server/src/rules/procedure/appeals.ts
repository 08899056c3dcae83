/** Appeals and higher appeals: the remedies on which a court rules. */

import { type Stage, stagesOf } from '../../core/case/stages.js';
import type { Loose, Procedure } from '../../core/model.js';
import type { Remedy } from '../../generated/case-types.js';

export interface Appeal {
  readonly stage: Stage;
  readonly remedy: Loose<Remedy>;
}

export function appealsIn(procedures: readonly Procedure[]): Appeal[] {
  return [...stagesOf(procedures)].flatMap((stage) => {
    const index = stage.path[1];
    const remedy = typeof index === 'number' ? stage.procedure.data.remedies?.[index] : undefined;
    return remedy?.kind === 'appeal' || remedy?.kind === 'higher-appeal' ? [{ stage, remedy }] : [];
  });
}
