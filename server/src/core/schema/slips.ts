/**
 * Keys that the format doesn't know, and which of its own they stand for: a slip of the pen is one mistake, so what
 * it stands for isn't called missing too, and what it says may well be what a rule asks for.
 */

import { nearest } from '../nearest.js';

/** The names that an unknown key may be a slip of, nearest first: those that are free, as nothing stands there yet. */
export function meantBy(
  key: string,
  names: readonly string[],
  isPresent: (name: string) => boolean,
): string[] {
  return nearest(
    key,
    names.filter((name) => !isPresent(name)),
  );
}

/** The names of which one of the keys that stand there is a slip. */
export function slipsAmong(
  keys: Iterable<string | undefined>,
  names: readonly string[],
): ReadonlySet<string> {
  const present = new Set(keys);
  const slips = new Set<string>();
  for (const key of present) {
    if (key === undefined || !isUnknown(key, names)) continue;
    const [meant] = meantBy(key, names, (name) => present.has(name));
    if (meant !== undefined) slips.add(meant);
  }
  return slips;
}

/** Neither a key of the format nor one of the person's own, nor YAML's `<<`. */
export function isUnknown(key: string, names: readonly string[]): boolean {
  return !names.includes(key) && !key.startsWith('x-') && key !== '<<';
}
