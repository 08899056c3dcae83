import type { CaseModel, Part } from '../../core/model.js';
import { linksOf } from '../../core/references.js';
import { defineRule } from '../../core/rule.js';
import { isUnknown } from '../../core/schema/slips.js';
import { descendants, type Node, type Unit } from '../../core/tree.js';
import { SECTIONS } from '../../generated/shape.js';
import { allIssues, ITEM_SECTIONS, type ItemSections } from './issues.js';
import { allLinks } from './links.js';

const SECTION_NAMES = SECTIONS.map(({ name }) => name);

/** A letter, document, circumstance or event that stands by itself: nothing leans on it, it leans on nothing. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'document'],
  needs: ITEM_SECTIONS,
  *check({ model, say }) {
    const all = allLinks(model);
    const unsure = unsureTexts(model);
    const doubtful = new Set(
      unsure.flatMap(({ unit, texts }) => (texts.some((text) => all.item(text)) ? [unit] : [])),
    );
    const perhaps = new Set(unsure.flatMap(({ texts }) => texts));
    for (const part of [
      ...model.timeline,
      ...model.circumstances,
      ...model.letters,
      ...model.documents,
    ] as readonly Part[]) {
      const {
        definitions: [own],
        references: links,
      } = linksOf(model.document, part);
      if (!own || links.length > 0 || all.isReferredTo(own.id) || perhaps.has(own.id)) continue;
      // It may refer to something there.
      if (doubtful.has(own.node.unit)) continue;
      yield {
        at: own.node,
        message: say(`unused-${part.def}`, { id: own.id }),
        tags: ['unnecessary'],
        about: part,
      };
    }
  },
});

interface Unsure {
  readonly unit: Unit;
  readonly texts: readonly string[];
}

/** What may be a reference: words on lines that were left out, and texts in fields that aren't known or are misspelt. */
function unsureTexts(model: ItemSections & Pick<CaseModel, 'document'>): readonly Unsure[] {
  const unsure: Unsure[] = [];
  for (const { unit } of model.document.units)
    for (const { start, end } of unit.holes)
      unsure.push({ unit, texts: wordsIn(unit.text.slice(start, end)) });
  const sections = model.document.entries
    .filter(({ name }) => name !== undefined && isUnknown(name, SECTION_NAMES))
    .flatMap(({ value, items }) => [value, ...(items ?? []).map(({ node }) => node)]);
  const fields = [...allIssues(model, 'unknown-key')].map(({ node }) => node);
  for (const node of [...sections, ...fields])
    if (node) unsure.push({ unit: node.unit, texts: [...textsIn(node)] });
  return unsure;
}

function wordsIn(text: string): string[] {
  return text.match(/[a-z][a-z0-9-]*/g) ?? [];
}

function* textsIn(value: Node): Generator<string> {
  for (const node of descendants(value))
    if (node.kind === 'scalar' && typeof node.value === 'string') yield node.value;
}
