// @ts-check
/**
 * Offers an extension over http, as a website that hosts VS Code does. (Out of a server's folder its web flavour
 * would be a 'remote' extension, and VS Code lets those create no workers.)
 */
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, sep } from 'node:path';
import { pipeline } from 'node:stream';

/** Scripts must come with their type; for the rest VS Code goes by the name. */
const TYPES = /** @type {Record<string, string>} */ ({
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.css': 'text/css',
});

/**
 * Files keep their absolute paths, so that the suite finds the control folder by its own address.
 * @param {string} extension
 * @returns {Promise<{port: number, close: () => Promise<void>}>}
 */
export async function serveExtension(extension) {
  const root = realpathSync(extension);
  const server = createServer((request, response) => {
    // The workbench lives on another port. Nothing here is secret: these are the files of the extension.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Cache-Control', 'no-store');
    const file = fileFor(root, request.url ?? '/');
    if (request.method !== 'GET' || !file) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    pipeline(createReadStream(file), response, () => undefined);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, close };
}

/** @param {string} root @param {string} url */
function fileFor(root, url) {
  try {
    const path = realpathSync(decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname));
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}
