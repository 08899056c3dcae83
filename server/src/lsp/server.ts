/** The language server: the protocol on one side, the core on the other, nothing worked out in between. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { keyOf } from '../core/addresses.js';
import { localDay } from '../core/dates.js';
import { isLanguage, type Language } from '../core/words/words.js';
import type { LoadWriters } from '../features/papers/writers.js';
import { ruleDocs } from '../features/rule-docs.js';
import type { Analysis, Inputs } from '../pipeline/analysis.js';
import type { ReadConfig } from '../pipeline/config.js';
import { abilitiesOf } from './abilities.js';
import { CaseFilesOnDisk, type LookAtFiles } from './case-files.js';
import { configDiagnostics, isConfigFile, type LookForConfig, WorkspaceConfigs } from './configs.js';
import { Failures } from './failures.js';
import type { Host } from './feature.js';
import { FEATURES } from './features/all.js';
import { type CaseFolder, CaseFolders, folderOfClient } from './folder/case-folder.js';
import { CaseIndex } from './folder/case-index.js';
import { ConfigsOfClient } from './folder/client-configs.js';
import { FolderDiagnostics } from './folder/folder-diagnostics.js';
import { Following } from './folder/following.js';
import { DiagnosticsRegistration } from './folder/registration.js';
import { OpenDiagnostics } from './open-diagnostics.js';
import { Foreground, Stale, unlessCancelled } from './schedule.js';
import { applyChanges, CaseSession } from './sessions.js';
import { Settings } from './settings.js';
import { type Abilities, toDiagnostic } from './to-lsp.js';
import { isCaseName } from './watching.js';

const CASE_LANGUAGE = 'vangnet-case';

/** How the disk is looked at; a browser has no way to. */
export interface Disk {
  readonly files: LookAtFiles;
  readonly config: LookForConfig;
  readonly folder: CaseFolder;
}

export function serve(connection: Connection, disk?: Disk, loadWriters?: LoadWriters): void {
  new Server(connection, disk, loadWriters).listen();
}

class Server {
  private readonly sessions = new Map<string, CaseSession>();
  private readonly settings = new Settings();
  private readonly foreground = new Foreground();
  private readonly files: CaseFilesOnDisk;
  private readonly configs: WorkspaceConfigs;
  private readonly clientConfigs: ConfigsOfClient;
  private readonly index: CaseIndex;
  private readonly open: OpenDiagnostics;
  private readonly folder: FolderDiagnostics;
  private readonly registration: DiagnosticsRegistration;
  private readonly following: Following;
  private readonly failures: Failures;
  private abilities: Abilities = abilitiesOf(undefined);
  /** Goes up when anything but a text changes what is found or how it is said. */
  private revision = 0;

  constructor(
    private readonly connection: Connection,
    disk: Disk | undefined,
    private readonly loadWriters: LoadWriters | undefined,
  ) {
    this.failures = new Failures(connection);
    this.files = new CaseFilesOnDisk(disk?.files);
    const ofClient = folderOfClient(connection);
    this.clientConfigs = new ConfigsOfClient(connection, ofClient);
    this.configs = new WorkspaceConfigs(
      (caseFile, folders) => disk?.config(caseFile, folders) ?? this.clientConfigs.look(caseFile, folders),
      () => this.files.workspace,
    );
    const folders = new CaseFolders(disk?.folder, () => (this.abilities.readsFiles ? ofClient : undefined));
    this.index = new CaseIndex(
      folders,
      () => this.files.workspace,
      () => this.following.isTold,
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
      report: (error: unknown) => this.failures.report(error),
      failure: (error: unknown) => this.failures.answerTo(error),
      hasDisk: disk !== undefined,
      clientConfigs: this.clientConfigs,
      lookAgain: () => this.lookAgain(),
      folderChanged: () => this.folder.changed(),
    };
    this.open = new OpenDiagnostics(connection, inside);
    this.folder = new FolderDiagnostics(connection, inside);
    this.following = new Following(connection, inside);
    this.registration = new DiagnosticsRegistration(connection);
  }

  /** What the features see of the server. */
  private readonly host: Host = {
    answer: (uri, token, nothing, make, ofConfig) => this.answer(uri, token, nothing, make, ofConfig),
    languageFor: (document) => this.languageFor(document),
    language: () => this.language,
    abilities: () => this.abilities,
    lines: ({ document }) => this.abilities.positions.in(document),
    versionOf: (uri) => this.session(uri)?.version ?? this.configs.opened(uri)?.version,
    session: (uri) => this.session(uri),
    index: () => this.index,
    workspace: () => this.files.workspace ?? [],
    filesMoved: () => this.following.moved(),
    checkFolder: (token) => this.checkFolder(token),
    waitedFor: (work) => this.foreground.during(work),
    failure: (error) => this.failures.answerTo(error),
    loadWriters: () => this.loadWriters,
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
    connection.onDidChangeWatchedFiles((params) => this.following.changed(params));
    const { diagnostics } = connection.languages;
    diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
      this.open.pull(uri, previousResultId, token),
    );
    diagnostics.onWorkspace((params, token, _progress, pieces) =>
      this.folder.pull(params, token, pieces).catch((error: unknown) => {
        throw this.failures.answerTo(error);
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
        diagnosticProvider: this.registration.begin(this.abilities, scope),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...Object.assign({}, ...capabilities.map(({ workspace }) => workspace)),
        },
      },
    };
  }

  private async initialized(): Promise<void> {
    this.folder.setScope(this.settings.scope);
    const following = this.following.begin();
    if (!this.settings.isKnown) await this.configure(undefined);
    await following;
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
      this.following.moved();
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
    // A client that refuses after all asks again by itself, or not at all.
    if (this.abilities.refreshDiagnostics)
      this.connection.languages.diagnostics.refresh().catch(() => undefined);
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
    // By its name, since some editors call it a case file as well: they know one language for both.
    if (isConfigFile(uri)) return this.editConfig(uri, text, version);
    if (!isCaseFile(uri, languageId)) return;
    const session = new CaseSession(uri, version, text, this.abilities.positions, () => this.inputs(uri));
    this.sessions.set(keyOf(uri), session);
    this.folder.opened(uri);
    this.open.push(session);
    // Nothing else is looked at before its first answer is ready.
    this.foreground.during(session.analysis()).catch((error: unknown) => this.failures.report(error));
  }

  private changed(uri: string, version: number, changes: Parameters<CaseSession['change']>[0]): void {
    const known = this.configs.opened(uri);
    if (known) this.editConfig(uri, applyChanges(known.source, changes, this.abilities.positions), version);
    const session = this.session(uri);
    if (!session) return;
    session.change(changes, version);
    this.open.push(session);
  }

  private closed(uri: string): void {
    if (this.configs.opened(uri)) {
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

  private editConfig(uri: string, text: string, version: number): void {
    this.configs.edit(uri, text, version, this.abilities.positions);
    this.configChanged(uri);
  }

  /** What is odd in an open configuration; and the cases that it holds for are checked by it at once. */
  private configChanged(uri: string): void {
    this.open.pushConfig(uri);
    this.lookAgain();
    this.folder.changed();
  }

  private configDiagnostics(uri: string): Diagnostic[] {
    const read = this.configs.opened(uri)?.read;
    return read ? configDiagnostics(read, this.languageFor(read), this.abilities.positions) : [];
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
  private languageFor(document: Pick<Analysis, 'model' | 'draft'> | ReadConfig): Language {
    if (this.settings.now.language !== 'auto') return this.language;
    if ('config' in document) return document.config.language ?? this.language;
    return document.model.case ? document.draft.language : this.language;
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
    ofConfig?: (config: ReadConfig) => T,
  ): Promise<T> {
    const session = this.session(uri);
    try {
      if (!session) {
        const config = this.configs.opened(uri)?.read;
        return config && ofConfig ? ofConfig(config) : nothing;
      }
      const asked = session.version;
      const analysis = await this.foreground.during(unlessCancelled(session.analysis(asked), token));
      if (session.version !== asked) throw new Stale();
      return make(analysis);
    } catch (error) {
      throw this.failures.answerTo(error);
    }
  }
}

function isCaseFile(uri: string, languageId: string): boolean {
  return (languageId === CASE_LANGUAGE || isCaseName(uri)) && !uri.startsWith('git:');
}

/** In days since 1970-01-01. */
function today(): number {
  return localDay(new Date());
}
