/** A feature of the editor as the connection sees it: what is announced, and which requests are answered. */

import type { CancellationToken, Connection, ResponseError, ServerCapabilities } from 'vscode-languageserver';
import type { Steps } from '../core/steps.js';
import type { Language } from '../core/words/words.js';
import type { LoadWriters } from '../features/papers/writers.js';
import type { Analysis } from '../pipeline/analysis.js';
import type { ReadConfig } from '../pipeline/config.js';
import type { CaseIndex } from './folder/case-index.js';
import type { Made } from './folder/closed-cases.js';
import type { Summary } from './folder/sweep.js';
import type { Lines } from './positions.js';
import type { CaseSession } from './sessions.js';
import type { Abilities } from './to-lsp.js';

/** What a feature's handlers need of the server. */
export interface Host {
  /**
   * An answer from the analysis of the newest version; of an open configuration from `ofConfig`, where there is one;
   * `nothing` for a document that isn't ours, or whose text is refused (too large, no text at all).
   */
  answer<T>(
    uri: string,
    token: CancellationToken,
    nothing: T,
    make: (analysis: Analysis) => T,
    ofConfig?: (config: ReadConfig) => T,
  ): Promise<T>;
  /** The same where nothing depends on what is found: then the answer doesn't wait for the rules. */
  answerFromText: Host['answer'];
  /** The person's language; where nothing says it, the file's own. */
  languageFor(document: Pick<Analysis, 'model' | 'draft'> | ReadConfig): Language;
  /** The person's language; where nothing says it, English. */
  language(): Language;
  abilities(): Abilities;
  /** Positions in its text, as the client counts them. */
  lines(analysis: Pick<Analysis, 'document'>): Lines;
  /** The version of an open document, for edits that must not meet another. */
  versionOf(uri: string): number | undefined;
  /** How to get at what writes Word files and calendars; undefined where there is no way. */
  loadWriters(): LoadWriters | undefined;
  /** A case file that is open. */
  session(uri: string): CaseSession | undefined;
  /** All case files of the workspace. */
  index(): CaseIndex;
  /**
   * What is made of a case file that is not open: what was made before as long as that holds. Undefined where it can't
   * be read or is left out by its configuration.
   */
  ofClosed<T>(
    uri: string,
    before: Made<T> | undefined,
    make: (analysis: Analysis) => T,
    token: CancellationToken,
  ): Promise<Made<T> | undefined>;
  /** The addresses of the workspace's folders; none while it isn't trusted. */
  workspace(): readonly string[];
  /** Files or folders are elsewhere than before. */
  filesMoved(): void;
  /** Checks all case files of the workspace from now on; how much is found in all of them now? */
  checkFolder(token: CancellationToken): Promise<Summary>;
  /** Everything that was found rests on other legal data than those that are in use now. */
  lawChanged(): void;
  /** Work on files that nobody looks at pauses for this. */
  waitedFor<T>(work: Promise<T>): Promise<T>;
  /**
   * What comes of long work, done while nobody waits for another answer.
   * @param uri of a document: the work is given up when that gets another version. Without it, only when the client wants
   *   it no more
   */
  behind<T>(steps: Steps<T>, token: CancellationToken, uri?: string): Promise<T>;
  /** What to answer where something went wrong. */
  failure(error: unknown): ResponseError<void>;
}

export interface Feature {
  capabilities(can: Abilities): Partial<ServerCapabilities>;
  serve(connection: Connection, host: Host): void;
  /** Asks the client to ask again, where the text is the same and what is found in it or how it is said is not. */
  refresh?(connection: Connection, can: Abilities): void;
}
