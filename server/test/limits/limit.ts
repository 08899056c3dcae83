/** What is tried at its limits, and what came of it. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Wire, type WireOptions } from '../fuzz/wire.js';
import { vangnet } from '../run-cli.js';

export interface Limit {
  readonly name: string;
  /** For the table. */
  readonly what: string;
  /** The most memory that it may take at its peak, in MB. */
  readonly mostMemory: number;
  /** @param folder an empty one of its own */
  run(folder: string): Promise<Came>;
}

/** What a run came to; throws where something is not as it should be. */
export interface Came {
  /** What the person is told, or what was found. */
  readonly told: string;
  readonly used: Used;
}

export interface Used {
  /** Processor time in seconds. */
  readonly cpu: number;
  /** The most memory at any moment, in MB. */
  readonly peak: number;
}

const USAGE = path.resolve('scripts/bench/usage.cjs');

/** Runs the command line and tells what it used. */
export async function measured(args: readonly string[], cwd: string) {
  const { env, used } = meter(cwd);
  const outcome = await vangnet(args, { cwd, env });
  return { ...outcome, used: used() };
}

/** A server whose use is known once it has ended. */
export function measuredServer(cwd: string, options: WireOptions = {}): { wire: Wire; end(): Promise<Used> } {
  const { env, used } = meter(cwd);
  const wire = Wire.start({ ...options, env });
  return {
    wire,
    async end() {
      await wire.request('shutdown');
      wire.notify('exit');
      await wire.end();
      return used();
    },
  };
}

function meter(folder: string): { env: NodeJS.ProcessEnv; used(): Used } {
  const file = path.join(folder, 'usage.json');
  return {
    env: { NODE_OPTIONS: `--require ${JSON.stringify(USAGE)}`, VANGNET_BENCH_USAGE: file },
    // Not there where the process died: that is told as the missing file.
    used() {
      const { cpu, maxRSS } = JSON.parse(readFileSync(file, 'utf8')) as { cpu: number; maxRSS: number };
      return { cpu, peak: maxRSS / 1000 };
    },
  };
}
