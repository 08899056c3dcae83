#!/usr/bin/env node
// Committed, unlike what it loads: npm skips a command whose file isn't there when it installs. CommonJS (by package.json
// beside it), since what Node needs to run an ES module takes longer to load than this.
if (process.getBuiltinModule) start();
else fail(`Vangnet needs Node 20.19 or newer; this is ${process.version}.`);

function start() {
  const { existsSync } = require('node:fs');
  const path = require('node:path');
  // What an editor starts needs nothing of the command line.
  const isServer = /^lsp(?: --stdio)?$/.test(process.argv.slice(2).join(' '));
  const program = path.join(__dirname, `../dist/${isServer ? 'server' : 'start'}.cjs`);
  if (existsSync(program)) require(program);
  else fail('Vangnet is not built yet: run `npm run build` first.');
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 2;
}
