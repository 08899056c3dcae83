import type { TypeHierarchyItem } from 'vscode-languageserver';
import { type HierarchyItem, hierarchyItemAt, hierarchyStep } from '../../features/hierarchy.js';
import { isRecord, notUnderstood } from '../arguments.js';
import type { Feature } from '../feature.js';
import type { Lines } from '../positions.js';
import { symbolKind } from './outline.js';

/** What an item speaks for stands above it, what speaks for it below: claim, circumstances, evidence and arguments. */
export const hierarchy: Feature = {
  capabilities: ({ reading }) => (reading.typeHierarchy ? { typeHierarchyProvider: true } : {}),
  serve: (connection, host) => {
    const { typeHierarchy } = connection.languages;
    typeHierarchy.onPrepare(({ textDocument: { uri }, position }, token) =>
      host.answerFromText<TypeHierarchyItem[] | null>(uri, token, null, (analysis) => {
        const offset = host.lines(analysis).offsetAt(position);
        const item = hierarchyItemAt(analysis, offset, host.languageFor(analysis));
        return item ? [toItem(item, uri, host.lines(analysis))] : null;
      }),
    );
    const step =
      (direction: 'carries' | 'carriedBy') =>
      ({ item: { uri, data } }: { item: TypeHierarchyItem }, token: Parameters<typeof host.answer>[1]) => {
        if (!isRecord(data) || typeof data.id !== 'string') throw notUnderstood();
        const { id } = data;
        return host.answerFromText<TypeHierarchyItem[]>(uri, token, [], (analysis) =>
          hierarchyStep(analysis, id, direction, host.languageFor(analysis)).map((item) =>
            toItem(item, uri, host.lines(analysis)),
          ),
        );
      };
    typeHierarchy.onSupertypes(step('carries'));
    typeHierarchy.onSubtypes(step('carriedBy'));
  },
};

function toItem(item: HierarchyItem, uri: string, lines: Lines): TypeHierarchyItem {
  return {
    name: item.name,
    detail: item.detail,
    kind: symbolKind(item.kind),
    uri,
    range: lines.range(item.start, item.end),
    selectionRange: lines.range(item.nameStart, item.nameEnd),
    data: { id: item.id },
  };
}
