// @ts-check
/** Speaks to the light editor's server as its page does, or as somebody who should not. */
import http from 'node:http';

/** @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }} Answer */

export class EditorClient {
  /** @param {string} address of the page, as the server gives it */
  constructor(address) {
    const url = new URL(address);
    this.port = Number(url.port);
    this.origin = url.origin;
    this.base = url.pathname;
  }

  /**
   * Sends the path as it is: `fetch` would resolve `..` before it leaves.
   * @param {string} path
   * @param {{ method?: string, headers?: http.OutgoingHttpHeaders, body?: string | Uint8Array }} [options]
   * @returns {Promise<Answer>}
   */
  request(path, { method = 'GET', headers = {}, body } = {}) {
    return new Promise((resolve, reject) => {
      const request = http.request(
        { host: '127.0.0.1', port: this.port, path, method, headers },
        (response) => {
          /** @type {Buffer[]} */
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            });
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  /**
   * @param {string} operation
   * @param {Record<string, string>} [query]
   */
  get(operation, query = {}) {
    return this.request(`${this.base}folder/${operation}?${new URLSearchParams(query)}`);
  }

  /**
   * @param {string} operation
   * @param {Record<string, string>} query
   * @param {string | Uint8Array} [body]
   * @param {http.OutgoingHttpHeaders} [headers]
   */
  post(operation, query, body = '', headers = { origin: this.origin }) {
    const path = `${this.base}folder/${operation}?${new URLSearchParams(query)}`;
    return this.request(path, { method: 'POST', headers, body });
  }

  /**
   * @param {string} path
   * @param {string | Uint8Array} body
   */
  save(path, body) {
    return this.post('write', { path, create: '1', overwrite: '1' }, body);
  }

  /**
   * Begins to save and breaks the connection off in the middle.
   * @param {string} path
   * @returns {Promise<void>}
   */
  saveHalf(path) {
    const query = new URLSearchParams({ path, create: '1', overwrite: '1' });
    return new Promise((resolve) => {
      const request = http.request({
        host: '127.0.0.1',
        port: this.port,
        path: `${this.base}folder/write?${query}`,
        method: 'POST',
        headers: { origin: this.origin, 'content-length': 1000 },
      });
      request.on('error', () => resolve());
      request.write('half of it', () => setTimeout(() => request.destroy(new Error('broken off')), 50));
    });
  }

  /**
   * Collects what the server reports until `done` is content with it.
   * @param {(changes: { changed: string[], deleted: string[] }) => boolean} done
   * @param {() => void} change made once the server listens
   * @returns {Promise<void>}
   */
  untilReported(done, change) {
    return new Promise((resolve, reject) => {
      const seen = { changed: /** @type {string[]} */ ([]), deleted: /** @type {string[]} */ ([]) };
      const path = `${this.base}folder/watch`;
      const request = http.get({ host: '127.0.0.1', port: this.port, path }, (response) => {
        response.setEncoding('utf8');
        response.on('data', (/** @type {string} */ text) => {
          if (text.startsWith(': listening')) change();
          for (const [, data = ''] of text.matchAll(/^data: (.*)$/gm)) {
            const { changed, deleted } = JSON.parse(data);
            seen.changed.push(...changed);
            seen.deleted.push(...deleted);
          }
          if (!done(seen)) return;
          request.destroy();
          resolve();
        });
      });
      request.on('error', reject);
    });
  }
}
