/**
 * How the property tests run: the same cases every time, few enough for daily work. `VANGNET_RUNS=50` tries fifty
 * times as many, `VANGNET_SEED=7` others. A failure prints its seed and path, which go in here to have it again.
 */

import type { Parameters } from 'fast-check';

const MORE = Number(process.env.VANGNET_RUNS ?? 1);
const OTHERS = Number(process.env.VANGNET_SEED ?? 0);

export function runs(numRuns: number, seed: number): Parameters<unknown> {
  return { numRuns: Math.ceil(numRuns * MORE), seed: seed + OTHERS, verbose: 0 };
}
