import {
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type SelectionRange,
} from 'vscode-languageserver';
import type { CaseDocument } from '../../core/document.js';
import { foldsOf, stretchesAt } from '../../features/ranges.js';
import type { Feature } from '../feature.js';
import type { Lines } from '../positions.js';

export const ranges: Feature = {
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  serve: (connection, host) => {
    connection.onFoldingRanges(({ textDocument: { uri } }, token) => {
      const folds = ({ document }: { readonly document: CaseDocument }) =>
        toFolds(document, host.abilities().mostFolds);
      return host.answerFromText<FoldingRange[]>(uri, token, [], folds, folds);
    });
    connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) => {
      const stretches = (of: { readonly document: CaseDocument }) =>
        positions.map((position) => toStretches(of.document, host.lines(of), position));
      return host.answerFromText<SelectionRange[]>(uri, token, [], stretches, stretches);
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

function toStretches(document: CaseDocument, lines: Lines, position: Position): SelectionRange {
  const outwards = stretchesAt(document, lines.offsetAt(position)).toReversed();
  return outwards.reduce<SelectionRange | undefined>(
    (parent, { start, end }) => ({
      range: lines.range(start, end),
      ...(parent ? { parent } : {}),
    }),
    undefined,
  ) as SelectionRange;
}
