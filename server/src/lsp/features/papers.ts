/**
 * The case to read and to take along. Requests of our own:
 * - `vangnet/readable` `{ textDocument: { uri }, language? }` → {@link ReadableAnswer} or null
 * - `vangnet/export` `{ textDocument: { uri }, what, to, language? }` → {@link ExportAnswer} or null
 */

import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isLanguage, type Language, say } from '../../core/words/words.js';
import { casePaperSteps } from '../../features/papers/case-paper.js';
import { FORMATS, type Format, WHATS, type What } from '../../features/papers/choices.js';
import { exportCase, exportName } from '../../features/papers/export.js';
import { htmlBody } from '../../features/papers/html.js';
import { BODY_STYLE } from '../../features/papers/style.js';
import { readableSteps } from '../../features/readable/readable.js';
import type { ReadableCase } from '../../features/readable/types.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { isRecord } from '../arguments.js';
import type { Feature } from '../feature.js';

export interface ReadableAnswer {
  /** Of the document that it was made from. */
  readonly version: number | undefined;
  readonly language: Language;
  readonly case: ReadableCase;
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
    connection.onRequest('vangnet/readable', (params: unknown, token) => {
      const { uri, language } = documentIn(params);
      return host.answerInSteps<ReadableAnswer | null>(uri, token, null, function* (analysis) {
        const told = yield* readableSteps(analysis, language ?? host.languageFor(analysis));
        const paper = yield* casePaperSteps(told);
        const html = htmlBody(paper);
        yield;
        return { version: host.versionOf(uri), language: told.language, case: told, html, style: BODY_STYLE };
      });
    });
    connection.onRequest('vangnet/export', async (params: unknown, token): Promise<ExportAnswer | null> => {
      const { uri, language } = documentIn(params);
      const { what, to } = choicesIn(params);
      const analysis = await host.answer<Analysis | null>(uri, token, null, (newest) => newest);
      if (!analysis) return null;
      // A paper goes to others: it is in the language of the case, not of the person who makes it.
      const options = { what, to, language: language ?? analysis.draft.language };
      const made = await exportCase(analysis, { ...options, stamp: new Date() }, host.loadWriters());
      if ('problem' in made)
        throw new ResponseError(LSPErrorCodes.RequestFailed, say(made.problem, host.languageFor(analysis)));
      const name = exportName(fileNameOf(uri), options);
      return typeof made.content === 'string'
        ? { name, text: made.content }
        : { name, base64: base64Of(made.content) };
    });
  },
};

function documentIn(params: unknown): { uri: string; language: Language | undefined } {
  if (!isRecord(params) || !isRecord(params.textDocument) || typeof params.textDocument.uri !== 'string')
    throw invalid('textDocument: a document is expected');
  const { language } = params;
  if (language !== undefined && !isLanguage(language)) throw invalid('language: nl, en or de is expected');
  return { uri: params.textDocument.uri, language };
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
