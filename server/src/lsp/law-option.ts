/** `vangnet lsp --law FILE`: legal data for editors that know no setting for it. The command line has judged the file. */

import { readFileSync } from 'node:fs';
import { localDay } from '../core/dates.js';
import { useLaw } from '../knowledge/law.js';
import { readLaw } from '../knowledge/law-file.js';

/** Bundles have data of their own: the command line's are not these. */
export function takeLawOption(args: readonly string[]): void {
  const at = args.findIndex((arg) => arg === '--law' || arg.startsWith('--law='));
  const file = at === -1 ? undefined : args[at]?.startsWith('--law=') ? args[at].slice(6) : args[at + 1];
  if (file === undefined) return;
  const read = readLaw(readFileSync(file, 'utf8'), localDay(new Date()));
  if ('law' in read) useLaw(read.law);
}
