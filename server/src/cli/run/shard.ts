/**
 * A part of the files, for runs on several machines. Every machine that has the same files works out the same parts: the
 * largest file first, each to the part that has the least so far.
 */

import { statSync } from 'node:fs';
import path from 'node:path';

/** Counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Undefined for what is no `2/5`. */
export function readShard(text: string): Shard | undefined {
  const [, number, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  return shard.number <= shard.of ? shard : undefined;
}

/** @returns the part's files, in the order in which they were given */
export function shardOf(files: readonly string[], { number, of }: Shard, cwd: string): readonly string[] {
  const sized = files.map((file) => ({ file, size: sizeOf(path.resolve(cwd, file)) }));
  sized.sort((a, b) => b.size - a.size || (a.file < b.file ? -1 : 1));
  const filled = Array.from({ length: of }, () => 0);
  const own = new Set<string>();
  for (const { file, size } of sized) {
    const least = filled.indexOf(Math.min(...filled));
    // Reading and reporting a file costs something, however short it is.
    filled[least] = (filled[least] as number) + size + 1000;
    if (least === number - 1) own.add(file);
  }
  return files.filter((file) => own.has(file));
}

/** One that can't be looked at belongs to a part all the same, which then tells why it can't be read. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
