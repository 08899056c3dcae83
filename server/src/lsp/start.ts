/** The first file of the server's process: runs the server with what was compiled of it before. */

import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runBundle } from '../disk/code-cache.js';

/** Milliseconds after which a server has started and shown what is found in the files that were open. */
const SETTLED = 5000;

/**
 * V8's own settings suit a page that computes for seconds. An edit takes milliseconds, thousands of times a day: what the
 * optimising compilers take of time and memory comes back only where functions run very often, as in huge files. With
 * these the server takes a fifth less memory, and an edit no longer than before (docs/benchmarks.md). Known to
 * V8 11 to 14; others would print at every start that they don't know them.
 */
const V8_FLAGS = [
  // Calls before a function is compiled again, for speed: 400 otherwise.
  '--invocation-count-for-maglev=4000',
  // The space for new objects would grow to 64 MB and never shrink; that for old ones to twice what is in use. Megabytes.
  '--semi-space-growth-factor=1',
  // So little is collected at a time that threads cost more than they help, above all where all cores are busy.
  '--no-parallel-scavenge',
  '--heap-growing-percent=40',
];

/** From V8 12 (Node 22) on there is such a count for the next compiler too: 3,000 otherwise. */
const V8_12_FLAGS = ['--invocation-count-for-turbofan=1000000'];

const v8 = Number.parseInt(process.versions.v8, 10);
const flags = v8 < 11 || v8 > 14 ? [] : v8 < 12 ? V8_FLAGS : [...V8_FLAGS, ...V8_12_FLAGS];
for (const flag of flags) setFlagsFromString(flag);

const keep = runBundle(path.join(__dirname, 'language-server.cjs'), 'lsp');
setTimeout(keep, SETTLED).unref();
