import type { CancellationToken, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { onceFor } from '../../features/once.js';
import { tokenSteps, tokensOf } from '../../features/tokens.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { Feature } from '../feature.js';
import { encodeTokens, LEGEND, tokenEdits } from '../token-data.js';

/** For how many files it is remembered what was sent last. */
const MOST_KEPT = 20;

export const tokens: Feature = {
  capabilities: ({ reading: { tokens: asked } }) =>
    asked
      ? {
          semanticTokensProvider: {
            legend: LEGEND,
            range: asked.range,
            full: asked.full && { delta: asked.delta },
          },
        }
      : {},
  serve: (connection, host) => {
    const sent = new LastSent();
    const dataOf = onceFor((analysis: Analysis) => encodeTokens(tokensOf(analysis), host.lines(analysis)));
    const dataFor = async (uri: string, token: CancellationToken) => {
      const analysis = await host.answerFromText<Analysis | undefined>(uri, token, undefined, (now) => now);
      if (!analysis) return undefined;
      await host.behind(tokenSteps(analysis), token, uri);
      return dataOf(analysis);
    };
    connection.languages.semanticTokens.on(
      async ({ textDocument: { uri } }, token): Promise<SemanticTokens> => {
        const data = await dataFor(uri, token);
        return data ? sent.whole(uri, data) : { data: [] };
      },
    );
    connection.languages.semanticTokens.onDelta(
      async (
        { textDocument: { uri }, previousResultId },
        token,
      ): Promise<SemanticTokens | SemanticTokensDelta> => {
        const made = await dataFor(uri, token);
        if (!made) return { data: [] };
        const before = sent.before(uri, previousResultId);
        const { resultId, data } = sent.whole(uri, made);
        return before ? { resultId, edits: tokenEdits(before, data) } : { resultId, data };
      },
    );
    connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
      host.answerFromText<SemanticTokens>(uri, token, { data: [] }, (analysis) => {
        const lines = host.lines(analysis);
        const from = lines.offsetAt(range.start);
        const to = lines.offsetAt(range.end);
        const within = tokensOf(analysis).filter(({ start, end }) => end > from && start < to);
        return { data: encodeTokens(within, lines) };
      }),
    );
  },
};

/** What each file's client was sent last, so that the next time the difference will do. */
class LastSent {
  private count = 0;
  private readonly byFile = new Map<string, { readonly resultId: string; readonly data: number[] }>();

  before(uri: string, resultId: string): readonly number[] | undefined {
    const last = this.byFile.get(uri);
    return last?.resultId === resultId ? last.data : undefined;
  }

  whole(uri: string, data: number[]): { readonly resultId: string; readonly data: number[] } {
    const result = { resultId: String(++this.count), data };
    // The one asked for last goes to the end; the one at the front is forgotten first.
    this.byFile.delete(uri);
    this.byFile.set(uri, result);
    const [oldest] = this.byFile.keys();
    if (oldest !== undefined && this.byFile.size > MOST_KEPT) this.byFile.delete(oldest);
    return result;
  }
}
