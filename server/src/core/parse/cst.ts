/** The `yaml` package's lexer and CST parser, run over one unit within bounds of depth. */

import { type CST, Lexer, Parser } from 'yaml';

/** Deeper nesting than any case file has; far deeper has been seen to kill the process inside the library. */
export const MAX_DEPTH = 100;

/**
 * More words, marks and line breaks than any stretch of a case file has: megabytes of brackets, quotes or blank lines,
 * which would be read for many seconds. A long text counts as one.
 */
const MAX_LEXEMES = 500_000;

export interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** Where and why reading was given up; the rest of the text was not looked at. */
  readonly refused?: { readonly at: number; readonly kind: 'too-deep' | 'too-large' };
}

export function tokenize(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH)
      return { tokens: [], refused: { at: parser.offset, kind: 'too-deep' } };
    if (++lexemes > MAX_LEXEMES) return { tokens: [], refused: { at: 0, kind: 'too-large' } };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

/** Calls back for each comment of the tokens, in order of the text. */
export function forEachSourceToken(tokens: readonly CST.Token[], visit: (token: CST.Token) => void): void {
  for (const token of tokens) visitToken(token, visit);
}

function visitToken(token: CST.Token | null | undefined, visit: (token: CST.Token) => void): void {
  if (!token) return;
  visit(token);
  if (token.type === 'document') forEachSourceToken(token.start, visit);
  if (token.type === 'block-scalar') forEachSourceToken(token.props, visit);
  if ('items' in token) {
    for (const item of token.items) {
      forEachSourceToken(item.start, visit);
      visitToken(item.key, visit);
      if (item.sep) forEachSourceToken(item.sep, visit);
      visitToken(item.value, visit);
    }
  }
  if (token.type === 'document') visitToken(token.value, visit);
  if ('end' in token && token.end) forEachSourceToken(token.end, visit);
}
