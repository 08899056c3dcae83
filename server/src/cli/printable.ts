/** Text of a file on its way to a terminal: control characters would move the cursor or change colours. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (char) =>
    char === '\n' || char === '\t' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Made when first needed: it costs ten milliseconds, which a run without such text need not wait for. */
let segmenter: Intl.Segmenter | undefined;

/** Characters as a person counts them: an emoji or a letter with its accent is one. */
export function graphemes(text: string): string[] {
  // Most lines are plain letters, for which the segmenter would be slow.
  if (/^[\x20-\x7E]*$/.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
