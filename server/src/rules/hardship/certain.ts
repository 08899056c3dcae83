/**
 * What a part certainly holds and certainly lacks: the rules of this folder conclude something from what is not
 * there, and a field that can't be read or is misspelt is not a field that isn't there.
 */

import { isAbsent, isClear, pairAt } from '../../core/case/access.js';
import type { Part, Root } from '../../core/model.js';
import { meantByAny, nearest } from '../../core/nearest.js';
import type { Span } from '../../core/tree.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { SECTIONS } from '../../generated/shape.js';

/** The ids or sources of a list, none where the field is missing; undefined where one of them can't be known. */
export function listed(part: Part, key: string): readonly string[] | undefined {
  if (isAbsent(part, key)) return [];
  if (!pairAt(part, key) || !isClear(part, key)) return undefined;
  const value = (part.data as Readonly<Record<string, unknown>>)[key];
  if (!Array.isArray(value)) return undefined;
  return value.every((item) => typeof item === 'string' && !isOnlyBlank(item)) ? value : undefined;
}

const SECTION_NAMES = SECTIONS.map(({ name }) => name);

/**
 * Where to say that the file lacks something of a section: its key, and where the section itself is missing the
 * file's first. Undefined where the section can't be read or may stand there under another name.
 */
export function placeIn(root: Root, section: string): Span | undefined {
  if (root.unreadable.has(section)) return undefined;
  const key = root.keys.find(({ name }) => name === section);
  if (key) return key.at;
  const mayBeThere =
    root.unreadable.has('') || root.keys.some(({ name }) => name !== undefined && means(name, section));
  return mayBeThere ? undefined : root.top;
}

/** Is an unknown name at the top level a slip for the section's? */
function means(name: string, section: string): boolean {
  const isKnown = SECTION_NAMES.includes(name) || name.startsWith('x-');
  return !isKnown && nearest(name, SECTION_NAMES).includes(section);
}

/** Of the ids, those for which a reference that leads nowhere may be meant. */
export function meantBy(
  references: readonly string[],
  ids: readonly string[],
  known: ReadonlySet<string | undefined> = new Set(ids),
): ReadonlySet<string> {
  return meantByAny(
    references.filter((id) => !known.has(id)),
    ids,
  );
}
