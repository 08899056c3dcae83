/** A zip in steps: what is packed is never whole in memory, and others get their turn in between. */

import { Zip, ZipDeflate } from 'fflate';
import type { Steps } from '../core/steps.js';

/** A name and the text of a file in pieces; they are asked for one after another, so a file may depend on those before. */
export type ZipFile = readonly [name: string, content: Iterable<string> | Uint8Array];

/** What is packed in a step, in bytes or letters: some milliseconds. */
const BLOCK = 65_536;

export function* zipped(files: Iterable<ZipFile>): Steps<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of files) {
    const file = new ZipDeflate(name);
    zip.add(file);
    for (const block of content instanceof Uint8Array ? [content] : blocksOf(content)) {
      for (let from = 0; from < block.length; from += BLOCK) {
        file.push(block.subarray(from, from + BLOCK));
        yield;
      }
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return joined(chunks);
}

/** Small pieces together, as bytes. */
function* blocksOf(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < BLOCK) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  yield encoder.encode(waiting);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
