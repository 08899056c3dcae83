/** 'Did you mean': the names nearest to what was written. */

/**
 * Names within a third of the word's length of typing slips, nearest first; equal ones in their own order. A name
 * that differs in capitals or hyphens alone is meant, and no other. Words of one or two letters are too short for
 * anything else: they are near to everything.
 */
export function nearest(word: string, names: Iterable<string>, most = 3): string[] {
  const plain = normal(word);
  const limit = plain.length < 3 ? 0 : Math.max(1, Math.floor(plain.length / 3));
  const scored: { name: string; distance: number }[] = [];
  for (const name of names) {
    const other = normal(name);
    if (Math.abs(other.length - plain.length) > limit) continue;
    const distance = slips(plain, other, limit);
    if (distance <= limit) scored.push({ name, distance });
  }
  const same = scored.filter(({ distance }) => distance === 0);
  return (same.length > 0 ? same : scored)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Case, hyphens and underscores are no difference that a person means. */
function normal(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** Letters added, left out, changed or swapped with their neighbour; more than `limit` counts as limit + 1. */
function slips(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
