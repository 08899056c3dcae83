#!/usr/bin/env node
// @ts-check
/**
 * `npm start`: installs, builds and opens the samples in an editor with Vangnet. Works on a fresh clone: everything
 * is Node's own. The rest is loaded only once Node is new enough to understand it.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 20 || (major === 20 && minor >= 19)) {
  import('./start/main.mjs').then((start) => start.main(process.argv.slice(2)));
} else {
  console.error(`Vangnet heeft Node.js 20.19 of nieuwer nodig. Op deze computer staat ${process.version}.`);
  console.error(`Vangnet needs Node.js 20.19 or newer. This computer has ${process.version}.`);
  console.error(`Vangnet braucht Node.js 20.19 oder neuer. Auf diesem Computer ist ${process.version}.`);
  process.exitCode = 2;
}
