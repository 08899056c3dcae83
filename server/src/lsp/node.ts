/** The language server as a process: over stdio for any editor, over Node's IPC for VS Code. */

import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { configInWorkspace } from '../disk/configs.js';
import { findCaseFiles, readCaseFile, stampOfCaseFile } from '../disk/folder.js';
import { filesInWorkspace } from '../disk/workspace.js';
import { FrameGuard } from './frame-guard.js';
import { type Disk, serve } from './server.js';

const DISK: Disk = {
  files: filesInWorkspace,
  config: configInWorkspace,
  folder: { find: findCaseFiles, stampOf: stampOfCaseFile, read: readCaseFile },
};

if (process.argv.includes('--node-ipc')) {
  serve(
    createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process)),
    DISK,
  );
} else {
  const guard = new FrameGuard();
  guard.on('error', (error) => {
    process.stderr.write(`vangnet: ${error.message}\n`);
    process.exit(1);
  });
  // What the library prints by accident must not get between the frames.
  console.log = console.error;
  serve(
    createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(process.stdin.pipe(guard)),
      new StreamMessageWriter(process.stdout),
    ),
    DISK,
  );
  process.stdin.on('end', () => process.exit(0));
}
