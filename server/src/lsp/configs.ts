/**
 * The configuration that holds for each open case: as it stands in the editor where it is open there, else as it is on
 * the disk. Looked for again when the client tells of changed files, and otherwise every few seconds.
 */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { splitByteOrderMark } from '../core/text.js';
import { type Language, say } from '../core/words/words.js';
import { CONFIG_NAME, type Config, NO_CONFIG, readConfig } from '../pipeline/config.js';
import { firstSentenceApart, SOURCE } from './to-lsp.js';

/** Looks for the configuration of a case; only Node can do it. */
export type LookForConfig = (
  caseFile: string,
  folders: readonly string[],
) => { readonly uri: string; readonly text: string } | undefined;

/** For how long what was found is taken to be so, in milliseconds. */
const KEPT = 3000;

export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`) && !uri.startsWith('git:');
}

interface Known {
  readonly uri: string | undefined;
  readonly text: string | undefined;
  readonly config: Config;
  readonly stamp: number;
  at: number;
}

export class WorkspaceConfigs {
  private readonly byCase = new Map<string, Known>();
  private readonly open = new Map<string, string>();
  private stamps = 0;

  constructor(
    private readonly look: LookForConfig | undefined,
    /** The folders in which to look; undefined where nobody may. */
    private readonly folders: () => readonly string[] | undefined,
    private readonly now: () => number = Date.now,
  ) {}

  of(caseFile: string): { readonly config: Config; readonly stamp: number } {
    const known = this.byCase.get(caseFile);
    return known && this.now() - known.at < KEPT ? known : this.see(caseFile, known);
  }

  /** Looks again now; which of the cases have another configuration than before? */
  lookAgain(): readonly string[] {
    return [...this.byCase].flatMap(([caseFile, known]) =>
      this.see(caseFile, known).stamp === known.stamp ? [] : [caseFile],
    );
  }

  forget(caseFile: string): void {
    this.byCase.delete(caseFile);
  }

  /** The text of a configuration that is open in the editor. */
  edit(uri: string, text: string): void {
    this.open.set(uri, splitByteOrderMark(text).text);
  }

  close(uri: string): void {
    this.open.delete(uri);
  }

  textOf(uri: string): string | undefined {
    return this.open.get(uri);
  }

  /** What is odd in a configuration that is open. */
  diagnostics(uri: string, language: Language): Diagnostic[] {
    const { problems, document } = readConfig(this.open.get(uri) ?? '');
    return problems.map(({ rule, at, message }) => ({
      range: document.range(at),
      severity: DiagnosticSeverity.Error,
      code: rule,
      source: SOURCE,
      message: firstSentenceApart(say(message, language)),
    }));
  }

  private see(caseFile: string, known: Known | undefined): Known {
    const folders = this.folders();
    const found = folders && this.look?.(caseFile, folders);
    const text = found && (this.open.get(found.uri) ?? splitByteOrderMark(found.text).text);
    if (known && known.uri === found?.uri && known.text === text) {
      known.at = this.now();
      return known;
    }
    const seen: Known = {
      uri: found?.uri,
      text,
      config: text === undefined ? NO_CONFIG : readConfig(text).config,
      stamp: ++this.stamps,
      at: this.now(),
    };
    this.byCase.set(caseFile, seen);
    return seen;
  }
}
