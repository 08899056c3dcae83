/** The language server as a process: over stdio for any editor, over Node's IPC for VS Code. */

import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Writers } from '../features/papers/writers.js';
import { DISK } from './disk.js';
import { FrameGuard } from './frame-guard.js';
import { takeLawOption } from './law-option.js';
import { serve } from './server.js';

/** A bundle of its own beside this one. */
const loadWriters = (): Writers => require('./writers.cjs');

takeLawOption(process.argv);

if (process.argv.includes('--node-ipc')) {
  serve(
    createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process)),
    DISK,
    loadWriters,
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
    loadWriters,
  );
  process.stdin.on('end', () => process.exit(0));
}
