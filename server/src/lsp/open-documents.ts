/** The case files and configurations that are open in the client, as it tells of them. */

import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { keyOf } from '../core/addresses.js';
import type { Inputs } from '../pipeline/analysis.js';
import type { CaseFilesOnDisk } from './case-files.js';
import { isConfigFile, type WorkspaceConfigs } from './configs.js';
import type { FolderDiagnostics } from './folder/folder-diagnostics.js';
import type { OpenDiagnostics } from './open-diagnostics.js';
import type { Positions } from './positions.js';
import type { Foreground } from './schedule.js';
import { applyChanges, CaseSession } from './sessions.js';
import { isCaseName } from './watching.js';

const CASE_LANGUAGE = 'vangnet-case';
/** From so many letters on a text takes far more memory than is saved by using little for each step. */
const LARGE = 500_000;

export interface DocumentsHost {
  readonly files: CaseFilesOnDisk;
  readonly configs: WorkspaceConfigs;
  readonly foreground: Foreground;
  readonly open: OpenDiagnostics;
  readonly folder: FolderDiagnostics;
  positions(): Positions;
  inputs(uri: string): Inputs & { readonly revision: string };
  /** A large text is here: speed may cost memory from now on. */
  makeRoom(): void;
  /** Cases may see other files or another configuration. */
  filesChanged(): void;
  report(error: unknown): void;
}

export class OpenDocuments {
  private readonly sessions = new Map<string, CaseSession>();

  constructor(private readonly host: DocumentsHost) {}

  listen(connection: Connection): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
      this.opened(uri, languageId, version, text),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
      this.changed(uri, version, contentChanges),
    );
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => this.closed(uri));
  }

  of(uri: string): CaseSession | undefined {
    return this.sessions.get(keyOf(uri));
  }

  all(): Iterable<CaseSession> {
    return this.sessions.values();
  }

  end(): void {
    for (const session of this.sessions.values()) session.close();
    this.sessions.clear();
  }

  private opened(uri: string, languageId: string, version: number, text: string): void {
    const { host } = this;
    this.of(uri)?.close();
    // By its name, since some editors call it a case file as well: they know one language for both.
    if (isConfigFile(uri)) this.editConfig(uri, text, version);
    else if (isCaseFile(uri, languageId)) {
      if (text.length > LARGE) host.makeRoom();
      const session = new CaseSession(uri, version, text, host.positions(), () => host.inputs(uri));
      this.sessions.set(keyOf(uri), session);
      host.folder.opened(uri);
      host.open.push(session);
      // Nothing else is looked at before its first answer is ready.
      host.foreground.during(session.analysis()).catch((error: unknown) => host.report(error));
    }
  }

  private changed(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const { host } = this;
    const known = host.configs.opened(uri);
    if (known) this.editConfig(uri, applyChanges(known.source, changes, host.positions()), version);
    const session = this.of(uri);
    if (!session) return;
    session.change(changes, version);
    host.open.push(session);
  }

  private closed(uri: string): void {
    const { files, configs, open, folder } = this.host;
    if (configs.opened(uri)) {
      configs.close(uri);
      this.configChanged(uri);
    }
    const session = this.of(uri);
    if (!session) return;
    session.close();
    this.sessions.delete(keyOf(uri));
    files.forget(uri);
    configs.forget(uri);
    open.closed(uri);
    folder.closedFile(uri);
  }

  private editConfig(uri: string, text: string, version: number): void {
    const { configs, positions } = this.host;
    configs.edit(uri, text, version, positions());
    this.configChanged(uri);
  }

  /** What is odd in an open configuration; and the cases that it holds for are checked by it at once. */
  private configChanged(uri: string): void {
    this.host.open.pushConfig(uri);
    this.host.filesChanged();
  }
}

function isCaseFile(uri: string, languageId: string): boolean {
  return (languageId === CASE_LANGUAGE || isCaseName(uri)) && !uri.startsWith('git:');
}
