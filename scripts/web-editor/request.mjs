// @ts-check
/** What a request must show before it is answered. */
import { timingSafeEqual } from 'node:crypto';
import { EditorError } from './errors.mjs';

/**
 * @param {string | undefined} given
 * @param {string} expected
 */
export function isToken(given, expected) {
  const [left, right] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * The names a request may call this server by. Any other Host header comes from a foreign page whose name was made to
 * point at this computer (DNS rebinding).
 * @param {string | undefined} host
 * @param {number} port
 * @returns {'own' | 'alias' | 'webview' | undefined}
 */
export function kindOfHost(host, port) {
  if (host === `127.0.0.1:${port}`) return 'own';
  if (host === `localhost:${port}`) return 'alias';
  const [name, ...rest] = (host ?? '').split('.localhost:');
  return /^[a-z0-9-]+$/.test(name ?? '') && rest.join() === String(port) ? 'webview' : undefined;
}

/**
 * Calls on the folder come from our own page only. A browser names the origin of every POST; of a GET it may not.
 * @param {import('node:http').IncomingMessage} request
 * @param {string} ownOrigin
 * @param {boolean} changes
 */
export function requireOwnOrigin(request, ownOrigin, changes) {
  const { origin } = request.headers;
  if (origin !== ownOrigin && (changes || origin !== undefined)) throw new EditorError('EACCES');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new EditorError('EACCES');
  if (changes !== (request.method === 'POST')) throw new EditorError('EACCES');
}

/**
 * The whole body; an interrupted request throws, so that half a file is never written.
 * @param {import('node:http').IncomingMessage} request
 * @param {number} limit
 */
export async function readBody(request, limit) {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new EditorError('EFBIG');
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw new EditorError('EFBIG');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
