/**
 * The files that open cases name, as far as the editor lets us look. What was seen stays as it is until the client
 * tells of changed files, and otherwise for a few seconds; what is unchanged then remains the same object, so that no
 * check runs again for it.
 */

import type { InitializeParams } from 'vscode-languageserver';
import type { FileState, FileStates } from '../core/files.js';

/** One look at what a case file names, in a workspace of these folders (addresses): by the disk, or by the client. */
export type LookAtFiles = (caseFile: string, folders: readonly string[]) => FileStates | undefined;

/** For how long what was seen is taken to be so, in milliseconds. */
const KEPT = 3000;

export interface SeenFiles {
  /** Undefined where nobody may look. */
  readonly states: FileStates | undefined;
  /** Another number for everything else that was seen. */
  readonly stamp: number;
}

export class CaseFilesOnDisk {
  private folders: readonly string[] = [];
  private isTrusted = true;
  private stamps = 0;
  private readonly cases = new Map<string, { states: Noted | undefined; stamp: number; at: number }>();

  constructor(
    private readonly look: LookAtFiles,
    private readonly now: () => number = Date.now,
  ) {}

  /** Editors that know no trust say nothing of it: what is open in them is trusted. */
  begin({ workspaceFolders, rootUri, initializationOptions }: InitializeParams): void {
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.isTrusted = (initializationOptions as { trusted?: unknown } | undefined)?.trusted !== false;
  }

  changeFolders(added: readonly { uri: string }[], removed: readonly { uri: string }[]): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.folders = [...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
  }

  /** Anything but yes or no changes nothing. */
  trust(value: unknown): void {
    if (typeof value === 'boolean') this.isTrusted = value;
  }

  /** The folders of the workspace; undefined while it isn't trusted. */
  get workspace(): readonly string[] | undefined {
    return this.isTrusted ? this.folders : undefined;
  }

  of(caseFile: string): SeenFiles {
    const known = this.cases.get(caseFile);
    return known && this.now() - known.at < KEPT ? known : this.see(caseFile);
  }

  /** Looks again now; which of the cases see something else than before? */
  lookAgain(): readonly string[] {
    return [...this.cases].flatMap(([caseFile, { stamp }]) =>
      this.see(caseFile).stamp === stamp ? [] : [caseFile],
    );
  }

  forget(caseFile: string): void {
    this.cases.delete(caseFile);
  }

  /** What a case that isn't open names, looked at now; nothing is remembered of it. */
  ofClosed(caseFile: string): Noted | undefined {
    const fresh = this.isTrusted ? this.look(caseFile, this.folders) : undefined;
    return fresh && new Noted(fresh);
  }

  private see(caseFile: string): SeenFiles {
    const known = this.cases.get(caseFile);
    const fresh = this.isTrusted ? this.look(caseFile, this.folders) : undefined;
    const at = this.now();
    if (known && isSame(known.states, fresh)) {
      known.at = at;
      return known;
    }
    const seen = { states: fresh && new Noted(fresh), stamp: ++this.stamps, at };
    this.cases.set(caseFile, seen);
    return seen;
  }
}

/** Notes what it was asked, to see later whether the answers would still be the same. */
export class Noted implements FileStates {
  private readonly answers = new Map<string, FileState | undefined>();

  constructor(private readonly source: FileStates) {}

  stateOf(path: string): FileState | undefined {
    const state = this.source.stateOf(path);
    this.answers.set(path, state);
    return state;
  }

  isTrueIn(fresh: FileStates): boolean {
    return [...this.answers].every(([path, state]) => fresh.stateOf(path) === state);
  }
}

export function isSame(known: Noted | undefined, fresh: FileStates | undefined): boolean {
  return known && fresh ? known.isTrueIn(fresh) : known === fresh;
}
