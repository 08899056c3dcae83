/**
 * Keys that the format doesn't know, and which of its own they stand for: a slip of the pen is one mistake, so what
 * it stands for isn't called missing too, and what it says may well be what a rule asks for.
 */

import { nearest } from '../nearest.js';

/** The names that an unknown key may be a slip of, nearest first: those that are free, as nothing stands there yet. */
export function meantBy(key: string, names: readonly string[], present: ReadonlySet<unknown>): string[] {
  return nearest(
    key,
    names.filter((name) => !present.has(name)),
  );
}

/** Is one of the keys that stand there a slip of this name? */
export function hasSlipOf(
  name: string,
  keys: Iterable<string | undefined>,
  names: readonly string[],
): boolean {
  const present = new Set(keys);
  if (present.has(name)) return false;
  for (const key of present)
    if (key !== undefined && isUnknown(key, names) && meantBy(key, names, present)[0] === name) return true;
  return false;
}

/** Neither a key of the format nor one of the person's own, nor YAML's `<<`. */
export function isUnknown(key: string, names: readonly string[]): boolean {
  return !names.includes(key) && !key.startsWith('x-') && key !== '<<';
}
