import type { Part } from '../../core/model.js';
import { linksOf } from '../../core/references.js';
import { defineRule } from '../../core/rule.js';
import { ITEM_SECTIONS } from './issues.js';
import { allLinks } from './links.js';

/** A letter, document, circumstance or event that stands by itself: nothing leans on it, it leans on nothing. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'document'],
  *check({ model, say }) {
    const referredTo = new Set(allLinks(model).references.map(({ id }) => id));
    for (const part of [
      ...model.timeline,
      ...model.circumstances,
      ...model.letters,
      ...model.documents,
    ] as readonly Part[]) {
      const { definitions, references } = linksOf(model.document, part);
      const own = definitions[0];
      if (!own || references.length > 0 || referredTo.has(own.id)) continue;
      yield {
        at: own.node,
        message: say(`unused-${part.def}`, { id: own.id }),
        tags: ['unnecessary'],
        about: part,
      };
    }
  },
});
