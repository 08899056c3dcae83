/** A request of our own: the case at a glance, for a side bar. Offsets become positions; the rest stays as it is. */

import type { Position } from 'vscode-languageserver';
import { type Overview, overviewOf } from '../../features/overview/overview.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { isRecord, notUnderstood } from '../arguments.js';
import type { Feature, Host } from '../feature.js';
import { firstSentenceApart } from '../to-lsp.js';

export const overview: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/overview', (params: unknown, token) => {
      if (!isRecord(params) || typeof params.uri !== 'string') throw notUnderstood();
      return host.answer(params.uri, token, null, (analysis) => placed(analysis, host));
    });
  },
};

function placed(analysis: Analysis, host: Host): object {
  const lines = host.lines(analysis);
  const at = (offset: number | undefined): Position | undefined =>
    offset === undefined ? undefined : lines.positionAt(offset);
  const told: Overview = overviewOf(analysis, host.languageFor(analysis));
  const spot = <T extends { readonly start: number; readonly end: number }>({ start, end, ...rest }: T) => ({
    ...rest,
    range: lines.range(start, end),
  });
  return {
    ...told,
    parts: told.parts.map(({ start, items, ...part }) => ({
      ...part,
      at: at(start),
      items: items.map(spot),
    })),
    findings: told.findings.map((finding) =>
      spot({ ...finding, message: firstSentenceApart(finding.message) }),
    ),
    exercise: told.exercise && { ...told.exercise, at: at(told.exercise.start) },
    deadlines: told.deadlines.map(({ start, ...deadline }) => ({ ...deadline, at: at(start) })),
  };
}
