import type { Hover, MarkupContent } from 'vscode-languageserver';
import { configHoverAt } from '../../features/config/hover.js';
import { hoverAt } from '../../features/hover/hover.js';
import { plainText } from '../../features/markdown.js';
import type { Feature } from '../feature.js';
import type { Lines } from '../positions.js';

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve: (connection, host) => {
    connection.onHover(({ textDocument: { uri }, position }, token) => {
      const { hoverMarkdown } = host.abilities();
      return host.answer<Hover | null>(
        uri,
        token,
        null,
        (analysis) => {
          const lines = host.lines(analysis);
          const found = hoverAt(analysis, lines.offsetAt(position), host.languageFor(analysis));
          return toHover(found, lines, hoverMarkdown);
        },
        (config) => {
          const lines = host.lines(config);
          const found = configHoverAt(config, lines.offsetAt(position), host.languageFor(config));
          return toHover(found, lines, hoverMarkdown);
        },
      );
    });
  },
};

function toHover(found: ReturnType<typeof hoverAt>, lines: Lines, asMarkdown: boolean): Hover | null {
  if (!found) return null;
  const { markdown, start, end } = found;
  const contents: MarkupContent = asMarkdown
    ? { kind: 'markdown', value: markdown }
    : { kind: 'plaintext', value: plainText(markdown) };
  return { contents, range: lines.range(start, end) };
}
