/** The first file of the server's process: runs the server with what was compiled of it before. */

import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runBundle } from '../disk/code-cache.js';

/** Milliseconds after which a server has started and shown what is found in the files that were open. */
const SETTLED = 5000;

// The space for new objects stays small: it would grow to 64 MB and never shrink. Some collections more cost a tenth of
// an edit's time, and a file of 1,000 lines takes a third less memory.
setFlagsFromString('--semi-space-growth-factor=1');

const keep = runBundle(path.join(__dirname, 'language-server.cjs'), 'lsp');
setTimeout(keep, SETTLED).unref();
