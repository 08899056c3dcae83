/**
 * What was found in files before, kept on the disk (`--cache`). A file's findings are taken from it while everything
 * that they depend on is the same: its text, this very build of Vangnet with its rules and its law, the settings, the
 * day (time limits move with it), and the state of the files that the case names. What can't be used, in whatever way,
 * is worked out again: a cache never makes a run fail.
 */

import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileStates } from '../../core/files.js';
import { lawFileInUse } from '../../knowledge/law-in-use.js';
import type { Done, Task } from '../run/analyse-text.js';
import { prepareFolder } from './folder.js';
import { keyFrom, seal, unseal } from './seal.js';
import { idOf, Segment, SegmentWriter } from './segment.js';

/** With more files than this they are made into one. */
const MOST_SEGMENTS = 8;
const DAY = 86_400_000;

export class ResultCache {
  private segments: Segment[] = [];
  private writer: SegmentWriter | undefined;
  private failure: unknown;

  /**
   * @param today days since 1970-01-01
   * @param build what tells this Vangnet from any other: see {@link buildStamp}
   * @throws where the folder can't be used
   */
  constructor(
    readonly folder: string,
    private readonly cwd: string,
    private readonly today: number,
    private readonly build: string,
  ) {
    prepareFolder(folder);
    this.segments = this.openSegments();
  }

  /** @param files how what the case names is found now */
  get(task: Task, files: () => FileStates): Done | undefined {
    try {
      return this.find(task, files);
    } catch {
      return undefined;
    }
  }

  private find(task: Task, files: () => FileStates): Done | undefined {
    const id = this.idOf(task);
    let key: Buffer | undefined;
    for (const segment of this.segments) {
      const sealed = segment.get(id);
      if (!sealed) continue;
      key ??= this.keyOf(task);
      const plain = unseal(sealed, key);
      const done = plain === undefined ? undefined : (JSON.parse(plain) as Done);
      if (done && isAsBefore(done, files)) return done;
    }
    return undefined;
  }

  put(task: Task, { result, asked }: Done): void {
    if (this.failure !== undefined) return;
    try {
      this.writer ??= new SegmentWriter(path.join(this.folder, this.newName()));
      this.writer.put(
        this.idOf(task),
        seal(JSON.stringify({ result, asked } satisfies Done), this.keyOf(task)),
      );
    } catch (error) {
      this.give(error);
    }
  }

  /** Keeps what this run added. @throws where that can't be written; what was found is not touched by it */
  close(): void {
    try {
      if (this.writer && this.segments.length >= MOST_SEGMENTS) this.merge(this.writer);
      this.writer?.finish();
    } catch (error) {
      this.give(error);
    }
    for (const segment of this.segments) segment.close();
    if (this.failure !== undefined) throw this.failure;
  }

  private give(error: unknown): void {
    this.failure = error;
    this.writer?.abandon();
    this.writer = undefined;
  }

  /** Newest first: what a file held before may be right again, after a change was taken back. */
  private openSegments(): Segment[] {
    const times = new Map<string, number>();
    const now = Date.now();
    for (const name of readdirSync(this.folder)) {
      const file = path.join(this.folder, name);
      const [, day] = /^(\d+)-[\da-f]+\.vangnet$/.exec(name) ?? [];
      if (day === undefined && !name.endsWith('.tmp')) continue;
      const age = now - changedAt(file);
      // What was found on another day is of no use today; a file that has no name yet may be another run's.
      if (day === undefined ? age > DAY : Number(day) !== this.today) remove(file);
      else if (day !== undefined) times.set(file, age);
    }
    // The clock of some disks stands still for milliseconds: of two from one moment the name tells.
    const newestFirst = [...times].sort(([one, a], [other, b]) => a - b || (one < other ? 1 : -1));
    const files = newestFirst.map(([file]) => file);
    return files.flatMap((file) => open(file) ?? []);
  }

  private merge(into: SegmentWriter): void {
    for (const segment of this.segments) {
      for (const id of segment.ids) {
        const sealed = into.has(id) ? undefined : segment.get(id);
        if (sealed) into.put(id, sealed);
      }
    }
    for (const { file } of this.segments) remove(file);
  }

  private newName(): string {
    const moment = Date.now().toString(16).padStart(12, '0');
    return `${this.today}-${moment}${randomBytes(8).toString('hex')}.vangnet`;
  }

  /** Hashed: names of case files are names of people. From the folder, so that a moved project keeps its cache. */
  private idOf({ path: file, fixes }: Task): string {
    const place = path.relative(this.folder, path.resolve(this.cwd, file));
    return idOf(place.split(path.sep).join('/'), fixes);
  }

  private keyOf({ settings, fixes, text }: Task): Buffer {
    return keyFrom(
      [this.build, lawFileInUse()?.sha256 ?? '', this.today, fixes, JSON.stringify(settings)].join('\0'),
      text,
    );
  }
}

function isAsBefore({ asked }: Done, files: () => FileStates): boolean {
  const named = Object.entries(asked);
  if (named.length === 0) return true;
  const states = files();
  return named.every(([name, state]) => (states.stateOf(name) ?? 'unknown') === state);
}

/** This very build (rules, schema, law and texts are in its files) on this Node, whose Intl the rules use. */
export function buildStamp(): string {
  const dist = new URL('./', import.meta.url);
  const hash = createHash('sha256').update(readFileSync(new URL('check-worker.cjs', dist)));
  for (const name of readdirSync(new URL('words/', dist)).sort())
    hash.update(readFileSync(new URL(`words/${name}`, dist)));
  return `${hash.digest('hex')} ${process.version} ${process.versions.icu}`;
}

/** Undefined for one that can't be read: it is removed, and its files are checked again. */
function open(file: string): Segment | undefined {
  try {
    const segment = Segment.open(file);
    if (!segment) remove(file);
    return segment;
  } catch {
    return undefined;
  }
}

/** Milliseconds since 1970. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Another run may have it open (Windows): the next one tries again.
  }
}
