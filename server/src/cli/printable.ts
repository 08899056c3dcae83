/** Text of a file on its way to a terminal: control characters would move the cursor or change colours. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g, (char) =>
    char === '\n' || char === '\t' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Made when first needed: it costs ten milliseconds, which a run without such text need not wait for. */
let segmenter: Intl.Segmenter | undefined;

/** Longer stretches without a plain letter are no text that a person counts through. */
const LONGEST_RUN = 10_000;

/** Characters as a person counts them: an emoji or a letter with its accent is one. */
export function graphemes(text: string): string[] {
  // Most lines are plain letters, for which the segmenter would be slow.
  if (/^[\x20-\x7E]*$/.test(text)) return [...text];
  return [...segments(text)].map(({ segment }) => segment);
}

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** How many of them there are, also in a line of megabytes. */
export function countGraphemes(text: string): number {
  let count = 0;
  let at = 0;
  for (const { 0: run, index } of text.matchAll(/[^\x20-\x7E\t]+/g)) {
    // An accent of its own belongs to the letter before it.
    const from = Math.max(at, index - 1);
    const end = index + run.length;
    count += from - at;
    if (run.length > LONGEST_RUN) count += run.length;
    else for (const _ of segments(text.slice(from, end))) count++;
    at = end;
  }
  return count + text.length - at;
}
