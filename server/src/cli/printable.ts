/** Text of a file on its way to a terminal: control characters would move the cursor or change colours. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (char) =>
    char === '\n' || char === '\t' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as a person counts them: an emoji or a letter with its accent is one. */
export function graphemes(text: string): string[] {
  // Most lines are plain letters, for which the segmenter would be slow.
  return /^[\x20-\x7E]*$/.test(text) ? [...text] : [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
}
