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
import { localDay } from '../core/dates.js';
import { splitByteOrderMark } from '../core/text.js';
import { isLanguage, type Language } from '../core/words/words.js';
import type { LoadWriters } from '../features/papers/writers.js';
import { ruleDocs } from '../features/rule-docs.js';
import type { Analysis, Inputs } from '../pipeline/analysis.js';
import type { ReadConfig } from '../pipeline/config.js';
import { abilitiesOf } from './abilities.js';
import { CaseFilesOnDisk, type LookAtFiles, watchFiles } from './case-files.js';
import { configDiagnostics, isConfigFile, type LookForConfig, WorkspaceConfigs } from './configs.js';
import type { Host } from './feature.js';
import { FEATURES } from './features/all.js';
import { Stale } from './schedule.js';
import { applyChanges, CaseSession } from './sessions.js';
import { type Abilities, SOURCE, toDiagnostic } from './to-lsp.js';

const CASE_LANGUAGE = 'vangnet-case';
const CASE_NAME = /\.(?:case|zaak)\.ya?ml$/i;

/** How the disk is looked at; a browser has no way to. */
export interface Disk {
  readonly files: LookAtFiles;
  readonly config: LookForConfig;
}

export function serve(connection: Connection, disk?: Disk, loadWriters?: LoadWriters): void {
  const files = new CaseFilesOnDisk(disk?.files);
  const server = new Server(
    connection,
    files,
    new WorkspaceConfigs(disk?.config, () => files.workspace),
    loadWriters,
  );
  server.listen();
}

class Server {
  private readonly sessions = new Map<string, CaseSession>();
  private abilities: Abilities = abilitiesOf(undefined);
  private language: Language | 'auto' = 'auto';
  /** Goes up when anything but a text changes what is found or how it is said. */
  private revision = 0;

  constructor(
    private readonly connection: Connection,
    private readonly files: CaseFilesOnDisk,
    private readonly configs: WorkspaceConfigs,
    private readonly loadWriters: LoadWriters | undefined,
  ) {}

  /** What the features see of the server. */
  private readonly host: Host = {
    answer: (uri, token, nothing, make, ofConfig) => this.answer(uri, token, nothing, make, ofConfig),
    languageFor: (document) => this.languageFor(document),
    abilities: () => this.abilities,
    versionOf: (uri) => this.sessions.get(uri)?.version ?? this.configs.opened(uri)?.version,
    loadWriters: () => this.loadWriters,
  };

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() =>
      watchFiles(connection, this.files, this.abilities, () => this.lookAgain()),
    );
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
    this.files.begin(params);
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
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  /** The disk may have changed: who sees something else now is told. */
  private lookAgain(): void {
    const cases = new Set([...this.files.lookAgain(), ...this.configs.lookAgain()]);
    const changed = [...cases].flatMap((uri) => this.sessions.get(uri) ?? []);
    if (changed.length > 0) this.tell(changed);
  }

  private configure(settings: unknown): void {
    const own = (settings as { vangnet?: { language?: unknown; trusted?: unknown } } | null)?.vangnet;
    this.files.trust(own?.trusted);
    this.lookAgain();
    const language = languageFrom(own?.language);
    if (language === this.language) return;
    this.language = language;
    this.revision++;
    this.tell(this.sessions.values());
  }

  /** Something else is found or said in these than the client knows. */
  private tell(sessions: Iterable<CaseSession>): void {
    if (this.abilities.refreshDiagnostics) this.connection.languages.diagnostics.refresh();
    for (const feature of FEATURES) feature.refresh?.(this.connection, this.abilities);
    if (!this.abilities.pullDiagnostics) for (const session of sessions) this.push(session);
  }

  private inputs(uri: string): Inputs & { revision: string } {
    const today = localDay(new Date());
    const { states, stamp } = this.files.of(uri);
    const { config, stamp: configured } = this.configs.of(uri);
    const revision = `${this.revision}.${stamp}.${configured}`;
    return { settings: config.settings, today, files: states, revision };
  }

  private open(uri: string, languageId: string, version: number, text: string): void {
    this.sessions.get(uri)?.close();
    if (isConfigFile(uri)) this.editConfig(uri, text, version);
    if (!isCaseFile(uri, languageId)) return;
    const session = new CaseSession(uri, languageId, version, splitByteOrderMark(text).text, () =>
      this.inputs(uri),
    );
    this.sessions.set(uri, session);
    this.push(session);
  }

  private change(uri: string, version: number, changes: Parameters<CaseSession['change']>[0]): void {
    const known = this.configs.opened(uri);
    if (known) this.editConfig(uri, applyChanges(known.text, changes), version);
    const session = this.sessions.get(uri);
    if (!session) return;
    session.change(changes, version);
    this.push(session);
  }

  private close(uri: string): void {
    if (this.configs.opened(uri)) this.closeConfig(uri);
    const session = this.sessions.get(uri);
    if (!session) return;
    session.close();
    this.sessions.delete(uri);
    this.files.forget(uri);
    this.configs.forget(uri);
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
    if (!session) return { kind: DocumentDiagnosticReportKind.Full, items: this.configDiagnostics(uri) };
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

  /** What is odd in an open configuration; and the cases that it holds for are checked by it at once. */
  private editConfig(uri: string, text: string, version: number): void {
    this.configs.edit(uri, text, version);
    this.pushConfig(uri);
    this.lookAgain();
  }

  private closeConfig(uri: string): void {
    this.configs.close(uri);
    this.pushConfig(uri);
    this.lookAgain();
  }

  private pushConfig(uri: string): void {
    if (this.abilities.pullDiagnostics) return;
    void this.connection.sendDiagnostics({ uri, diagnostics: this.configDiagnostics(uri) });
  }

  private configDiagnostics(uri: string): Diagnostic[] {
    const read = this.configs.opened(uri)?.read;
    return read ? configDiagnostics(read, this.languageFor(read)) : [];
  }

  private diagnostics(session: CaseSession, analysis: Analysis): Diagnostic[] {
    const language = this.languageFor(analysis);
    return analysis.findings.map((finding) =>
      toDiagnostic(analysis, finding, session.uri, language, this.abilities),
    );
  }

  /** The person's language; where nothing says it, the file's own; else English. */
  private languageFor(document: Analysis | ReadConfig): Language {
    if (this.language !== 'auto') return this.language;
    if ('config' in document) return document.config.language ?? 'en';
    return document.model.case ? document.draft.language : 'en';
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
    ofConfig?: (config: ReadConfig) => T,
  ): Promise<T> {
    const session = this.sessions.get(uri);
    const config = this.configs.opened(uri)?.read;
    if (!session && !(config && ofConfig)) return nothing;
    const asked = session?.version;
    try {
      if (!session) return config && ofConfig ? ofConfig(config) : nothing;
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
