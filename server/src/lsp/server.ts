/** The language server: the protocol on one side, the core on the other, nothing worked out in between. */

import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { dayNumber } from '../core/dates.js';
import { splitByteOrderMark } from '../core/text.js';
import { isLanguage, type Language } from '../core/words/words.js';
import { ruleDocs } from '../features/rule-docs.js';
import { type Analysis, DEFAULT_SETTINGS, type Inputs } from '../pipeline/analysis.js';
import { abilitiesOf } from './abilities.js';
import type { Host } from './feature.js';
import { FEATURES } from './features/all.js';
import { Stale } from './schedule.js';
import { CaseSession } from './sessions.js';
import { type Abilities, SOURCE, toDiagnostic } from './to-lsp.js';

const CASE_LANGUAGE = 'vangnet-case';
const CASE_NAME = /\.(?:case|zaak)\.ya?ml$/i;

export function serve(connection: Connection): void {
  const server = new Server(connection);
  server.listen();
}

class Server {
  private readonly sessions = new Map<string, CaseSession>();
  private abilities: Abilities = abilitiesOf(undefined);
  private language: Language | 'auto' = 'auto';
  /** Goes up when anything but a text changes what is found or how it is said. */
  private revision = 0;

  constructor(private readonly connection: Connection) {}

  /** What the features see of the server. */
  private readonly host: Host = {
    answer: (uri, token, nothing, make) => this.answer(uri, token, nothing, make),
    languageFor: (analysis) => this.languageFor(analysis),
    abilities: () => this.abilities,
    versionOf: (uri) => this.sessions.get(uri)?.version,
  };

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onDidChangeConfiguration(({ settings }) => this.configure(settings));
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
      this.open(uri, languageId, version, text),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
      this.change(uri, version, contentChanges),
    );
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => this.close(uri));
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) =>
      this.pull(uri, previousResultId),
    );
    for (const feature of FEATURES) feature.serve(connection, this.host);
    connection.onRequest('vangnet/ping', () => null);
    connection.onRequest('vangnet/ruleDocs', (params: unknown) => this.ruleDocs(params));
    connection.onShutdown(() => {
      for (const session of this.sessions.values()) session.close();
      this.sessions.clear();
    });
    connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.abilities = abilitiesOf(params);
    this.language = languageFrom(
      (params.initializationOptions as { language?: unknown } | undefined)?.language,
    );
    return {
      serverInfo: { name: 'Vangnet' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...Object.assign({}, ...FEATURES.map((feature) => feature.capabilities(this.abilities))),
        diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
      },
    };
  }

  private configure(settings: unknown): void {
    const language = languageFrom(
      (settings as { vangnet?: { language?: unknown } } | null)?.vangnet?.language,
    );
    if (language === this.language) return;
    this.language = language;
    this.revision++;
    if (this.abilities.refreshDiagnostics) this.connection.languages.diagnostics.refresh();
    if (!this.abilities.pullDiagnostics) for (const session of this.sessions.values()) this.push(session);
  }

  private inputs(): Inputs & { revision: number } {
    const now = new Date();
    const today = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
    return { settings: DEFAULT_SETTINGS, today, revision: this.revision };
  }

  private open(uri: string, languageId: string, version: number, text: string): void {
    this.sessions.get(uri)?.close();
    if (!isCaseFile(uri, languageId)) return;
    const session = new CaseSession(uri, languageId, version, splitByteOrderMark(text).text, () =>
      this.inputs(),
    );
    this.sessions.set(uri, session);
    this.push(session);
  }

  private change(uri: string, version: number, changes: Parameters<CaseSession['change']>[0]): void {
    const session = this.sessions.get(uri);
    if (!session) return;
    session.change(changes, version);
    this.push(session);
  }

  private close(uri: string): void {
    const session = this.sessions.get(uri);
    if (!session) return;
    session.close();
    this.sessions.delete(uri);
    if (!this.abilities.pullDiagnostics) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Sends what is found without being asked: only to clients that can't ask, or they would show it twice. */
  private push(session: CaseSession): void {
    if (this.abilities.pullDiagnostics) return;
    session.analysis().then(
      (analysis) =>
        this.connection.sendDiagnostics({
          uri: session.uri,
          version: session.version,
          diagnostics: this.diagnostics(session, analysis),
        }),
      (error: unknown) => this.report(error),
    );
  }

  private async pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    const session = this.sessions.get(uri);
    if (!session) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (previousResultId === session.resultId)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
    try {
      const analysis = await session.analysis();
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId: session.resultId,
        items: this.diagnostics(session, analysis),
      };
    } catch (error) {
      if (error instanceof Stale) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      throw this.failure(error);
    }
  }

  private diagnostics(session: CaseSession, analysis: Analysis): Diagnostic[] {
    const language = this.languageFor(analysis);
    return analysis.findings.map((finding) =>
      toDiagnostic(analysis, finding, session.uri, language, this.abilities),
    );
  }

  /** The person's language; where nothing says it, the file's own; else English. */
  private languageFor(analysis: Analysis): Language {
    if (this.language !== 'auto') return this.language;
    return analysis.model.case ? analysis.draft.language : 'en';
  }

  private ruleDocs(params: unknown): string | null {
    const { rule, language } = (params ?? {}) as { rule?: unknown; language?: unknown };
    if (typeof rule !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, 'rule: a rule id is expected');
    return (
      ruleDocs(rule, isLanguage(language) ? language : this.language === 'auto' ? 'en' : this.language) ??
      null
    );
  }

  /** An answer from the present version; when a newer one comes meanwhile the client is told to ask again. */
  private async answer<T>(
    uri: string,
    token: { readonly isCancellationRequested: boolean },
    nothing: T,
    make: (analysis: Analysis) => T,
  ): Promise<T> {
    const session = this.sessions.get(uri);
    if (!session) return nothing;
    const asked = session.version;
    try {
      const analysis = await session.analysis();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (session.version !== asked) throw new ResponseError(LSPErrorCodes.ContentModified, 'modified');
      return make(analysis);
    } catch (error) {
      throw this.failure(error);
    }
  }

  private failure(error: unknown): ResponseError<void> {
    if (error instanceof ResponseError) return error as ResponseError<void>;
    if (error instanceof Stale) return new ResponseError(LSPErrorCodes.ContentModified, 'modified');
    this.report(error);
    return new ResponseError(ErrorCodes.InternalError, 'internal error');
  }

  /** Where something went wrong, never on what text: logs hold no case content. */
  private report(error: unknown): void {
    if (error instanceof Stale) return;
    const stack =
      error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    this.connection.console.error(
      `${error instanceof Error ? error.name : 'error'}\n${stack.slice(0, 12).join('\n')}`,
    );
  }
}

function isCaseFile(uri: string, languageId: string): boolean {
  return (languageId === CASE_LANGUAGE || CASE_NAME.test(uri)) && !uri.startsWith('git:');
}

function languageFrom(value: unknown): Language | 'auto' {
  return isLanguage(value) ? value : 'auto';
}
