import type { LinkedEditingRanges } from 'vscode-languageserver';
import { ID_PATTERN, linkedRanges } from '../../features/linked-editing.js';
import type { Feature } from '../feature.js';

export const linkedEditing: Feature = {
  capabilities: (can) => (can.linkedEditing ? { linkedEditingRangeProvider: true } : {}),
  serve: (connection, host) => {
    connection.languages.onLinkedEditingRange(({ textDocument: { uri }, position }, token) =>
      host.answerFromText<LinkedEditingRanges | null>(uri, token, null, (analysis) => {
        const lines = host.lines(analysis);
        const ranges = linkedRanges(analysis, lines.offsetAt(position));
        if (ranges.length === 0) return null;
        return { ranges: ranges.map(({ start, end }) => lines.range(start, end)), wordPattern: ID_PATTERN };
      }),
    );
  },
};
