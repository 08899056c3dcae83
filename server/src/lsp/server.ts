/** The language server: the protocol on one side, the core on the other, nothing worked out in between. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { localDay } from '../core/dates.js';
import type { Language } from '../core/words/words.js';
import type { LoadWriters } from '../features/papers/writers.js';
import type { Analysis, Inputs } from '../pipeline/analysis.js';
import type { ReadConfig } from '../pipeline/config.js';
import { abilitiesOf } from './abilities.js';
import { CaseFilesOnDisk, type LookAtFiles } from './case-files.js';
import { configDiagnostics, type LookForConfig, WorkspaceConfigs } from './configs.js';
import { Failures } from './failures.js';
import type { Host } from './feature.js';
import { FEATURES } from './features/all.js';
import { type CaseFolder, CaseFolders, folderOfClient } from './folder/case-folder.js';
import { CaseIndex } from './folder/case-index.js';
import { ConfigsOfClient } from './folder/client-configs.js';
import { FilesOfClient } from './folder/client-files.js';
import { FolderDiagnostics } from './folder/folder-diagnostics.js';
import { Following } from './folder/following.js';
import { DiagnosticsRegistration } from './folder/registration.js';
import { OpenDiagnostics } from './open-diagnostics.js';
import { OpenDocuments } from './open-documents.js';
import { Foreground, Stale, unlessCancelled } from './schedule.js';
import type { CaseSession } from './sessions.js';
import { Settings } from './settings.js';
import { type Abilities, toDiagnostic } from './to-lsp.js';

/** How the disk is looked at; a browser has no way to. */
export interface Disk {
  readonly files: LookAtFiles;
  readonly config: LookForConfig;
  readonly folder: CaseFolder;
}

/** @param makeRoom lets the process take more memory, once a large text is open */
export function serve(
  connection: Connection,
  disk?: Disk,
  loadWriters?: LoadWriters,
  makeRoom: () => void = () => {},
): void {
  new Server(connection, disk, loadWriters, makeRoom).listen();
}

class Server {
  private readonly settings = new Settings();
  private readonly foreground = new Foreground();
  private readonly files: CaseFilesOnDisk;
  private readonly clientFiles: FilesOfClient;
  private readonly configs: WorkspaceConfigs;
  private readonly clientConfigs: ConfigsOfClient;
  private readonly index: CaseIndex;
  private readonly open: OpenDiagnostics;
  private readonly folder: FolderDiagnostics;
  private readonly registration: DiagnosticsRegistration;
  private readonly following: Following;
  private readonly documents: OpenDocuments;
  private readonly failures: Failures;
  private abilities: Abilities = abilitiesOf(undefined);
  /** Goes up when anything but a text changes what is found or how it is said. */
  private revision = 0;

  constructor(
    private readonly connection: Connection,
    disk: Disk | undefined,
    private readonly loadWriters: LoadWriters | undefined,
    makeRoom: () => void,
  ) {
    this.failures = new Failures(connection);
    this.clientFiles = new FilesOfClient(connection, () => this.filesChanged());
    this.files = new CaseFilesOnDisk((caseFile, folders) => this.lookAtFiles(disk, caseFile, folders));
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
      clientFiles: this.clientFiles,
      lookAgain: () => this.lookAgain(),
      folderChanged: () => this.folder.changed(),
    };
    this.open = new OpenDiagnostics(connection, inside);
    this.folder = new FolderDiagnostics(connection, inside);
    this.following = new Following(connection, inside);
    this.registration = new DiagnosticsRegistration(connection);
    this.documents = new OpenDocuments({
      ...inside,
      open: this.open,
      folder: this.folder,
      positions: () => this.abilities.positions,
      inputs: (uri) => this.inputs(uri),
      filesChanged: () => this.filesChanged(),
      makeRoom,
    });
  }

  /** What the features see of the server. */
  private readonly host: Host = {
    answer: (uri, token, nothing, make, ofConfig) =>
      this.answer(uri, token, nothing, (session, asked) => session.analysis(asked), make, ofConfig),
    answerFromText: (uri, token, nothing, make, ofConfig) =>
      this.answer(uri, token, nothing, (session, asked) => session.read(asked), make, ofConfig),
    languageFor: (document) => this.languageFor(document),
    language: () => this.language,
    abilities: () => this.abilities,
    lines: ({ document }) => this.abilities.positions.in(document),
    versionOf: (uri) => this.session(uri)?.version ?? this.configs.opened(uri)?.version,
    session: (uri) => this.session(uri),
    index: () => this.index,
    ofClosed: (uri, before, make, token) => this.folder.make(uri, before, make, token),
    workspace: () => this.files.workspace ?? [],
    filesMoved: () => this.following.moved(),
    checkFolder: (token) => this.checkFolder(token),
    lawChanged: () => this.lawChanged(),
    waitedFor: (work) => this.foreground.during(work),
    behind: (steps, token, uri) => {
      const version = uri && this.host.versionOf(uri);
      const isCurrent = () => !uri || this.host.versionOf(uri) === version;
      return this.foreground.behind(steps, token, isCurrent).catch((error: unknown) => {
        throw this.failures.answerTo(error);
      });
    },
    failure: (error) => this.failures.answerTo(error),
    loadWriters: () => this.loadWriters,
  };

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(({ settings }) => this.configure(settings));
    this.documents.listen(connection);
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
    connection.onShutdown(() => {
      this.folder.stop();
      this.documents.end();
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

  /** So may be the files that only the client sees, or a configuration. */
  private filesChanged(): void {
    this.lookAgain();
    this.folder.changed();
  }

  /** By the disk what lies on it, else by a client that offers to look. */
  private lookAtFiles(disk: Disk | undefined, ...[caseFile, folders]: Parameters<LookAtFiles>) {
    if (disk && /^file:/i.test(caseFile)) return disk.files(caseFile, folders);
    return this.abilities.readsFiles ? this.clientFiles.look(caseFile, folders) : undefined;
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
    if (language !== before.language) this.sayAgain();
    if (scope !== before.scope) this.checks(scope);
  }

  /** All that was found is said again, or found again where nothing is known of it any more. */
  private sayAgain(): void {
    this.revision++;
    this.tell(this.documents.all());
    this.folder.changed();
  }

  private lawChanged(): void {
    for (const session of this.documents.all()) session.forgetAnalysis();
    this.sayAgain();
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
    return this.documents.of(uri);
  }

  private inputs(uri: string): Inputs & { revision: string } {
    const { states, stamp } = this.files.of(uri);
    const { config, stamp: configured } = this.configs.of(uri);
    const revision = `${this.revision}.${stamp}.${configured}.${today()}`;
    return { settings: config.settings, today: today(), files: states, revision };
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

  /** An answer from the present version; when a newer one comes meanwhile the client is told to ask again. */
  private async answer<T>(
    uri: string,
    token: CancellationToken,
    nothing: T,
    ask: (session: CaseSession, asked: number) => Promise<Analysis>,
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
      const analysis = await this.foreground.during(unlessCancelled(ask(session, asked), token));
      if (session.version !== asked) throw new Stale();
      return analysis.document.isRefused ? nothing : make(analysis);
    } catch (error) {
      throw this.failures.answerTo(error);
    }
  }
}

/** In days since 1970-01-01. */
function today(): number {
  return localDay(new Date());
}
