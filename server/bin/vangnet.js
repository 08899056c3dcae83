#!/usr/bin/env node
// Committed, unlike what it loads: npm skips a command whose file isn't there when it installs.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

// From Node 22 on; named imports of it would fail before.
nodeModule.enableCompileCache?.();
// What an editor starts needs nothing of the command line.
const isServer = /^lsp(?: --stdio)?$/.test(process.argv.slice(2).join(' '));
const program = fileURLToPath(new URL(`../dist/${isServer ? 'server' : 'cli'}.cjs`, import.meta.url));
if (existsSync(program))
  nodeModule
    .createRequire(import.meta.url)('./load.cjs')
    .load(program);
else {
  console.error('Vangnet is not built yet: run `npm run build` first.');
  process.exitCode = 2;
}
