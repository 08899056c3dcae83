/** The cache of a run, by what was asked for. What is amiss with it is told and harms nothing else. */

import path from 'node:path';
import type { Message } from '../../core/findings.js';
import { reasonOf } from '../files.js';
import { buildStamp, ResultCache } from './cache.js';
import { defaultCacheFolder } from './folder.js';

export interface CacheOptions {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** Undefined where none is wanted, or it can't be used. */
export function openCache(
  { cache, cacheLocation }: CacheOptions,
  cwd: string,
  today: number,
  tell: (problem: Message) => void,
): ResultCache | undefined {
  if (!(cache ?? cacheLocation !== undefined)) return undefined;
  const folder = cacheLocation === undefined ? defaultCacheFolder(cwd) : path.resolve(cwd, cacheLocation);
  try {
    return new ResultCache(folder, cwd, today, buildStamp());
  } catch (error) {
    tell({ key: 'cli.cache-unusable', args: { path: folder, reason: reasonOf(error) } });
    return undefined;
  }
}

export function closeCache(cache: ResultCache | undefined, tell: (problem: Message) => void): void {
  try {
    cache?.close();
  } catch (error) {
    tell({ key: 'cli.cache-unwritable', args: { path: cache?.folder ?? '', reason: reasonOf(error) } });
  }
}
