/**
 * The analysis step of `vangnet check`: paths in, what is found in each out, always in the order of the paths. Where it
 * is done is hidden here.
 */

import type { FileStates } from '../../core/files.js';
import type { Message } from '../../core/findings.js';
import { filesOfRun } from '../case-files.js';
import type { Configs, FoundConfig } from '../configs.js';
import { readText } from '../files.js';
import { analyseText, type Task } from './analyse-text.js';
import { type CheckedFile, checkedFile } from './result.js';

export interface RunOptions {
  readonly cwd: string;
  readonly configs: Configs;
  /** Days since 1970-01-01. */
  readonly today: number;
  /** Does a report show fixes? Working them out costs time. */
  readonly withFixes: boolean;
  /** Apply the safe fixes; nothing is written here: see {@link Checked.fixed}. */
  readonly fix: boolean;
}

/** Something to tell; the run goes on. */
export interface Problem {
  readonly problem: Message;
}

export interface Checked {
  /** With `fix` the text and findings after it. */
  readonly file: CheckedFile;
  /** Where safe fixes were applied: the whole new content of the file, and the file as it is without them. */
  readonly fixed?: { readonly content: string; readonly applied: number; readonly before: () => CheckedFile };
}

export async function* checkFiles(
  paths: readonly string[],
  options: RunOptions,
): AsyncGenerator<Problem | Checked> {
  const { cwd, configs, today, withFixes, fix } = options;
  const told = new Set<FoundConfig>();
  const filesOf = filesOfRun(cwd);
  for (const path of paths) {
    const config = await configs.forFile(path);
    if (!told.has(config)) for (const problem of config.problems) yield { problem };
    told.add(config);
    if (config.ignores(path)) continue;
    const read = await readText(path, cwd);
    if ('problem' in read) yield read;
    else {
      const { settings } = config.config;
      yield checked({ path, text: read.text, settings, today, withFixes, fix }, read.mark, filesOf(path));
    }
  }
}

function checked(task: Task, mark: string, files: FileStates): Checked {
  const { path, text } = task;
  const { result, fixed } = analyseText(task, files);
  const file = checkedFile(path, fixed?.text ?? text, result);
  if (!fixed) return { file };
  const before = () => checkedFile(path, text, analyseText({ ...task, fix: false }, files).result);
  return { file, fixed: { content: mark + fixed.text, applied: fixed.applied, before } };
}
