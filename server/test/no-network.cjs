/**
 * Loaded before the program in every process and thread of it (NODE_OPTIONS, which worker threads take over): notes each
 * try to reach another computer, resolve a name or listen, in the file that VANGNET_NETWORK_LOG names, and refuses it.
 * Notes its own presence there, too, so that a test knows that it was there.
 */
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const log = process.env.VANGNET_NETWORK_LOG;
const note = (what) => appendFileSync(log, `${what}\n`);

const refuse = (holder, name, label) => {
  if (typeof holder?.[name] !== 'function') return;
  Object.defineProperty(holder, name, {
    configurable: true,
    writable: true,
    value: () => {
      note(`TRIED ${label}`);
      throw new Error(`no network: ${label}`);
    },
  });
};

for (const [module, names] of Object.entries({
  dns: ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse', 'setServers'],
  'dns/promises': ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'],
  dgram: ['createSocket'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
})) {
  const loaded = require(`node:${module}`);
  for (const name of names) refuse(loaded, name, `${module}.${name}`);
}
const net = require('node:net');
refuse(net.Socket.prototype, 'connect', 'net.Socket.connect');
refuse(net.Server.prototype, 'listen', 'net.Server.listen');
for (const name of ['fetch', 'WebSocket', 'EventSource']) refuse(globalThis, name, name);
// ES modules that import these by name see the replacements.
require('node:module').syncBuiltinESMExports();
note(isMainThread ? 'PROCESS' : 'THREAD');
