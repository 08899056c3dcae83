/**
 * The configuration that holds for each open case: as it stands in the editor where it is open there, else as it is on
 * the disk. Looked for again when the client tells of changed files, and otherwise every few seconds.
 */

import picomatch from 'picomatch';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { isWithin, keyOf } from '../core/addresses.js';
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
import type { Positions } from './positions.js';
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
export function configDiagnostics(
  { problems, document }: ReadConfig,
  language: Language,
  positions: Positions,
): Diagnostic[] {
  return problems.map((problem) => toConfigDiagnostic(problem, document, language, positions));
}

export function toConfigDiagnostic(
  { rule, at, message }: ConfigProblem,
  document: ReadConfig['document'],
  language: Language,
  positions: Positions,
): Diagnostic {
  return {
    range: positions.spot(document, at),
    severity: DiagnosticSeverity.Error,
    code: rule,
    source: SOURCE,
    message: firstSentenceApart(say(message, language)),
  };
}

export interface OpenConfig {
  readonly version: number;
  /** As the client has it. */
  readonly source: string;
  /** Without its byte-order mark. */
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
  private readonly parsed = new Map<string, { readonly text: string; readonly config: Config }>();
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

  /**
   * The configuration of a case that isn't open, looked for now; the same object as long as it says the same.
   * Undefined for a case that the configuration leaves out.
   */
  ofClosed(caseFile: string): Config | undefined {
    const found = this.find(caseFile);
    if (!found) return NO_CONFIG;
    const config = this.parse(found);
    return isIgnored(caseFile, found.uri, config) ? undefined : config;
  }

  /** A configuration stands so in the editor. */
  edit(uri: string, source: string, version: number, positions: Positions): void {
    const { mark, text } = splitByteOrderMark(source);
    const read = readConfig(text);
    if (mark !== '') positions.noteMark(read.document);
    this.open.set(keyOf(uri), { version, source, text, read });
  }

  close(uri: string): void {
    this.open.delete(keyOf(uri));
  }

  opened(uri: string): OpenConfig | undefined {
    return this.open.get(keyOf(uri));
  }

  private see(caseFile: string, known: Known | undefined): Known {
    const found = this.find(caseFile);
    if (known && known.uri === found?.uri && known.text === found?.text) {
      known.at = this.now();
      return known;
    }
    const seen: Known = {
      uri: found?.uri,
      text: found?.text,
      config: found ? this.parse(found) : NO_CONFIG,
      stamp: ++this.stamps,
      at: this.now(),
    };
    this.byCase.set(caseFile, seen);
    return seen;
  }

  private find(caseFile: string): { readonly uri: string; readonly text: string } | undefined {
    const folders = this.folders();
    const found = folders && this.look?.(caseFile, folders);
    return (
      found && {
        uri: found.uri,
        text: this.opened(found.uri)?.text ?? splitByteOrderMark(found.text).text,
      }
    );
  }

  private parse({ uri, text }: { readonly uri: string; readonly text: string }): Config {
    const known = this.parsed.get(uri);
    if (known?.text === text) return known.config;
    const { config } = readConfig(text);
    this.parsed.set(uri, { text, config });
    return config;
  }
}

function isIgnored(caseFile: string, configFile: string, { ignore }: Config): boolean {
  if (ignore.length === 0) return false;
  const folder = keyOf(configFile).slice(0, -CONFIG_NAME.length);
  const file = keyOf(caseFile);
  return isWithin(file, folder) && picomatch([...ignore], { dot: true })(file.slice(folder.length));
}
