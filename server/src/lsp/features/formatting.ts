import {
  type CancellationToken,
  type DocumentRangeFormattingParams,
  type Range,
  TextEdit,
} from 'vscode-languageserver';
import type { CaseDocument } from '../../core/document.js';
import { formatEdits } from '../../features/format/format.js';
import type { LineSpan } from '../../features/format/layout.js';
import { typedEdits } from '../../features/format/on-type.js';
import type { Feature, Host } from '../feature.js';
import type { Lines } from '../positions.js';

type Options = DocumentRangeFormattingParams['options'];

export const formatting: Feature = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-'] },
  }),
  serve: (connection, host) => {
    connection.onDocumentFormatting(({ textDocument: { uri }, options }, token) =>
      formatted(host, uri, token, options),
    );
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, options, range }, token) =>
      formatted(host, uri, token, options, linesOf([range])),
    );
    connection.onDocumentRangesFormatting(({ textDocument: { uri }, options, ranges }, token) =>
      formatted(host, uri, token, options, linesOf(ranges)),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch, options }, token) =>
      host.answerFromText<TextEdit[]>(uri, token, [], (analysis) => {
        const offset = host.lines(analysis).offsetAt(position);
        return toLsp(host.lines(analysis), typedEdits(analysis, offset, ch, options.tabSize));
      }),
    );
  },
};

/** @param stretches the lines to keep to; the whole document by default */
function formatted(
  host: Host,
  uri: string,
  token: CancellationToken,
  { tabSize }: Options,
  stretches?: readonly LineSpan[],
): Promise<TextEdit[]> {
  const edits = (of: { readonly document: CaseDocument }) =>
    (stretches ?? [undefined]).flatMap((lines) =>
      toLsp(host.lines(of), formatEdits(of.document, { tabSize, ...(lines ? { lines } : {}) })),
    );
  return host.answerFromText<TextEdit[]>(uri, token, [], edits, edits);
}

/** Whole lines; stretches that touch become one. A selection of whole lines ends where the next line begins. */
function linesOf(ranges: readonly Range[]): LineSpan[] {
  const stretches: LineSpan[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start.line - b.start.line)) {
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    const before = stretches.at(-1);
    if (before && before.last + 1 >= start.line)
      stretches[stretches.length - 1] = { first: before.first, last: Math.max(before.last, last) };
    else stretches.push({ first: start.line, last });
  }
  return stretches;
}

function toLsp(lines: Lines, edits: ReturnType<typeof formatEdits>): TextEdit[] {
  return edits.map(({ start, end, text }) => TextEdit.replace(lines.range(start, end), text));
}
