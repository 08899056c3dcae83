#!/usr/bin/env node
// Committed, unlike what it loads: npm skips a command whose file isn't there when it installs.
if (process.getBuiltinModule) start();
else fail(`Vangnet needs Node 20.19 or newer; this is ${process.version}.`);

function start() {
  // Imported as ES modules, Node's own modules would cost each start five milliseconds.
  const { existsSync } = process.getBuiltinModule('node:fs');
  const { createRequire, enableCompileCache } = process.getBuiltinModule('node:module');
  const { fileURLToPath } = process.getBuiltinModule('node:url');
  // From Node 22 on.
  enableCompileCache?.();
  // What an editor starts needs nothing of the command line.
  const isServer = /^lsp(?: --stdio)?$/.test(process.argv.slice(2).join(' '));
  const program = fileURLToPath(new URL(`../dist/${isServer ? 'server' : 'cli'}.cjs`, import.meta.url));
  if (existsSync(program)) createRequire(import.meta.url)('./load.cjs').load(program);
  else fail('Vangnet is not built yet: run `npm run build` first.');
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 2;
}
