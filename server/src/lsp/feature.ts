/** A feature of the editor as the connection sees it: what is announced, and which requests are answered. */

import type { CancellationToken, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Language } from '../core/words/words.js';
import type { LoadWriters } from '../features/papers/writers.js';
import type { Analysis } from '../pipeline/analysis.js';
import type { ReadConfig } from '../pipeline/config.js';
import type { Abilities } from './to-lsp.js';

/** What a feature's handlers need of the server. */
export interface Host {
  /**
   * An answer from the analysis of the newest version; of an open configuration from `ofConfig`, where there is one;
   * `nothing` for a document that isn't ours.
   */
  answer<T>(
    uri: string,
    token: CancellationToken,
    nothing: T,
    make: (analysis: Analysis) => T,
    ofConfig?: (config: ReadConfig) => T,
  ): Promise<T>;
  /** The person's language; where nothing says it, the file's own. */
  languageFor(document: Analysis | ReadConfig): Language;
  abilities(): Abilities;
  /** The version of an open document, for edits that must not meet another. */
  versionOf(uri: string): number | undefined;
  /** How to get at what writes Word files and calendars; undefined where there is no way. */
  loadWriters(): LoadWriters | undefined;
}

export interface Feature {
  capabilities(can: Abilities): Partial<ServerCapabilities>;
  serve(connection: Connection, host: Host): void;
  /** Asks the client to ask again, where the text is the same and what is found in it or how it is said is not. */
  refresh?(connection: Connection, can: Abilities): void;
}
