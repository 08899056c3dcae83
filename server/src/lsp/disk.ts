/** How Node looks at the disk for the server. */

import { configInWorkspace } from '../disk/configs.js';
import { findCaseFiles, readCaseFile, stampOfCaseFile } from '../disk/folder.js';
import { filesInWorkspace } from '../disk/workspace.js';
import type { Disk } from './server.js';

export const DISK: Disk = {
  files: filesInWorkspace,
  config: configInWorkspace,
  folder: { find: findCaseFiles, stampOf: stampOfCaseFile, read: readCaseFile },
};
