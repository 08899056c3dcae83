#!/usr/bin/env node
// @ts-check
/** What `.pre-commit-hooks.yaml` runs: `vangnet check` on the files that pre-commit names. */
import { spawnSync } from 'node:child_process';
import { prepare, VANGNET } from './prepare.mjs';

try {
  await prepare();
  const run = spawnSync(process.execPath, [VANGNET, 'check', ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 2;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
