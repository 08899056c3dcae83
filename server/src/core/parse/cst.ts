/** The `yaml` package's lexer and CST parser, run over one unit within bounds of depth. */

import { type CST, Lexer, Parser } from 'yaml';

/** Deeper nesting than any case file has; far deeper has been seen to kill the process inside the library. */
export const MAX_DEPTH = 100;

export interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** Offset at which the nesting became too deep; the rest of the text was not looked at. */
  readonly tooDeepAt?: number;
}

export function tokenize(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) return { tokens: [], tooDeepAt: parser.offset };
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
