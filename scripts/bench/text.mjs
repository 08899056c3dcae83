// @ts-check
/** The text as the client holds it, with the places at which the benchmark types. */

/** @typedef {import('./client.mjs').Change} Change */
/** @typedef {import('./client.mjs').Position} Position */

export class Text {
  /** @param {string} text */
  constructor(text) {
    this.lines = text.split('\n');
  }

  toString() {
    return this.lines.join('\n');
  }

  /** The first line from there on that matches, else the last one before. @param {RegExp} pattern @param {number} share 0 the start of the file, 1 its end */
  find(pattern, share) {
    const from = Math.floor((this.lines.length - 1) * share);
    const after = this.lines.findIndex((line, index) => index >= from && pattern.test(line));
    if (after !== -1) return after;
    return this.lines.findLastIndex((line) => pattern.test(line));
  }

  /** @param {number} line @returns {Position} */
  endOf(line) {
    return { line, character: (this.lines[line] ?? '').length };
  }

  /** Notes the edit here, and tells what the server must hear. @param {Position} start @param {Position} end @param {string} text @returns {Change} */
  replace(start, end, text) {
    const head = (this.lines[start.line] ?? '').slice(0, start.character);
    const tail = (this.lines[end.line] ?? '').slice(end.character);
    // In small pieces: 50,000 lines are too many arguments for one call.
    const lines = `${head}${text}${tail}`.split('\n');
    this.lines.splice(start.line, end.line - start.line + 1, ...lines);
    return { range: { start, end }, text };
  }

  /** @param {Position} at @param {string} text */
  insert(at, text) {
    return this.replace(at, at, text);
  }
}

/** Of the case itself at the start of the file, of a list item everywhere else. */
const TITLE = /^ {2,4}title: /;

/** A letter at the end of a title, as someone who writes on would type it. @param {Text} text @param {number} share */
export function typeLetter(text, share) {
  const { line, character } = text.endOf(text.find(TITLE, share));
  const isQuoted = text.lines[line]?.endsWith('"');
  return text.insert({ line, character: isQuoted ? character - 1 : character }, 'e');
}

/** Enter at the end of a title in the middle of the file. @param {Text} text */
export function typeNewline(text) {
  return text.insert(text.endOf(text.find(TITLE, 0.5)), '\n');
}

/** A hundred lines put into the timeline, and the way back. @param {Text} text */
export function paste(text) {
  const line = text.find(/^timeline:/, 0) + 1;
  const events = Array.from(
    { length: 20 },
    (_, n) =>
      `  - id: pasted-${n}\n    date: ${1990 + n}\n    kind: residence\n    title: Pasted event ${n}\n\n`,
  ).join('');
  return {
    change: text.insert({ line, character: 0 }, events),
    undo: () => text.replace({ line, character: 0 }, { line: line + 100, character: 0 }, ''),
  };
}
