import { type InlayHint, LSPErrorCodes, type MarkupContent, ResponseError } from 'vscode-languageserver';
import { say } from '../../core/words/words.js';
import { type Hint, hintsOf, tooltipOf } from '../../features/hints/hints.js';
import { plainText } from '../../features/markdown.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { isRecord, notUnderstood } from '../arguments.js';
import type { Feature, Host } from '../feature.js';

export const hints: Feature = {
  capabilities: ({ reading }) =>
    reading.hints ? { inlayHintProvider: { resolveProvider: reading.lazyTooltips } } : {},
  serve: (connection, host) => {
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
      host.answerFromText<InlayHint[]>(uri, token, [], (analysis) => {
        const lines = host.lines(analysis);
        const start = lines.offsetAt(range.start);
        const end = lines.offsetAt(range.end);
        return hintsOf(analysis).flatMap((hint, index) =>
          hint.at < start || hint.at > end ? [] : [toInlayHint(hint, index, uri, analysis, host)],
        );
      }),
    );
    connection.languages.inlayHint.resolve((hint, token) => {
      const { data } = hint;
      if (!isRecord(data) || typeof data.uri !== 'string') throw notUnderstood();
      const { uri, version, index } = data;
      return host.answerFromText<InlayHint>(uri, token, hint, (analysis) => {
        const found = version === host.versionOf(uri) ? hintsOf(analysis)[Number(index)] : undefined;
        if (!found) throw new ResponseError(LSPErrorCodes.ContentModified, 'modified');
        return { ...hint, tooltip: tooltip(found, analysis, host) };
      });
    });
  },
  refresh: (connection, { reading }) => {
    if (reading.refreshHints) connection.languages.inlayHint.refresh().catch(() => undefined);
  },
};

function toInlayHint(hint: Hint, index: number, uri: string, analysis: Analysis, host: Host): InlayHint {
  return {
    position: host.lines(analysis).positionAt(hint.at),
    label: say(hint.label, host.languageFor(analysis)),
    paddingLeft: true,
    ...(host.abilities().reading.lazyTooltips
      ? { data: { uri, version: host.versionOf(uri), index } }
      : { tooltip: tooltip(hint, analysis, host) }),
  };
}

function tooltip(hint: Hint, analysis: Analysis, host: Host): string | MarkupContent {
  const markdown = tooltipOf(hint, host.languageFor(analysis));
  return host.abilities().hoverMarkdown ? { kind: 'markdown', value: markdown } : plainText(markdown);
}
