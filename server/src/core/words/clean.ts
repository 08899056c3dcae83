/** Texts of a file on their way into another document, where some characters do harm or are not allowed. */

/** Controls but line breaks, halves of pairs, what XML forbids, and marks that turn the direction of what follows. */
const HARMFUL = /(?!\n)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** Without them, and otherwise as it is. */
export function withoutHarm(text: string): string {
  return text.replaceAll(HARMFUL, '');
}

/** Without them; line breaks become `\n`, a tab a space, and nothing stands around it. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(HARMFUL, '').trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ');
}
