/** Runs the command line as a user would: the committed bin with the built bundle behind it. */

import { spawn } from 'node:child_process';
import path from 'node:path';

const BIN = path.resolve('server/bin/vangnet.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** In English and without colours, whatever the machine's own settings are. `input` is its standard input. */
export function vangnet(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Outcome> {
  const env = { ...process.env, LC_ALL: 'en_GB.UTF-8', NO_COLOR: '1', FORCE_COLOR: '', ...options.env };
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd,
    env,
    stdio: 'pipe',
  });
  child.stdin.end(options.input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
