import type { Hover } from 'vscode-languageserver';
import { hoverAt } from '../../features/hover/hover.js';
import { plainText } from '../../features/markdown.js';
import type { Feature } from '../feature.js';

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve: (connection, host) => {
    connection.onHover(({ textDocument, position }, token) =>
      host.answer<Hover | null>(textDocument.uri, token, null, (analysis) => {
        const lines = host.lines(analysis);
        const found = hoverAt(analysis, lines.offsetAt(position), host.languageFor(analysis));
        if (!found) return null;
        const range = lines.range(found.start, found.end);
        return host.abilities().hoverMarkdown
          ? { contents: { kind: 'markdown', value: found.markdown }, range }
          : { contents: { kind: 'plaintext', value: plainText(found.markdown) }, range };
      }),
    );
  },
};
