/** Lines of one unit, for diagnosing text that YAML can't read. */

export interface TextLine {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** First character that is neither space nor tab. */
  readonly content: number;
}

export function lineAround(text: string, offset: number): TextLine {
  const at = Math.max(0, Math.min(offset, text.length));
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  let end = newline === -1 ? text.length : newline;
  if (end > start && text[end - 1] === '\r') end--;
  let content = start;
  while (content < end && (text[content] === ' ' || text[content] === '\t')) content++;
  return { start, end, content };
}

export function nextLine(text: string, line: TextLine): TextLine | undefined {
  const newline = text.indexOf('\n', line.end);
  return newline === -1 || newline + 1 > text.length - 1 ? undefined : lineAround(text, newline + 1);
}

export function previousLine(text: string, line: TextLine): TextLine | undefined {
  return line.start === 0 ? undefined : lineAround(text, line.start - 1);
}

export function isBlank(line: TextLine): boolean {
  return line.content === line.end;
}

/** Past the dashes of list items that begin on the line: where its own content starts. */
export function afterDashes(text: string, line: TextLine): number {
  let at = line.content;
  while (text[at] === '-' && (text[at + 1] === ' ' || at + 1 >= line.end)) {
    at++;
    while (at < line.end && text[at] === ' ') at++;
  }
  return at;
}

/** The column in which the line's own content starts, dashes counted as indentation. */
export function columnOf(text: string, line: TextLine): number {
  return afterDashes(text, line) - line.start;
}

/** The first word of the line's content: the key, where the line has one. */
export function firstWord(text: string, line: TextLine): string {
  const start = afterDashes(text, line);
  return /^[\p{L}\p{N}_-]*/u.exec(text.slice(start, Math.min(line.end, start + 80)))?.[0] ?? '';
}

/** The key that the line sets, with the place of its colon; undefined where it sets none. */
export function keyOnLine(
  text: string,
  line: TextLine,
): { word: string; start: number; colon: number } | undefined {
  const start = afterDashes(text, line);
  const found = /^([\p{L}_][\p{L}\p{N}_-]*) *:(?= |\r|$)/u.exec(text.slice(start, line.end));
  return found ? { word: found[1] as string, start, colon: start + found[0].length - 1 } : undefined;
}

/** The same text with these stretches blanked: every offset keeps its meaning. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + spaces(text.slice(start, end)) + text.slice(end);
}

/** As much space, with the same line breaks. */
export function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** End of the line's text before a comment and trailing spaces. */
export function valueEnd(text: string, from: number, line: TextLine): number {
  const comment = / #/.exec(text.slice(from, line.end));
  let end = comment ? from + comment.index : line.end;
  while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}
