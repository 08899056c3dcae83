/**
 * The first file of the server's process. Node keeps what it compiled of everything loaded after this (from Node 22
 * on), so the server itself is a file of its own.
 */

import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

// The space for new objects stays small: it would grow to 64 MB and never shrink. Some collections more cost a tenth of
// an edit's time, and a file of 1,000 lines takes a third less memory.
setFlagsFromString('--semi-space-growth-factor=1');

try {
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
} catch {
  // A start without it is only slower.
}
require('./language-server.cjs');
