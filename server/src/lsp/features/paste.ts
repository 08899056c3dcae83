/**
 * Requests of our own, for editors that let us make the edit of a paste or a drop:
 * - `vangnet/paste` `{ uri, range, text }` → {@link PasteAnswer} or null: paste the text as it is
 * - `vangnet/drop` `{ uri, paths }` → {@link DropAnswer} or null: letters or documents with those files
 */

import type { CancellationToken, Range } from 'vscode-languageserver';
import { say } from '../../core/words/words.js';
import { type DropKind, dropped, isRelativePath } from '../../features/paste/drop.js';
import { MOST_PASTED, type Pasted, pasteAt, tooLong } from '../../features/paste/paste.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { isPosition, isRecord, notUnderstood } from '../arguments.js';
import type { Feature, Host } from '../feature.js';

export type PasteAnswer =
  | {
      readonly as: Pasted['as'];
      readonly title: string;
      readonly version: number | null;
      readonly edit: OneEdit;
    }
  /** Why the text goes in as it is. */
  | { readonly problem: string };

export interface DropAnswer {
  readonly version: number | null;
  /** The likelier first. */
  readonly ways: readonly {
    readonly kind: DropKind;
    readonly title: string;
    readonly ids: readonly string[];
    readonly edit: OneEdit;
  }[];
}

interface OneEdit {
  readonly range: Range;
  readonly newText: string;
}

export const paste: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/paste', (params: unknown, token) => pasteFor(params, host, token));
    connection.onRequest('vangnet/drop', (params: unknown, token) => {
      if (!isRecord(params) || typeof params.uri !== 'string') throw notUnderstood();
      const { uri, paths } = params;
      if (!arePaths(paths)) throw notUnderstood();
      return host.answer<DropAnswer | null>(uri, token, null, (analysis) => ({
        version: host.versionOf(uri) ?? null,
        ways: dropped(analysis, paths).map(({ kind, ids, edit }) => ({
          kind,
          ids,
          title: say({ key: `paste.drop-${kind}` }, host.languageFor(analysis)),
          edit: converted(analysis, host, edit),
        })),
      }));
    });
  },
};

/** How many files can be dropped at once. */
const MOST_FILES = 50;

function arePaths(paths: unknown): paths is readonly string[] {
  if (!Array.isArray(paths) || paths.length === 0 || paths.length > MOST_FILES) return false;
  return paths.every((path) => typeof path === 'string' && isRelativePath(path));
}

function pasteFor(params: unknown, host: Host, token: CancellationToken): Promise<PasteAnswer | null> {
  if (!isRecord(params) || typeof params.uri !== 'string' || typeof params.text !== 'string')
    throw notUnderstood();
  const { uri, range } = params;
  const text = params.text;
  if (!isRange(range)) throw notUnderstood();
  return host.answer<PasteAnswer | null>(uri, token, null, (analysis) => {
    const language = host.languageFor(analysis);
    const lines = host.lines(analysis);
    const selection = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    const result = text.length > MOST_PASTED ? tooLong() : pasteAt(analysis, selection, text);
    if (!result) return null;
    if ('problem' in result) return { problem: say(result.problem, language) };
    const title = say({ key: `paste.as-${result.as}` }, language);
    return {
      as: result.as,
      title,
      version: host.versionOf(uri) ?? null,
      edit: converted(analysis, host, result.edit),
    };
  });
}

function converted(
  analysis: Analysis,
  host: Host,
  edit: { start: number; end: number; text: string },
): OneEdit {
  return { range: host.lines(analysis).range(edit.start, edit.end), newText: edit.text };
}

function isRange(value: unknown): value is Range {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}
