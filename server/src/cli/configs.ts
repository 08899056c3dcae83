/** The configuration of each file: the nearest vangnet.config.yaml upwards from it, read once a run. */

import path from 'node:path';
import picomatch from 'picomatch';
import type { Message } from '../core/findings.js';
import { splitByteOrderMark } from '../core/text.js';
import { MOST_BYTES } from '../disk/configs.js';
import { readWhole } from '../disk/read-file.js';
import { CONFIG_NAME, type Config, NO_CONFIG, readConfig } from '../pipeline/config.js';
import { unreadable } from './files.js';
import { humanPosition } from './reporters/plain.js';

export interface FoundConfig {
  readonly config: Config;
  readonly problems: readonly Message[];
  /** Is the file left out by `ignore`? */
  ignores(file: string): boolean;
}

const NONE: FoundConfig = { config: NO_CONFIG, problems: [], ignores: () => false };

export class Configs {
  private readonly byFolder = new Map<string, FoundConfig>();

  constructor(private readonly cwd: string) {}

  /** @param file relative to the working directory, or absolute */
  forFile(file: string): FoundConfig {
    return this.forFolder(path.dirname(path.resolve(this.cwd, file)));
  }

  forFolder(folder: string): FoundConfig {
    let found = this.byFolder.get(folder);
    if (!found) {
      found = this.find(folder);
      this.byFolder.set(folder, found);
    }
    return found;
  }

  /** Not by promises: what Node has for them takes longer to load than a small configuration to read. */
  private find(folder: string): FoundConfig {
    const file = path.join(folder, CONFIG_NAME);
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(readWhole(file, MOST_BYTES));
      return this.read(file, splitByteOrderMark(text).text);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const parent = path.dirname(folder);
      if (code === 'ENOENT' || code === 'ENOTDIR') return parent === folder ? NONE : this.forFolder(parent);
      const shown = this.shown(file);
      const problem =
        error instanceof TypeError
          ? { key: 'cli.not-utf8', args: { path: shown } }
          : unreadable(shown, error);
      return { ...NONE, problems: [problem] };
    }
  }

  private read(file: string, text: string): FoundConfig {
    const { config, problems, document } = readConfig(text);
    const folder = path.dirname(file);
    const isIgnored = config.ignore.length > 0 ? picomatch([...config.ignore], { dot: true }) : undefined;
    return {
      config,
      problems: problems.map(({ at, message }) => {
        const { line, column } = humanPosition(document, document.startOf(at));
        return {
          key: 'cli.config-problem',
          args: { path: this.shown(file), line, column, problem: message },
        };
      }),
      ignores: (own) =>
        isIgnored?.(path.relative(folder, path.resolve(this.cwd, own)).split(path.sep).join('/')) ?? false,
    };
  }

  private shown(file: string): string {
    return path.relative(this.cwd, file).split(path.sep).join('/');
  }
}
