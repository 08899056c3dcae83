import { type FoldingRange, FoldingRangeKind, type SelectionRange } from 'vscode-languageserver';
import { foldsOf, stretchesAt } from '../../features/ranges.js';
import type { Feature } from '../feature.js';

export const ranges: Feature = {
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  serve: (connection, host) => {
    connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
      host.answer<FoldingRange[]>(uri, token, [], ({ document }) =>
        foldsOf(document)
          .slice(0, host.abilities().mostFolds)
          .map(({ first, last, kind }) => ({
            startLine: first,
            endLine: last,
            ...(kind ? { kind: FoldingRangeKind.Comment } : {}),
          })),
      ),
    );
    connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
      host.answer<SelectionRange[]>(uri, token, [], (analysis) => {
        const lines = host.lines(analysis);
        return positions.map((position) => {
          const outwards = stretchesAt(analysis.document, lines.offsetAt(position)).toReversed();
          return outwards.reduce<SelectionRange | undefined>(
            (parent, { start, end }) => ({
              range: lines.range(start, end),
              ...(parent ? { parent } : {}),
            }),
            undefined,
          ) as SelectionRange;
        });
      }),
    );
  },
};
