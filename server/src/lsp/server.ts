/** The language server: the protocol on one side, the core on the other, nothing worked out in between. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DidChangeWatchedFilesParams,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { keyOf } from '../core/addresses.js';
import { dayNumber } from '../core/dates.js';
import { isLanguage, type Language } from '../core/words/words.js';
import { ruleDocs } from '../features/rule-docs.js';
import type { Analysis, Inputs } from '../pipeline/analysis.js';
import { abilitiesOf } from './abilities.js';
import { CaseFilesOnDisk, type LookAtFiles } from './case-files.js';
import { isConfigFile, type LookForConfig, WorkspaceConfigs } from './configs.js';
import type { Host } from './feature.js';
import { FEATURES } from './features/all.js';
import { type CaseFolder, CaseFolders, folderOfClient } from './folder/case-folder.js';
import { CaseIndex } from './folder/case-index.js';
import { FolderDiagnostics } from './folder/folder-diagnostics.js';
import { DiagnosticsRegistration } from './folder/registration.js';
import { OpenDiagnostics } from './open-diagnostics.js';
import { Cancelled, Foreground, Stale, unlessCancelled } from './schedule.js';
import { applyChanges, CaseSession } from './sessions.js';
import { Settings } from './settings.js';
import { type Abilities, toDiagnostic } from './to-lsp.js';
import { isCaseName, isComingOrGoing, watchFiles } from './watching.js';

const CASE_LANGUAGE = 'vangnet-case';

/** How the disk is looked at; a browser has no way to. */
export interface Disk {
  readonly files: LookAtFiles;
  readonly config: LookForConfig;
  readonly folder: CaseFolder;
}

export function serve(connection: Connection, disk?: Disk): void {
  new Server(connection, disk).listen();
}

class Server {
  private readonly sessions = new Map<string, CaseSession>();
  private readonly settings = new Settings();
  private readonly foreground = new Foreground();
  private readonly files: CaseFilesOnDisk;
  private readonly configs: WorkspaceConfigs;
  private readonly index: CaseIndex;
  private readonly open: OpenDiagnostics;
  private readonly folder: FolderDiagnostics;
  private readonly registration: DiagnosticsRegistration;
  private abilities: Abilities = abilitiesOf(undefined);
  private isToldOfFiles = false;
  /** Goes up when anything but a text changes what is found or how it is said. */
  private revision = 0;

  constructor(
    private readonly connection: Connection,
    private readonly disk: Disk | undefined,
  ) {
    this.files = new CaseFilesOnDisk(disk?.files);
    this.configs = new WorkspaceConfigs(disk?.config, () => this.files.workspace);
    const ofClient = folderOfClient(connection);
    const folders = new CaseFolders(disk?.folder, () => (this.abilities.readsFiles ? ofClient : undefined));
    this.index = new CaseIndex(
      folders,
      () => this.files.workspace,
      () => this.isToldOfFiles,
    );
    const { files, configs, foreground, index } = this;
    const inside = {
      files,
      configs,
      foreground,
      index,
      abilities: () => this.abilities,
      session: (uri: string) => this.session(uri),
      today,
      revision: () => String(this.revision),
      language: () => this.language,
      diagnostics: (uri: string, analysis: Analysis) => this.diagnostics(uri, analysis),
      configDiagnostics: (uri: string) => this.configDiagnostics(uri),
      pause: () => foreground.pause(),
      report: (error: unknown) => this.report(error),
      failure: (error: unknown) => this.failure(error),
    };
    this.open = new OpenDiagnostics(connection, inside);
    this.folder = new FolderDiagnostics(connection, inside);
    this.registration = new DiagnosticsRegistration(connection);
  }

  /** What the features see of the server. */
  private readonly host: Host = {
    answer: (uri, token, nothing, make) => this.answer(uri, token, nothing, make),
    languageFor: (analysis) => this.languageFor(analysis),
    language: () => this.language,
    abilities: () => this.abilities,
    lines: ({ document }) => this.abilities.positions.in(document),
    versionOf: (uri) => this.session(uri)?.version,
    session: (uri) => this.session(uri),
    index: () => this.index,
    workspace: () => this.files.workspace ?? [],
    filesMoved: () => this.filesMoved(),
    checkFolder: (token) => this.checkFolder(token),
    failure: (error) => this.failure(error),
  };

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(({ settings }) => this.configure(settings));
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
      this.opened(uri, languageId, version, text),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
      this.changed(uri, version, contentChanges),
    );
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => this.closed(uri));
    connection.onDidChangeWatchedFiles((params) => this.filesChanged(params));
    const { diagnostics } = connection.languages;
    diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
      this.open.pull(uri, previousResultId, token),
    );
    diagnostics.onWorkspace((params, token, _progress, pieces) =>
      this.folder.pull(params, token, pieces).catch((error: unknown) => {
        throw this.failure(error);
      }),
    );
    for (const feature of FEATURES) feature.serve(connection, this.host);
    connection.onRequest('vangnet/ping', () => null);
    connection.onRequest('vangnet/ruleDocs', (params: unknown) => this.ruleDocs(params));
    connection.onShutdown(() => {
      this.folder.stop();
      for (const session of this.sessions.values()) session.close();
      this.sessions.clear();
    });
    connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.abilities = abilitiesOf(params);
    this.files.begin(params);
    this.settings.take(params.initializationOptions);
    const { scope } = this.settings;
    const capabilities = FEATURES.map((feature) => feature.capabilities(this.abilities));
    return {
      serverInfo: { name: 'Vangnet' },
      capabilities: {
        positionEncoding: this.abilities.positions.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...Object.assign({}, ...capabilities),
        diagnosticProvider: this.registration.begin(params, this.abilities, scope),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...Object.assign({}, ...capabilities.map(({ workspace }) => workspace)),
        },
      },
    };
  }

  private async initialized(): Promise<void> {
    const { connection, abilities } = this;
    if (abilities.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.files.changeFolders(added, removed);
        this.filesMoved();
      });
    this.folder.setScope(this.settings.scope);
    if (!this.settings.isKnown) await this.configure(undefined);
    if (abilities.watchedFiles && (this.disk || abilities.readsFiles))
      this.isToldOfFiles = await watchFiles(connection);
  }

  private filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    if (changes.some(isComingOrGoing)) this.index.forget();
    this.lookAgain();
    // That an open file was saved says nothing new of it.
    if (changes.some((change) => isComingOrGoing(change) || !this.session(change.uri))) this.folder.changed();
  }

  /** Files or folders are elsewhere than before, or others are looked at. */
  private filesMoved(): void {
    this.index.forget();
    this.lookAgain();
    this.folder.changed();
  }

  /** The disk may have changed: who sees something else now is told. */
  private lookAgain(): void {
    const cases = new Set([...this.files.lookAgain(), ...this.configs.lookAgain()]);
    const changed = [...cases].flatMap((uri) => this.session(uri) ?? []);
    if (changed.length > 0) this.tell(changed);
  }

  /** Clients that send no settings, only that there are other ones, are asked for them. */
  private async configure(sent: unknown): Promise<void> {
    let own = (sent as { vangnet?: unknown } | null | undefined)?.vangnet;
    if (own === undefined && this.abilities.configuration)
      own = await this.connection.workspace.getConfiguration('vangnet').catch(() => undefined);
    const before = { ...this.settings.now };
    this.settings.take(own);
    const { language, scope, trusted } = this.settings.now;
    if (trusted !== before.trusted) {
      this.files.trust(trusted);
      this.filesMoved();
    } else this.lookAgain();
    if (language !== before.language) {
      this.revision++;
      this.tell(this.sessions.values());
      this.folder.changed();
    }
    if (scope !== before.scope) this.checks(scope);
  }

  private checks(scope: Settings['scope']): void {
    this.registration.follow(scope, this.abilities);
    this.folder.setScope(scope);
  }

  private checkFolder(token: CancellationToken) {
    this.settings.now.scope = 'all';
    this.registration.follow('all', this.abilities);
    return this.folder.checkAll(token);
  }

  /** Something else is found or said in these than the client knows. */
  private tell(sessions: Iterable<CaseSession>): void {
    if (this.abilities.refreshDiagnostics) this.connection.languages.diagnostics.refresh();
    for (const feature of FEATURES) feature.refresh?.(this.connection, this.abilities);
    for (const session of sessions) this.open.push(session);
  }

  private session(uri: string): CaseSession | undefined {
    return this.sessions.get(keyOf(uri));
  }

  private inputs(uri: string): Inputs & { revision: string } {
    const { states, stamp } = this.files.of(uri);
    const { config, stamp: configured } = this.configs.of(uri);
    const revision = `${this.revision}.${stamp}.${configured}.${today()}`;
    return { settings: config.settings, today: today(), files: states, revision };
  }

  private opened(uri: string, languageId: string, version: number, text: string): void {
    this.session(uri)?.close();
    if (isConfigFile(uri)) this.editConfig(uri, text);
    if (!isCaseFile(uri, languageId)) return;
    const session = new CaseSession(uri, version, text, this.abilities.positions, () => this.inputs(uri));
    this.sessions.set(keyOf(uri), session);
    this.folder.opened(uri);
    this.open.push(session);
    // Nothing else is looked at before its first answer is ready.
    this.foreground.during(session.analysis()).catch((error: unknown) => this.report(error));
  }

  private changed(uri: string, version: number, changes: Parameters<CaseSession['change']>[0]): void {
    const known = this.configs.textOf(uri);
    if (known !== undefined) this.editConfig(uri, applyChanges(known, changes, this.abilities.positions));
    const session = this.session(uri);
    if (!session) return;
    session.change(changes, version);
    this.open.push(session);
  }

  private closed(uri: string): void {
    if (this.configs.textOf(uri) !== undefined) {
      this.configs.close(uri);
      this.configChanged(uri);
    }
    const session = this.session(uri);
    if (!session) return;
    session.close();
    this.sessions.delete(keyOf(uri));
    this.files.forget(uri);
    this.configs.forget(uri);
    this.open.closed(uri);
    this.folder.closedFile(uri);
  }

  private editConfig(uri: string, text: string): void {
    this.configs.edit(uri, text);
    this.configChanged(uri);
  }

  /** What is odd in an open configuration; and the cases that it holds for are checked by it at once. */
  private configChanged(uri: string): void {
    this.open.pushConfig(uri);
    this.lookAgain();
    this.folder.changed();
  }

  private configDiagnostics(uri: string): Diagnostic[] {
    if (this.configs.textOf(uri) === undefined) return [];
    return this.configs.diagnostics(uri, this.language, this.abilities.positions);
  }

  private diagnostics(uri: string, analysis: Analysis): Diagnostic[] {
    const language = this.languageFor(analysis);
    return analysis.findings.map((finding) => toDiagnostic(analysis, finding, uri, language, this.abilities));
  }

  /** The person's language; where nothing says it, English. */
  private get language(): Language {
    const { language } = this.settings.now;
    return language === 'auto' ? 'en' : language;
  }

  /** The person's language; where nothing says it, the file's own; else English. */
  private languageFor({ model, draft }: Pick<Analysis, 'model' | 'draft'>): Language {
    if (this.settings.now.language === 'auto' && model.case) return draft.language;
    return this.language;
  }

  private ruleDocs(params: unknown): string | null {
    const { rule, language } = (params ?? {}) as { rule?: unknown; language?: unknown };
    if (typeof rule !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, 'rule: a rule id is expected');
    return ruleDocs(rule, isLanguage(language) ? language : this.language) ?? null;
  }

  /** An answer from the present version; when a newer one comes meanwhile the client is told to ask again. */
  private async answer<T>(
    uri: string,
    token: CancellationToken,
    nothing: T,
    make: (analysis: Analysis) => T,
  ): Promise<T> {
    const session = this.session(uri);
    if (!session) return nothing;
    const asked = session.version;
    try {
      const analysis = await this.foreground.during(unlessCancelled(session.analysis(asked), token));
      if (session.version !== asked) throw new Stale();
      return make(analysis);
    } catch (error) {
      throw this.failure(error);
    }
  }

  private failure(error: unknown): ResponseError<void> {
    if (error instanceof ResponseError) return error as ResponseError<void>;
    if (error instanceof Stale) return new ResponseError(LSPErrorCodes.ContentModified, 'modified');
    if (error instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    this.report(error);
    return new ResponseError(ErrorCodes.InternalError, 'internal error');
  }

  /** Where something went wrong, never on what text: logs hold no case content. */
  private report(error: unknown): void {
    if (error instanceof Stale || error instanceof Cancelled) return;
    const stack =
      error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    this.connection.console.error(
      `${error instanceof Error ? error.name : 'error'}\n${stack.slice(0, 12).join('\n')}`,
    );
  }
}

function isCaseFile(uri: string, languageId: string): boolean {
  return (languageId === CASE_LANGUAGE || isCaseName(uri)) && !uri.startsWith('git:');
}

/** In days since 1970-01-01. */
function today(): number {
  const now = new Date();
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
