/**
 * Text as it comes from Word, Outlook or a PDF, made into paragraphs: line breaks of every kind, characters that only
 * look like a space or can't be seen at all, and the line ends of a PDF. Nothing else changes: not the curly quotes,
 * not the wording.
 */

/** Paragraphs, each of one or more lines that were meant as lines. */
export type Prose = readonly (readonly string[])[];

/** Word's line break, a form feed, NEL and the separators of Unicode are line breaks like the others. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** They stand for a space and are none. */
const LIKE_SPACES = /[\u00A0\u2007\u202F]/g;
/** Can't be seen, and mean nothing in a text: the mark of a picture that stayed behind is one of them. */
const UNSEEN = /[\u200B\u200E\u200F\u2060\u180E\uFEFF\uFFFC\u202A-\u202E\u2066-\u2069]/g;
/** Join letters of some scripts and parts of emoji; between others they mean nothing. */
const JOINERS = /(?<!\p{Extended_Pictographic}|\uFE0F|(?=\p{L}|\p{M})[^\p{Script=Latin}])[\u200C\u200D]/gu;
/** What YAML doesn't allow in a file at all, line breaks and tabs apart. */
const CONTROLS = /(?![\n\t])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;
/** Where a word may be broken; at the end of a line it was. */
const SOFT_HYPHEN_AT_END = /\u00AD[ \t]*\n[ \t]*/g;

/** Each character that isn't as it seems, in the place of which stands what was meant. Line breaks become `\n`. */
export function cleanCharacters(raw: string): string {
  return raw
    .replaceAll(LINE_BREAKS, '\n')
    .replaceAll(SOFT_HYPHEN_AT_END, '')
    .replaceAll('\u00AD', '')
    .replaceAll(LIKE_SPACES, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(JOINERS, '')
    .replaceAll('\t', ' ')
    .replaceAll(CONTROLS, '');
}

/**
 * The paragraphs of a text; blank lines stand between them.
 * @param known another text in whose words a word broken at a line's end may be found
 */
export function proseOf(raw: string, known: string): Prose {
  const paragraphs: string[][] = [];
  let lines: string[] = [];
  for (const line of [...cleanCharacters(raw).split('\n'), '']) {
    const trimmed = line.trim();
    if (trimmed !== '') lines.push(trimmed);
    else if (lines.length > 0) {
      paragraphs.push(lines);
      lines = [];
    }
  }
  const words = `${raw} ${known}`;
  return paragraphs.map((paragraph) => (isWrapped(paragraph) ? [joined(paragraph, words)] : paragraph));
}

/** Every line a line of its own, or all on one. */
export function linesOf(prose: Prose): readonly string[] {
  return prose.flat();
}

const NARROWEST = 40;
const WIDEST = 130;
/** No sentence, nor an item of a list, ends with one of these: what follows belongs to it. */
const GOES_ON = new RegExp(
  [
    ',$',
    String.raw`\p{Ll}[-\u2010]$`,
    String.raw`(?:^|\s)(?:${[
      'aan als bij bijna bovendien dan dat de den der des die dit door een en er haar het hij hun ik in is maar met na',
      'naar niet of om omdat onder ook op over te tot uit van voor waar was wat werd wie wordt ze zich zij zijn',
      'aber als an auf aus bei das dass dem den der des die durch ein eine einem einen einer für ich im ihr ist mit',
      'nach nicht oder sie sind und unter vom von vor war wegen weil wird zu zum zur',
      'a an and are at because been but by for from has her his of on or that the their to was were which with',
    ]
      .join(' ')
      .replaceAll(' ', '|')})$`,
  ].join('|'),
  'u',
);

/**
 * Are these the lines of a page, broken where it was full? Only where it is certain: they are about as wide as each
 * other, and somewhere a sentence can't have ended at the end of its line.
 */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const above = lines.slice(0, -1);
  const widest = Math.max(...lines.map((line) => line.length));
  if (widest < NARROWEST || widest > WIDEST) return false;
  if (above.some((line) => line.length < widest * 0.7)) return false;
  if (lines.some((line) => /^(?:[-–—•*▪◦·]|\d{1,2}[.)])\s/u.test(line))) return false;
  return above.some((line, index) => GOES_ON.test(line) && /^[\p{Ll}\p{N}]/u.test(lines[index + 1] ?? ''));
}

function joined(lines: readonly string[], words: string): string {
  return lines.reduce((text, line) => text + between(text, line, words) + line).replaceAll(BROKEN, '');
}

/** Marks the hyphen before it as one that only the end of the line put there. */
const BROKEN = /[-\u2010]\uE001/g;

/**
 * What stands between a line and the next: a space; nothing behind a hyphen, which goes where the whole word is
 * written elsewhere, and stays where that can't be told (‘niet-ontvankelijk’).
 */
function between(text: string, line: string, words: string): string {
  const [, head] = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)[-\u2010]$/u.exec(text.slice(-60)) ?? [];
  const [tail] = /^[\p{L}\p{N}]+/u.exec(line) ?? [];
  if (head === undefined || tail === undefined) return ' ';
  // ‘in- en uitgaand’: the hyphen stands for a part of the word.
  if (/^(?:en|of|und|oder|and|or)$/.test(tail)) return ' ';
  return isWord(head + tail, words) ? '\uE001' : '';
}

function isWord(word: string, words: string): boolean {
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])${word}(?![\p{L}\p{N}-])`, 'iu').test(words);
}
