// @ts-check
/** Generates tables, then bundles: `node scripts/build.mjs [--watch]`. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { clientBuilds } from './build-client.mjs';
import { serverBuilds } from './build-server.mjs';
import { generate } from './generate/index.mjs';

/** As in client/src/openSample.ts. */
const SAMPLES = ['semon', 'semon-weak', 'afia', 'afia-weak', 'haertefall-sh', 'haertefall-sh-weak'];
const EXERCISES = ['1-semon', '2-afia', '3-haertefall'];
const started = performance.now();
await generate();
// To open from the editor: the package has no other samples.
await mkdir('client/dist/samples/exercises', { recursive: true });
for (const name of [...SAMPLES, ...EXERCISES.map((one) => `exercises/${one}`)])
  await cp(`samples/${name}.case.yaml`, `client/dist/samples/${name}.case.yaml`);
const builds = [...serverBuilds, ...clientBuilds];
if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(builds.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  await rm('server/dist', { recursive: true, force: true });
  await Promise.all(builds.map((options) => build({ ...options, logLevel: 'warning' })));
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
