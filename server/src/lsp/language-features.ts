/** The features that begin with a cursor: each a function of the analysis, here tied to its request. */

import type { CancellationToken, Connection, Hover, ServerCapabilities } from 'vscode-languageserver';
import type { Language } from '../core/words/words.js';
import { hoverAt } from '../features/hover/hover.js';
import { plainText } from '../features/markdown.js';
import type { Analysis } from '../pipeline/analysis.js';
import type { Abilities } from './to-lsp.js';

/** What the handlers need of the server: the present analysis, the person's language, what the client can show. */
export interface Host {
  answer<T>(uri: string, token: CancellationToken, nothing: T, make: (analysis: Analysis) => T): Promise<T>;
  languageFor(analysis: Analysis): Language;
  abilities(): Abilities;
}

export const FEATURE_CAPABILITIES: Partial<ServerCapabilities> = { hoverProvider: true };

export function serveFeatures(connection: Connection, host: Host): void {
  connection.onHover(({ textDocument, position }, token) =>
    host.answer<Hover | null>(textDocument.uri, token, null, (analysis) => {
      const { lines } = analysis.document;
      const hover = hoverAt(analysis, lines.offsetAt(position), host.languageFor(analysis));
      if (!hover) return null;
      const range = lines.range(hover.start, hover.end);
      return host.abilities().hoverMarkdown
        ? { contents: { kind: 'markdown', value: hover.markdown }, range }
        : { contents: { kind: 'plaintext', value: plainText(hover.markdown) }, range };
    }),
  );
}
