import type { CaseModel, Part } from '../../core/model.js';
import { linksOf } from '../../core/references.js';
import { defineRule } from '../../core/rule.js';
import { isUnknown } from '../../core/schema/slips.js';
import { descendants, type Node, type Unit } from '../../core/tree.js';
import { SECTIONS } from '../../generated/shape.js';
import { allParts, ITEM_SECTIONS } from './issues.js';
import { allLinks } from './links.js';

const SECTION_NAMES = SECTIONS.map(({ name }) => name);

/** A letter, document, circumstance or event that stands by itself: nothing leans on it, it leans on nothing. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'document'],
  needs: ITEM_SECTIONS,
  *check({ model, say }) {
    const { definitions, references } = allLinks(model);
    const unsure = unsureTexts(model);
    const ids = new Set(definitions.map(({ id }) => id));
    const referredTo = new Set([...references.map(({ id }) => id), ...unsure.flatMap(({ texts }) => texts)]);
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
      if (!own || links.length > 0 || referredTo.has(own.id)) continue;
      const mayRefer = unsure.some(
        (one) => one.unit === own.node.unit && one.texts.some((text) => ids.has(text)),
      );
      if (mayRefer) continue;
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
function unsureTexts(model: Parameters<typeof allParts>[0] & Pick<CaseModel, 'document'>): readonly Unsure[] {
  const left = model.document.units.flatMap(({ unit }) =>
    unit.holes.map(({ start, end }) => ({ unit, texts: wordsIn(unit.text.slice(start, end)) })),
  );
  const sections = model.document.entries
    .filter(({ name }) => name !== undefined && isUnknown(name, SECTION_NAMES))
    .flatMap(({ value, items }) => [value, ...(items ?? []).map(({ node }) => node)]);
  const fields = [...allParts(model)].flatMap(({ issues }) =>
    issues.flatMap(({ kind, node }) => (kind === 'unknown-key' ? [node] : [])),
  );
  const unknown = [...sections, ...fields].flatMap((node) =>
    node ? [{ unit: node.unit, texts: [...textsIn(node)] }] : [],
  );
  return [...left, ...unknown];
}

function wordsIn(text: string): string[] {
  return text.match(/[a-z][a-z0-9-]*/g) ?? [];
}

function* textsIn(value: Node): Generator<string> {
  for (const node of descendants(value))
    if (node.kind === 'scalar' && typeof node.value === 'string') yield node.value;
}
