/** Does a symbol fit what a person typed to find it? */

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
