/** The nearest vangnet.config.yaml upwards from a case, never from outside the workspace. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONFIG_NAME } from '../pipeline/config.js';
import { isInside, realFolder } from './case-files.js';
import { readWhole } from './read-file.js';
import { pathOf } from './workspace.js';

export interface ConfigOnDisk {
  /** Its address, as an editor names it. */
  readonly uri: string;
  readonly text: string;
}

/** A longer file is no configuration. */
export const MOST_BYTES = 1_000_000;

export function configInWorkspace(caseFile: string, folders: readonly string[]): ConfigOnDisk | undefined {
  const file = pathOf(caseFile);
  if (file === undefined) return undefined;
  const start = realFolder(path.dirname(file));
  const root = folders
    .flatMap((address) => pathOf(address) ?? [])
    .map(realFolder)
    .find((folder) => isInside(start, folder));
  if (root === undefined) return undefined;
  for (let folder = start; isInside(folder, root); folder = path.dirname(folder)) {
    const text = read(path.join(folder, CONFIG_NAME));
    if (text !== undefined) return { uri: addressOf(folder, path.dirname(file), start), text };
    if (folder === path.dirname(folder)) return undefined;
  }
  return undefined;
}

/** As the editor names it, which may have opened the folder by a link. */
function addressOf(folder: string, given: string, real: string): string {
  const named = path.resolve(given, path.relative(real, folder));
  return pathToFileURL(path.join(realFolder(named) === folder ? named : folder, CONFIG_NAME)).href;
}

/** Undefined where there is none, or none that can be read: then the next folder up is looked at. */
function read(file: string): string | undefined {
  try {
    return readWhole(file, MOST_BYTES).toString('utf8');
  } catch {
    return undefined;
  }
}
