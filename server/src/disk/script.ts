/** One file for Node and for browsers, where two would only make the package larger. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';

/** Runs a script that lies beside the program, if it hasn't run yet, and gives what it puts under a global name. */
export function loadScript<T>(address: URL, name: string): T {
  const global = globalThis as unknown as Record<string, T | undefined>;
  if (global[name] === undefined) {
    const filename = fileURLToPath(address);
    runInThisContext(readFileSync(filename, 'utf8'), { filename });
  }
  return global[name] as T;
}
