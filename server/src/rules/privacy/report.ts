/** From stretches to what the rules of this folder report, and the fix that they share. */

import { nodeAt } from '../../core/case/access.js';
import type { CaseDocument } from '../../core/document.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix, TextEdit } from '../../core/findings.js';
import { Kept } from '../../core/kept.js';
import type { CaseModel } from '../../core/model.js';
import type { Say } from '../../core/rule.js';
import { descendants, type Node, type ScalarNode, sourceOf } from '../../core/tree.js';
import { SECTIONS } from '../../generated/shape.js';
import { allIssues, ITEM_SECTIONS, type ItemSections } from '../structure/issues.js';
import { allLinks } from '../structure/links.js';
import { kindsOf } from './fields.js';
import type { Kind } from './patterns.js';
import { type Stretch, stretchesOf } from './stretches.js';

/** What a rule reads that looks at the whole text. */
export const WHOLE_FILE = [...ITEM_SECTIONS, 'document'] as const;
type WholeFile = ItemSections & Pick<CaseModel, 'document'>;

/** Does the file say that it is made up or that names were changed? Where that can't be read it says neither. */
export function isNotReal({ case: info }: Pick<CaseModel, 'case'>): boolean {
  const confidentiality = info?.data.confidentiality;
  return confidentiality === 'pseudonymised' || confidentiality === 'fictional';
}

/** The stretches of these kinds; not those in a value of the wrong type, of which only wrong-type speaks. */
export function stretchesIn(model: WholeFile, kinds: readonly Kind[]): readonly Stretch[] {
  let stretches = known.get(model.document);
  if (!stretches) {
    stretches = collect(model);
    known.set(model.document, stretches);
  }
  return stretches.filter(({ kind }) => kinds.includes(kind));
}

/** Of a file, whatever the kind: every rule of this folder asks for some of them. */
const known = new Kept<CaseDocument, readonly Stretch[]>();

function collect(model: WholeFile): readonly Stretch[] {
  const stretches = model.document.units.flatMap(({ unit }) => stretchesOf(unit));
  if (stretches.length === 0) return stretches;
  const wrong = wrongValues(model);
  const vNumbers = new Set(model.persons.map((person) => nodeAt(person, 'vNumber')));
  return stretches.filter(({ kind, node }) => {
    if (!node) return true;
    // In the field of the V-number only a BSN is told of by itself: the rest is that number.
    return !wrong.has(node) && (kind === 'bsn' || !vNumbers.has(node));
  });
}

function wrongValues(model: WholeFile): ReadonlySet<Node> {
  const values: (Node | undefined)[] = [...allIssues(model, 'wrong-type')].map(({ node }) => node);
  for (const { name, list, def } of SECTIONS) {
    const value = def === null ? undefined : model.document.entry(name)?.value;
    if (value?.kind === 'scalar' || value?.kind === (list ? 'map' : 'seq')) values.push(value);
  }
  return new Set(values.flatMap((value) => [...descendants(value)]));
}

/** Puts asterisks in its place; an id is renamed instead, and what must stay as it is has no fix. */
export function maskFixes(draft: Draft, stretch: Stretch, say: Say): readonly Fix[] {
  const kind = stretch.node && kindsOf(draft.doc).get(stretch.node);
  if (stretch.node && kind === 'id') return [renameId(draft, stretch, stretch.node, say)];
  if (stretch.node && kind !== 'text') return [];
  return [draft.fix('mask', say('fix-mask'), [maskEdit(draft, stretch)], { preferred: true })];
}

/**
 * In quotes where a plain value begins with it, since an asterisk means something to YAML there; else as it is,
 * in comments, quoted and block texts alike.
 */
function maskEdit(draft: Draft, stretch: Stretch): TextEdit {
  const source = sourceOf(stretch);
  const stars = '*'.repeat(source.replaceAll(/[^\p{L}\p{N}]/gu, '').length);
  const { node } = stretch;
  if (node?.style !== 'plain' || stretch.start !== node.start) return draft.replace(stretch, stars);
  // Not the value of a number: `012345672` has lost its zero there.
  const text = sourceOf(node).includes('\n') ? String(node.value) : sourceOf(node);
  return draft.setScalar(node, stars + text.slice(source.length));
}

function renameId(draft: Draft, stretch: Stretch, node: ScalarNode, say: Say): Fix {
  const { definitions, references } = allLinks(draft.model);
  const linked = [...definitions, ...references];
  const isLinked = linked.some((link) => link.node === node);
  const places = isLinked ? linked.filter(({ id }) => id === node.value).map((link) => link.node) : [node];
  const id = draft.newIds()(String(node.value).replace(sourceOf(stretch), ''));
  const edits = [...new Set(places)].map((place) => draft.setScalar(place, id));
  return draft.fix('rename-id', say('fix-rename-id', { id }), edits, { preferred: true });
}
