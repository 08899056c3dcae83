/** The language server as a process: over stdio for any editor, over Node's IPC for VS Code. */

import { setFlagsFromString } from 'node:v8';
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { DISK, loadWriters } from './disk.js';
import { FrameReader, FrameWriter } from './frames.js';
import { Gate, withoutReasons } from './gate.js';
import { takeLawOption } from './law-option.js';
import { serve } from './server.js';

const connect = (reader: MessageReader, writer: MessageWriter): Connection =>
  createConnection(ProposedFeatures.all, reader, withoutReasons(writer), {
    messageStrategy: new Gate(writer),
  });
takeLawOption(process.argv);

/**
 * From here on the space for new objects may grow, which start.ts keeps it from, and that for old ones as V8 sees fit: of a
 * large file half of the time went into emptying them.
 */
function makeRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--heap-growing-percent=0');
}

if (process.argv.includes('--node-ipc')) {
  serve(connect(new IPCMessageReader(process), new IPCMessageWriter(process)), DISK, loadWriters, makeRoom);
} else {
  // What the library prints by accident must not get between the frames.
  console.log = console.error;
  const reader = new FrameReader(process.stdin, (reason) => {
    process.stderr.write(`vangnet: ${reason}\n`);
    process.exit(1);
  });
  serve(connect(reader, new FrameWriter(process.stdout)), DISK, loadWriters, makeRoom);
  process.stdin.on('end', () => process.exit(0));
}
