/** Tokens as the protocol sends them: five numbers each, its place counted from the token before it. */

import { SemanticTokenModifiers, type SemanticTokensEdit, SemanticTokenTypes } from 'vscode-languageserver';
import type { Token, TokenKind } from '../features/tokens.js';
import type { Lines } from './positions.js';

/** Only types and modifiers that the protocol itself names: every theme knows them. */
const SHOWN: Readonly<Record<TokenKind, readonly [SemanticTokenTypes, SemanticTokenModifiers?]>> = {
  section: [SemanticTokenTypes.namespace],
  field: [SemanticTokenTypes.property],
  'own-id': [SemanticTokenTypes.variable, SemanticTokenModifiers.declaration],
  reference: [SemanticTokenTypes.variable],
  choice: [SemanticTokenTypes.enumMember],
  date: [SemanticTokenTypes.number],
  source: [SemanticTokenTypes.type, SemanticTokenModifiers.defaultLibrary],
  ruling: [SemanticTokenTypes.type],
  address: [SemanticTokenTypes.string],
  blank: [SemanticTokenTypes.parameter],
  directive: [SemanticTokenTypes.decorator],
  rule: [SemanticTokenTypes.function],
};

export const LEGEND = {
  tokenTypes: [...new Set(Object.values(SHOWN).map(([type]) => type as string))],
  tokenModifiers: [
    ...new Set(Object.values(SHOWN).flatMap(([, modifier]) => (modifier ? [modifier as string] : []))),
  ],
};

const CODES = new Map(
  Object.entries(SHOWN).map(([kind, [type, modifier]]) => [
    kind,
    [LEGEND.tokenTypes.indexOf(type), modifier ? 1 << LEGEND.tokenModifiers.indexOf(modifier) : 0] as const,
  ]),
);

/** The tokens must be in the order of the text. */
export function encodeTokens(tokens: readonly Token[], lines: Lines): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { kind, start, end } of tokens) {
    const at = lines.positionAt(start);
    const [type, modifiers] = CODES.get(kind) as readonly [number, number];
    const isSameLine = at.line === line;
    data.push(
      at.line - line,
      isSameLine ? at.character - character : at.character,
      lines.positionAt(end).character - at.character,
      type,
      modifiers,
    );
    ({ line, character } = at);
  }
  return data;
}

/** What is to be changed in the numbers sent before: one stretch, since an edit changes one place. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const deleteCount = before.length - start - same;
  const data = after.slice(start, after.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
