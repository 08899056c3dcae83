/** The first file of the command line's process: runs the program with what was compiled of it before. */

import path from 'node:path';
import { runBundle } from '../disk/code-cache.js';

const command = process.argv[2] ?? '';
const keep = runBundle(path.join(__dirname, 'cli.cjs'), /^[a-z]{1,20}$/.test(command) ? command : 'other');
process.once('exit', keep);
