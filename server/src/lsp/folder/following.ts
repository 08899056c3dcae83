/** Follows what happens to the files of the workspace, as far as the client tells. */

import type { Connection, DidChangeWatchedFilesParams } from 'vscode-languageserver';
import type { CaseFilesOnDisk } from '../case-files.js';
import { isConfigFile } from '../configs.js';
import type { CaseSession } from '../sessions.js';
import type { Abilities } from '../to-lsp.js';
import { isComingOrGoing, watchFiles } from '../watching.js';
import type { CaseIndex } from './case-index.js';
import type { ConfigsOfClient } from './client-configs.js';
import type { FilesOfClient } from './client-files.js';

export interface FollowingHost {
  readonly hasDisk: boolean;
  readonly index: CaseIndex;
  readonly files: CaseFilesOnDisk;
  readonly clientConfigs: ConfigsOfClient;
  readonly clientFiles: FilesOfClient;
  abilities(): Abilities;
  session(uri: string): CaseSession | undefined;
  /** Open cases may see other files or another configuration. */
  lookAgain(): void;
  /** So may those that aren't open. */
  folderChanged(): void;
}

export class Following {
  /** Does the client tell of files that come and go? */
  isTold = false;

  constructor(
    private readonly connection: Connection,
    private readonly host: FollowingHost,
  ) {}

  async begin(): Promise<void> {
    const { workspaceFolders, watchedFiles, readsFiles } = this.host.abilities();
    if (workspaceFolders)
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.host.files.changeFolders(added, removed);
        this.moved();
      });
    void this.readConfigs();
    if (watchedFiles && (this.host.hasDisk || readsFiles)) this.isTold = await watchFiles(this.connection);
  }

  changed({ changes }: DidChangeWatchedFilesParams): void {
    const others = changes.filter(isComingOrGoing).map(({ uri }) => uri);
    if (others.length > 0) {
      this.host.index.forget();
      this.host.clientFiles.lookAgain(others);
    }
    if (changes.some(({ uri }) => isConfigFile(uri))) void this.readConfigs();
    this.host.lookAgain();
    // That an open file was saved says nothing new of it.
    const isNews = changes.some((change) => isComingOrGoing(change) || !this.host.session(change.uri));
    if (isNews) this.host.folderChanged();
  }

  /** Files or folders are elsewhere than before, or others may be looked at. */
  moved(): void {
    this.host.index.forget();
    this.host.clientFiles.lookAgain();
    this.host.lookAgain();
    this.host.folderChanged();
    void this.readConfigs();
  }

  /** Those that only the client can read. */
  private async readConfigs(): Promise<void> {
    const { hasDisk, files, clientConfigs } = this.host;
    if (!this.host.abilities().readsFiles) return;
    const folders = files.workspace ?? [];
    const others = folders.filter((uri) => !hasDisk || !/^file:/i.test(uri));
    if (!(await clientConfigs.read(others))) return;
    this.host.lookAgain();
    this.host.folderChanged();
  }
}
