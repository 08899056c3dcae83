import {
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type SelectionRange,
} from 'vscode-languageserver';
import type { CaseDocument } from '../../core/document.js';
import { foldsOf, stretchesAt } from '../../features/ranges.js';
import type { Feature } from '../feature.js';

export const ranges: Feature = {
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  serve: (connection, host) => {
    connection.onFoldingRanges(({ textDocument: { uri } }, token) => {
      const folds = ({ document }: { readonly document: CaseDocument }) =>
        toFolds(document, host.abilities().mostFolds);
      return host.answer<FoldingRange[]>(uri, token, [], folds, folds);
    });
    connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) => {
      const stretches = ({ document }: { readonly document: CaseDocument }) =>
        positions.map((position) => toStretches(document, position));
      return host.answer<SelectionRange[]>(uri, token, [], stretches, stretches);
    });
  },
};

function toFolds(document: CaseDocument, most: number): FoldingRange[] {
  return foldsOf(document)
    .slice(0, most)
    .map(({ first, last, kind }) => ({
      startLine: first,
      endLine: last,
      ...(kind ? { kind: FoldingRangeKind.Comment } : {}),
    }));
}

function toStretches(document: CaseDocument, position: Position): SelectionRange {
  const outwards = stretchesAt(document, document.lines.offsetAt(position)).toReversed();
  return outwards.reduce<SelectionRange | undefined>(
    (parent, { start, end }) => ({
      range: document.lines.range(start, end),
      ...(parent ? { parent } : {}),
    }),
    undefined,
  ) as SelectionRange;
}
