/**
 * Runs a bundle with what V8 compiled of it in earlier runs: half of a short run is compiling. Node has a cache of its own
 * from 22 on, but keeps in it what is compiled when a file is loaded, before anything in it has run: functions, which V8
 * compiles when they are first called, would be compiled again in every run.
 *
 * What is kept is code of ours and nothing of a case. It lies where Node keeps its own, and only the very file that it was
 * made of finds it there. Whatever is amiss with it, the bundle is compiled as if there were none.
 */

import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';

/**
 * So many of the first runs add the functions that those before them had no use for; then one a day does. Not the very
 * first, which may be the only one (in a container, say): to keep code takes more time than to use it saves.
 */
const LESSONS = 5;
const DAY = 86_400_000;

/** The last line of what is kept, behind the code. The first run keeps this alone. */
interface Label {
  /** Which file the code was compiled of: its path, its length, and when anything about it was last changed. */
  readonly of: string;
  readonly lessons: number;
}

/**
 * @param file a CommonJS bundle
 * @param purpose what it is run for, in letters: each purpose has a cache of its own, with the functions that it needs
 * @returns to be called when this run has done what it is for: keeps what was compiled for that, if there is need
 */
export function runBundle(file: string, purpose: string): () => void {
  const cache = placeOf(file, purpose);
  const of = identityOf(file);
  const kept = cache === undefined ? undefined : read(cache, of);
  const source = Module.wrap(readFileSync(file, 'utf8'));
  const cachedData = kept && kept.code.length > 0 ? kept.code : undefined;
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const lessons = kept && !script.cachedDataRejected ? kept.lessons : 0;
  const isFirst = kept === undefined;
  const isOld = !isFirst && kept.age > DAY;
  start(script, file);
  return () => {
    if (cache === undefined) return;
    if (isFirst) keep(cache, () => Buffer.alloc(0), { of, lessons: 0 });
    else if (lessons < LESSONS || isOld)
      keep(cache, () => script.createCachedData(), { of, lessons: lessons + 1 });
  };
}

interface Kept {
  readonly code: Buffer;
  readonly lessons: number;
  /** Milliseconds since the last lesson. */
  readonly age: number;
}

/** As Node starts a CommonJS module. */
function start(script: Script, file: string): void {
  const module = new Module(file);
  module.filename = file;
  module.paths = [];
  const { exports } = module;
  script
    .runInThisContext()
    .call(exports, exports, Module.createRequire(file), module, file, path.dirname(file));
}

/** Undefined where nothing may be kept: Node's own variables for its cache hold for this one. */
function placeOf(file: string, purpose: string): string | undefined {
  const { NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: isOff } = process.env;
  if (isOff) return undefined;
  const owner = process.getuid?.() ?? '';
  const engine = `vangnet-${process.version}-${process.arch}-${owner}`;
  // Two installations may share a name in the end: then each makes it anew, since the label tells them apart.
  const name = `${file.replaceAll(/[^\w.]+/g, '-').slice(-100)}-${purpose}`;
  return path.join(folder || path.join(tmpdir(), 'node-compile-cache'), engine, name);
}

/** Not the content: to load what makes a checksum takes longer than all else here. A file of another content has changed. */
function identityOf(file: string): string {
  const { size, ctimeMs } = statSync(file);
  return `${file} ${size} ${ctimeMs}`;
}

/** Undefined where there is none of this file, or where another user could have put it there. */
function read(cache: string, of: string): Kept | undefined {
  try {
    // A pipe, which somebody could have put there, would never open.
    const descriptor = openSync(cache, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const info = fstatSync(descriptor);
      if (!info.isFile() || !isOurs(info)) return undefined;
      const bytes = readFileSync(descriptor);
      const end = bytes.lastIndexOf('\n');
      const label = JSON.parse(bytes.toString('utf8', end + 1)) as Label;
      if (label.of !== of) return undefined;
      return { code: bytes.subarray(0, end), lessons: label.lessons, age: Date.now() - info.mtimeMs };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** In one step: whoever reads finds the old or the new. Where that fails the next run is only slower. */
function keep(cache: string, code: () => Buffer, label: Label): void {
  const draft = `${cache}.${process.pid}`;
  attempt(() => {
    mkdirSync(path.dirname(cache), { recursive: true, mode: 0o700 });
    // Made before the code, which takes time: where nothing can be written, none is lost.
    writeFileSync(draft, '', { mode: 0o600, flag: 'wx' });
    writeFileSync(draft, Buffer.concat([code(), Buffer.from(`\n${JSON.stringify(label)}`)]));
    renameSync(draft, cache);
  }) || attempt(() => rmSync(draft, { force: true }));
}

function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
