/**
 * The configuration that holds for each open case: as it stands in the editor where it is open there, else as it is on
 * the disk. Looked for again when the client tells of changed files, and otherwise every few seconds.
 */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { splitByteOrderMark } from '../core/text.js';
import { type Language, say } from '../core/words/words.js';
import {
  CONFIG_NAME,
  type Config,
  type ConfigProblem,
  NO_CONFIG,
  type ReadConfig,
  readConfig,
} from '../pipeline/config.js';
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

/** What is odd in a configuration. */
export function configDiagnostics({ problems, document }: ReadConfig, language: Language): Diagnostic[] {
  return problems.map((problem) => toConfigDiagnostic(problem, document, language));
}

export function toConfigDiagnostic(
  { rule, at, message }: ConfigProblem,
  document: ReadConfig['document'],
  language: Language,
): Diagnostic {
  return {
    range: document.range(at),
    severity: DiagnosticSeverity.Error,
    code: rule,
    source: SOURCE,
    message: firstSentenceApart(say(message, language)),
  };
}

export interface OpenConfig {
  readonly version: number;
  readonly text: string;
  readonly read: ReadConfig;
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
  private readonly open = new Map<string, OpenConfig>();
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

  /** A configuration stands so in the editor. */
  edit(uri: string, text: string, version: number): void {
    const { text: own } = splitByteOrderMark(text);
    this.open.set(uri, { version, text: own, read: readConfig(own) });
  }

  close(uri: string): void {
    this.open.delete(uri);
  }

  opened(uri: string): OpenConfig | undefined {
    return this.open.get(uri);
  }

  private see(caseFile: string, known: Known | undefined): Known {
    const folders = this.folders();
    const found = folders && this.look?.(caseFile, folders);
    const text = found && (this.open.get(found.uri)?.text ?? splitByteOrderMark(found.text).text);
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
