/**
 * The first file of the server's process. Node keeps what it compiled of everything loaded after this (from Node 22
 * on), so the server itself is a file of its own.
 */

import * as nodeModule from 'node:module';

try {
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
} catch {
  // A start without it is only slower.
}
require('./language-server.cjs');
