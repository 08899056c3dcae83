/** The language server as a web worker: vscode.dev and other editors that run in a browser. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Writers } from '../features/papers/writers.js';
import { Gate, withoutReasons } from './gate.js';
import { serve } from './server.js';

declare const self: DedicatedWorkerGlobalScope;
type DedicatedWorkerGlobalScope = Parameters<typeof createWorkerReader>[0] & {
  readonly location: { readonly href: string };
  /** Ends in the address of this script where it is started from a blob: VS Code for the Web does, and puts ` -> ` before. */
  readonly name: string;
  importScripts(address: string): void;
  /** Set by the bundle of the writers. */
  readonly vangnetWriters?: Writers;
};

function createWorkerReader(
  scope: ConstructorParameters<typeof BrowserMessageReader>[0],
): BrowserMessageReader {
  return new BrowserMessageReader(scope);
}

/** A script of its own beside this one. */
function loadWriters(): Writers {
  const own = self.location.href.startsWith('blob:') ? self.name.split(' -> ').at(-1) : self.location.href;
  if (!self.vangnetWriters) self.importScripts(new URL('writers-web.js', own).href);
  return self.vangnetWriters as Writers;
}

const writer = withoutReasons(new BrowserMessageWriter(self));
serve(
  createConnection(createWorkerReader(self), writer, { messageStrategy: new Gate(writer) }),
  undefined,
  loadWriters,
);
