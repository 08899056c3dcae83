// @ts-check
/** Routes of the light editor: who may ask, and which part answers. */
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { describeError, EditorError } from './errors.mjs';
import { maximumFileSize } from './folder.mjs';
import { ChangeStream, folderOperations } from './folder-api.mjs';
import { contentPolicy, editorPage, oldLinkHtml, webviewPolicy } from './page.mjs';
import { isToken, kindOfHost, readBody, requireOwnOrigin } from './request.mjs';
import { ExtensionFiles, VsCodeFiles } from './static-files.mjs';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ root: string, extension: string, vsCode: string, version: string, searchTimeLimit: number }} Sources
 */

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
const folderExtension = fileURLToPath(new URL('./fs-extension/', import.meta.url));

export class EditorServer {
  #token = randomBytes(24).toString('base64url');
  #port = 0;

  /** @param {Sources} sources real paths */
  constructor(sources) {
    this.sources = sources;
    this.vsCodeFiles = new VsCodeFiles(sources.vsCode);
    this.extensionFiles = new Map([
      ['folder', new ExtensionFiles(folderExtension)],
      ['vangnet', new ExtensionFiles(sources.extension)],
    ]);
    this.operations = folderOperations(sources.root, sources.searchTimeLimit);
    this.changes = new ChangeStream(sources.root);
    this.http = http.createServer((request, response) => void this.#answer(request, response));
  }

  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  get address() {
    return `${this.origin}/${this.#token}/`;
  }

  /**
   * @param {number} port
   * @returns {Promise<void>} rejects with EADDRINUSE where the port is taken
   */
  listen(port) {
    return new Promise((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen(port, '127.0.0.1', () => {
        this.http.off('error', reject);
        const bound = this.http.address();
        this.#port = bound !== null && typeof bound === 'object' ? bound.port : port;
        resolve();
      });
    });
  }

  /** @returns {Promise<void>} */
  close() {
    this.changes.close();
    return new Promise((resolve) => {
      this.http.close(() => resolve());
      this.http.closeAllConnections();
    });
  }

  /**
   * @param {Request} request
   * @param {Response} response
   */
  async #answer(request, response) {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    try {
      await this.#route(request, response);
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const { status, body } = describeError(error);
      // What is left of a body that was refused is not waited for.
      if (!request.complete) response.setHeader('connection', 'close');
      sendJson(response, body, status);
    }
  }

  /**
   * @param {Request} request
   * @param {Response} response
   */
  async #route(request, response) {
    const host = kindOfHost(request.headers.host, this.#port);
    if (host === undefined) throw new EditorError('EACCES');
    const url = new URL(request.url ?? '/', this.origin);
    const [first, second, ...rest] = decodedSegments(url.pathname);
    if (first === '_vs' && second === this.sources.version) {
      await this.#sendVsCodeFile(request, response, rest.join('/'), host);
    } else if (host === 'webview') {
      throw new EditorError('EACCES');
    } else if (!isToken(first, this.#token)) {
      refuseOldLink(request, response);
    } else if (host === 'alias') {
      // One origin, so that the browser finds what it keeps; the answer tells nothing that was not asked with.
      response
        .writeHead(302, { location: `${this.origin}${url.pathname}`, 'cache-control': 'no-store' })
        .end();
    } else {
      await this.#routeOwn(request, response, url, second ?? '', rest);
    }
  }

  /**
   * @param {Request} request
   * @param {Response} response
   * @param {URL} url
   * @param {string} kind
   * @param {string[]} rest
   */
  async #routeOwn(request, response, url, kind, rest) {
    if (kind === '') {
      this.#sendEditorPage(request, response);
    } else if (kind === 'folder' && rest.length === 1) {
      await this.#callFolder(request, response, url, rest[0] ?? '');
    } else if (kind === 'extension') {
      await this.#sendExtensionFile(request, response, rest);
    } else {
      throw new EditorError('ENOENT');
    }
  }

  /**
   * @param {Request} request
   * @param {Response} response
   */
  #sendEditorPage(request, response) {
    const nonce = randomBytes(16).toString('base64');
    const { root, version } = this.sources;
    const address = { origin: this.origin, port: this.#port, token: this.#token, root, version };
    response.writeHead(200, {
      ...htmlHeaders,
      'content-security-policy': contentPolicy(this.#port, `'nonce-${nonce}'`),
    });
    response.end(editorPage(address, nonce, request.headers['accept-language']));
  }

  /**
   * @param {Request} request
   * @param {Response} response
   * @param {string} relative
   * @param {'own' | 'alias' | 'webview'} host
   */
  async #sendVsCodeFile(request, response, relative, host) {
    /** @type {Record<string, string>} */
    const headers = {};
    // Webviews have an origin of their own each, and take VS Code's own scripts and fonts from here.
    if (host === 'webview' || request.headers.origin) headers['access-control-allow-origin'] = '*';
    // VS Code's frames carry their own, narrower list of scripts; this one adds that they connect to nothing else. A
    // script needs it too: it may run as a worker, which is bound by the policy of its own file.
    if (/\.(html|js)$/.test(relative)) {
      headers['content-security-policy'] =
        host === 'webview' ? webviewPolicy(this.#port) : contentPolicy(this.#port, "'unsafe-inline'");
    }
    await this.vsCodeFiles.send(request, response, relative, headers);
  }

  /**
   * @param {Request} request
   * @param {Response} response
   * @param {string[]} segments
   */
  async #sendExtensionFile(request, response, segments) {
    const [name = '', ...rest] = segments;
    const files = this.extensionFiles.get(name);
    if (!files) throw new EditorError('ENOENT');
    await files.send(request, response, rest.join('/'));
  }

  /**
   * @param {Request} request
   * @param {Response} response
   * @param {URL} url
   * @param {string} name
   */
  async #callFolder(request, response, url, name) {
    const operation = this.operations.get(name);
    requireOwnOrigin(request, this.origin, operation?.changes ?? false);
    if (name === 'watch') return this.changes.add(response);
    if (!operation) throw new EditorError('ENOENT');
    const body = operation.changes ? await readBody(request, maximumFileSize) : Buffer.alloc(0);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const result = await operation.run({ query: url.searchParams, body, signal: gone.signal });
    if (Buffer.isBuffer(result)) sendBytes(response, result);
    else sendJson(response, result ?? {});
  }
}

/**
 * @param {string} pathname
 * @returns {string[]}
 */
function decodedSegments(pathname) {
  try {
    return pathname.slice(1).split('/').map(decodeURIComponent);
  } catch {
    throw new EditorError('EINVAL');
  }
}

/**
 * @param {Response} response
 * @param {unknown} value
 * @param {number} [status]
 */
function sendJson(response, value, status = 200) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

/**
 * @param {Response} response
 * @param {Buffer} bytes
 */
function sendBytes(response, bytes) {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  response.end(bytes);
}

/**
 * A page that was open before the restart calls on; a person follows an old bookmark. Each is told in its own way.
 * @param {Request} request
 * @param {Response} response
 */
function refuseOldLink(request, response) {
  if (!request.headers.accept?.includes('text/html')) {
    sendJson(response, { code: 'OLDLINK', message: 'OLDLINK' }, 403);
    return;
  }
  response.writeHead(403, {
    ...htmlHeaders,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(oldLinkHtml(request.headers['accept-language']));
}
