/** 'Did you mean': the names nearest to what was written. */

/** Longer words are no names that somebody mistyped, and comparing them letter by letter would take long. */
const LONGEST = 200;

/**
 * Names within a third of the word's length of typing slips, nearest first; equal ones in their own order. A name
 * that differs in capitals or hyphens alone is meant, and no other. Words of one or two letters are too short for
 * anything else: they are near to everything.
 */
export function nearest(word: string, names: Iterable<string>, most = 3): string[] {
  const plain = normal(word);
  const { length } = plain;
  const limit = length < 3 || length > LONGEST ? 0 : Math.max(1, Math.floor(length / 3));
  const scored: { name: string; distance: number }[] = [];
  for (const name of names) {
    const other = normal(name);
    if (Math.abs(other.length - length) > limit) continue;
    const distance = plain === other ? 0 : limit === 0 ? 1 : slips(plain, other, limit);
    if (distance <= limit) scored.push({ name, distance });
  }
  const same = scored.filter(({ distance }) => distance === 0);
  return (same.length > 0 ? same : scored)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** So many pairs are compared at most: thousands of mistakes among thousands of names would take minutes. */
const MOST_COMPARED = 200_000;

/** The names that one of the words may be meant for; of too many to compare, any may be. */
export function meantByAny(
  words: readonly string[],
  names: readonly string[],
  most?: number,
): ReadonlySet<string> {
  if (words.length * names.length > MOST_COMPARED) return new Set(names);
  return new Set(words.flatMap((word) => nearest(word, names, most)));
}

/** Case, hyphens and underscores are no difference that a person means. */
function normal(word: string): string {
  let plain = known.get(word);
  if (plain === undefined) {
    plain = word.toLowerCase().replace(/[\s_-]/g, '');
    if (known.size >= MOST_KEPT) known.clear();
    if (word.length <= LONGEST) known.set(word, plain);
  }
  return plain;
}

/** The same names are compared with again and again. */
const known = new Map<string, string>();
const MOST_KEPT = 10_000;

/** Three rows of the table of distances, made once. */
const ROWS = Array.from({ length: 3 }, () => new Uint16Array(2 * LONGEST)) as [
  Uint16Array,
  Uint16Array,
  Uint16Array,
];

/**
 * Letters added, left out, changed or swapped with their neighbour; more than `limit` counts as limit + 1. Only the
 * places of the table are worked out that lie within the limit of its diagonal.
 */
function slips(a: string, b: string, limit: number): number {
  let [beforeLast, last, row] = ROWS;
  const far = limit + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    let best = from === 1 ? i : far;
    row[from - 1] = best;
    const letter = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      const change = (last[j - 1] as number) + (letter === other ? 0 : 1);
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, change);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (to < b.length) row[to + 1] = far;
    if (best > limit) return far;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] as number;
}
