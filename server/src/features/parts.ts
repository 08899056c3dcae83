/** Every part of a case, in the format's order. */

import type { CaseModel, Part } from '../core/model.js';
import { SECTION_NAMES } from '../core/model.js';

export function* allParts(model: CaseModel): Generator<Part> {
  for (const name of SECTION_NAMES) {
    const section = model[name] as Part | readonly Part[] | undefined;
    if (Array.isArray(section)) yield* section;
    else if (section) yield section as Part;
  }
}
