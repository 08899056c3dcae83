/** Does a symbol fit what a person typed to find it? */

/** How well a name that fits does so: 0 where its words begin as asked, 1 where they hold it, 2 by single letters. */
export function rankOf(query: string, name: string): 0 | 1 | 2 {
  const own = plain(name);
  const ranks = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '' && isWithinInOrder(word, own))
    .map((word) => (` ${own}`.includes(` ${word}`) ? 0 : own.includes(word) ? 1 : 2));
  return Math.max(0, ...ranks) as 0 | 1 | 2;
}

/** Each word in its letters' order, whether in the name or in what holds it; accents and capitals don't matter. */
export function matches(query: string, name: string, holder = ''): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const [own, other] = [plain(name), plain(holder)];
  return words.every((word) => isWithinInOrder(word, own) || other.includes(word));
}

function isWithinInOrder(word: string, text: string): boolean {
  let at = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, at);
    if (found === -1) return false;
    at = found + letter.length;
  }
  return true;
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
