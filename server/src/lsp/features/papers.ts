/**
 * The case to read and to take along. Requests of our own:
 * - `vangnet/readable` `{ textDocument: { uri }, language?, withCase? }` → {@link ReadableAnswer} or null
 * - `vangnet/export` `{ textDocument: { uri }, what, to, language? }` → {@link ExportAnswer} or null
 */

import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../../core/steps.js';
import { isLanguage, type Language, say } from '../../core/words/words.js';
import { casePaper } from '../../features/papers/case-paper.js';
import { FORMATS, type Format, WHATS, type What } from '../../features/papers/choices.js';
import { exportCase, exportName, type Run } from '../../features/papers/export.js';
import { htmlBody } from '../../features/papers/html.js';
import { BODY_STYLE } from '../../features/papers/style.js';
import { readableSteps } from '../../features/readable/readable.js';
import type { ReadableCase } from '../../features/readable/types.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { isRecord } from '../arguments.js';
import type { Feature, Host } from '../feature.js';
import { InTurn, unlessCancelled } from '../schedule.js';

export interface ReadableAnswer {
  /** Of the document that it was made from. */
  readonly version: number | undefined;
  readonly language: Language;
  /** Left out where `withCase` is false: of a large case it is more than the page. */
  readonly case?: ReadableCase;
  /** An `article` for a page of the client's own, and the style that belongs to it. */
  readonly html: string;
  readonly style: string;
}

export interface ExportAnswer {
  /** A name for the file, to be put beside the case. */
  readonly name: string;
  /** One of both: text as it is to be saved, in UTF-8, or bytes. */
  readonly text?: string;
  readonly base64?: string;
}

export const papers: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/readable', async (params: unknown, token) => {
      const { uri, language, withCase } = documentIn(params);
      const analysis = await host.answer<Analysis | null>(uri, token, null, (newest) => newest);
      if (!analysis) return null;
      const shown = language ?? host.languageFor(analysis);
      const steps = readableAnswer(analysis, shown, host.versionOf(uri), withCase);
      return await host.behind(steps, token, uri);
    });
    const inTurn = new InTurn();
    connection.onRequest('vangnet/export', (params: unknown, token) => {
      const { uri, language } = documentIn(params);
      const asked = { uri, language, ...choicesIn(params) };
      const work = inTurn.after(() => exportAnswer(asked, token, host));
      return unlessCancelled(work, token).catch((error: unknown) => {
        throw host.failure(error);
      });
    });
  },
};

function* readableAnswer(
  analysis: Analysis,
  language: Language,
  version: number | undefined,
  withCase: boolean,
): Steps<ReadableAnswer> {
  const told = yield* readableSteps(analysis, language);
  const html = yield* htmlBody(yield* casePaper(told));
  return { version, language, ...(withCase ? { case: told } : {}), html, style: BODY_STYLE };
}

interface Asked {
  readonly uri: string;
  readonly language: Language | undefined;
  readonly what: What;
  readonly to: Format;
}

async function exportAnswer(
  { uri, language, what, to }: Asked,
  token: CancellationToken,
  host: Host,
): Promise<ExportAnswer | null> {
  const analysis = await newestOf(uri, token, host);
  if (!analysis) return null;
  // A paper goes to others: it is in the language of the case, not of the person who makes it.
  const options = { what, to, language: language ?? analysis.draft.language };
  const run: Run = (steps) => host.behind(steps, token);
  const made = await exportCase(analysis, { ...options, stamp: new Date() }, host.loadWriters(), run);
  if ('problem' in made)
    throw new ResponseError(LSPErrorCodes.RequestFailed, say(made.problem, host.languageFor(analysis)));
  const name = exportName(fileNameOf(uri), options);
  return typeof made.content === 'string'
    ? { name, text: made.content }
    : { name, base64: base64Of(made.content) };
}

/** Whoever types meanwhile gets a paper all the same: of what is there once it is read. */
async function newestOf(uri: string, token: CancellationToken, host: Host): Promise<Analysis | null> {
  const session = host.session(uri);
  if (!session) return null;
  const analysis = await host.waitedFor(unlessCancelled(session.analysis(), token));
  return analysis.document.isRefused ? null : analysis;
}

function documentIn(params: unknown): { uri: string; language: Language | undefined; withCase: boolean } {
  if (!isRecord(params) || !isRecord(params.textDocument) || typeof params.textDocument.uri !== 'string')
    throw invalid('textDocument: a document is expected');
  const { language } = params;
  if (language !== undefined && !isLanguage(language)) throw invalid('language: nl, en or de is expected');
  return { uri: params.textDocument.uri, language, withCase: params.withCase !== false };
}

function choicesIn(params: unknown): { what: What; to: Format } {
  const { what, to } = isRecord(params) ? params : {};
  const chosenWhat = WHATS.find((choice) => choice === what);
  const chosenFormat = FORMATS.find((choice) => choice === to);
  if (!chosenWhat) throw invalid(`what: one of ${WHATS.join(', ')} is expected`);
  if (!chosenFormat) throw invalid(`to: one of ${FORMATS.join(', ')} is expected`);
  return { what: chosenWhat, to: chosenFormat };
}

function invalid(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

function fileNameOf(uri: string): string {
  const last = uri.split(/[?#]/, 1).join('').split(/[/:]/).at(-1) ?? '';
  try {
    // What was escaped may hold a slash: a name never leads elsewhere.
    return decodeURIComponent(last).replaceAll(/[\\/:]/g, '-') || 'case';
  } catch {
    return last;
  }
}

/** In pieces, since a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
  return btoa(pieces.join(''));
}
