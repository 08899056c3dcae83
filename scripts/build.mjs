// @ts-check
/** Generates tables, then bundles: `node scripts/build.mjs [--watch]`. */
import { rm } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { clientBuilds } from './build-client.mjs';
import { serverBuilds } from './build-server.mjs';
import { writeCodeCache } from './code-cache.mjs';
import { generate } from './generate/index.mjs';

const started = performance.now();
await generate();
const builds = [...serverBuilds, ...clientBuilds];
if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(builds.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  await rm('server/dist', { recursive: true, force: true });
  await Promise.all(builds.map((options) => build({ ...options, logLevel: 'warning' })));
  await writeCodeCache();
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
