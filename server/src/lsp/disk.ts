/** How Node looks at the disk for the server. */

import { configInWorkspace } from '../disk/configs.js';
import { findCaseFiles, readCaseFile, stampOfCaseFile } from '../disk/folder.js';
import { loadScript } from '../disk/script.js';
import { filesInWorkspace } from '../disk/workspace.js';
import type { Writers } from '../features/papers/writers.js';
import type { Disk } from './server.js';

export const DISK: Disk = {
  files: filesInWorkspace,
  config: configInWorkspace,
  folder: { find: findCaseFiles, stampOf: stampOfCaseFile, read: readCaseFile },
};

/** A script of its own beside this one: few ask for a Word file. */
export const loadWriters = (): Writers =>
  loadScript(new URL('writers-web.js', import.meta.url), 'vangnetWriters');
