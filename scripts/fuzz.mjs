// @ts-check
/** `npm run fuzz`: builds the server and the fuzzer (server/test/fuzz) and runs it; `--help` tells how. */
import { pathToFileURL } from 'node:url';
import './build.mjs';
import { bundle } from './unit.mjs';

const [main] = await bundle(['server/test/fuzz/main.ts'], 'out/fuzz');
await import(pathToFileURL(String(main)).href);
