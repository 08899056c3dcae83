/** One round of a kind: so many inputs from one seed, and the smallest that fails. */

import fc from 'fast-check';
import { editsKind } from './edits.js';
import { fixesKind } from './fixes.js';
import type { Bench, Kind } from './kind.js';
import { trafficKind } from './traffic.js';
import { yamlKind } from './yaml.js';

export const KINDS = [yamlKind, editsKind, trafficKind, fixesKind] as readonly Kind[];

export interface Failure {
  readonly input: unknown;
  readonly message: string;
}

/** @param until when to begin no other input, in milliseconds since the epoch */
export async function round(
  kind: Kind,
  bench: Bench,
  numRuns: number,
  seed: number,
  until?: number,
): Promise<Failure | undefined> {
  const property = fc.asyncProperty(kind.inputs, async (input) => {
    bench.figures.inputs++;
    await kind.check(input, bench);
  });
  const limit = until === undefined ? {} : { interruptAfterTimeLimit: Math.max(1, until - Date.now()) };
  const result = await fc.check(property, { numRuns, seed, endOnFailure: false, ...limit });
  if (!result.failed || result.counterexample === null) return undefined;
  const reason: unknown = result.errorInstance;
  return {
    input: result.counterexample[0],
    message: reason instanceof Error ? reason.message : String(reason),
  };
}
