/**
 * Whether the files are there that a case names, where only the client can look: in the browser, or on another computer.
 * A case is checked without waiting: what isn't known yet can't be told, and is asked for meanwhile.
 */

import type { Connection } from 'vscode-languageserver';
import { addressFrom, isWithin, keyOf } from '../../core/addresses.js';
import type { FileState } from '../../core/files.js';
import type { LookAtFiles } from '../case-files.js';

/** An absolute path, a drive, or an address: it leads out of every folder. */
const FOREIGN = /^(?:[\\/]|[a-z]:|file:|[a-z][a-z\d+.-]*:\/\/)/i;

export class FilesOfClient {
  private readonly known = new Map<string, FileState | undefined>();
  private readonly waiting = new Set<string>();
  private isAsking = false;

  constructor(
    private readonly connection: Connection,
    /** Something else is known than before. */
    private readonly told: () => void,
  ) {}

  readonly look: LookAtFiles = (caseFile, folders) => {
    const roots = folders.map(keyOf);
    const isInside = (address: string) => roots.some((root) => isWithin(keyOf(address), root));
    if (!isInside(caseFile)) return undefined;
    return {
      stateOf: (path) => {
        if (FOREIGN.test(path)) return 'outside';
        const address = addressFrom(caseFile, path);
        if (address === undefined) return undefined;
        return isInside(address) ? this.stateOf(address) : 'outside';
      },
    };
  };

  /** Looks again at all that was looked at, or at what lies at these addresses and below them. */
  lookAgain(changed?: readonly string[]): void {
    const places = changed?.map(keyOf);
    for (const address of this.known.keys())
      if (!places || places.some((place) => isWithin(keyOf(address), place))) this.waiting.add(address);
    void this.ask();
  }

  private stateOf(address: string): FileState | undefined {
    if (!this.known.has(address)) {
      this.known.set(address, undefined);
      this.waiting.add(address);
      void this.ask();
    }
    return this.known.get(address);
  }

  private async ask(): Promise<void> {
    if (this.isAsking || this.waiting.size === 0) return;
    this.isAsking = true;
    let isNews = false;
    while (this.waiting.size > 0) {
      // All that one check wants to know goes into one request.
      await new Promise((resolve) => setTimeout(resolve));
      const uris = [...this.waiting];
      this.waiting.clear();
      const answers = await this.answersFor(uris);
      for (const [index, uri] of uris.entries()) {
        const state = stateFrom(answers[index]);
        isNews ||= state !== this.known.get(uri);
        this.known.set(uri, state);
      }
    }
    this.isAsking = false;
    if (isNews) this.told();
  }

  /** A client that can't after all tells nothing. */
  private async answersFor(uris: readonly string[]): Promise<readonly unknown[]> {
    try {
      const answers: unknown = await this.connection.sendRequest('vangnet/filesThere', { uris });
      return Array.isArray(answers) ? answers : [];
    } catch {
      return [];
    }
  }
}

/** Undefined where the client can't tell either. */
function stateFrom(isThere: unknown): FileState | undefined {
  if (typeof isThere !== 'boolean') return undefined;
  return isThere ? 'there' : 'missing';
}
