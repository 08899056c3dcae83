/**
 * One file of the cache: sealed records one behind the other, then an index of them. It is written under a name that
 * nobody reads and gets its own when it is whole, and never changes after that: runs side by side don't disturb each
 * other, and one that is killed leaves nothing that could be half read.
 */

import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

const MAGIC = Buffer.from('VANGNET1');
const ID = 16;
/** Id, offset (6 bytes), length (4 bytes). */
const ENTRY = ID + 10;
/** Where the index begins (6), how many entries (4), a checksum of the index (16), the magic. */
const FOOTER = 10 + 16 + MAGIC.length;

/** Neighbours are asked for one after the other: one read brings many. */
const WINDOW = 256 * 1024;
const PENDING = 1024 * 1024;

interface Place {
  readonly offset: number;
  readonly length: number;
}

export class Segment {
  /** Used again and again: what lies outside the heap is cleared away late. */
  private room: Buffer = Buffer.alloc(0);
  private window = this.room;
  private windowAt = 0;

  private constructor(
    readonly file: string,
    private readonly descriptor: number,
    private readonly places: ReadonlyMap<string, Place>,
  ) {}

  /** Undefined where the file is not whole or not ours. */
  static open(file: string): Segment | undefined {
    const descriptor = openSync(file, 'r');
    const places = readPlaces(descriptor);
    if (places) return new Segment(file, descriptor, places);
    closeSync(descriptor);
    return undefined;
  }

  get ids(): Iterable<string> {
    return this.places.keys();
  }

  /** The sealed record, which is good until the next one is asked for. */
  get(id: string): Buffer | undefined {
    const place = this.places.get(id);
    if (!place) return undefined;
    const { offset, length } = place;
    if (offset < this.windowAt || offset + length > this.windowAt + this.window.length) {
      if (this.room.length < length) this.room = Buffer.allocUnsafe(Math.max(WINDOW, length));
      this.window = readAt(this.descriptor, offset, this.room);
      this.windowAt = offset;
    }
    const from = offset - this.windowAt;
    return from + length <= this.window.length ? this.window.subarray(from, from + length) : undefined;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

export class SegmentWriter {
  private readonly temporary: string;
  private readonly descriptor: number;
  private readonly places = new Map<string, Place>();
  private pending: Buffer[] = [MAGIC];
  private pendingLength = MAGIC.length;
  private offset = MAGIC.length;
  private isOpen = true;

  constructor(private readonly file: string) {
    this.temporary = path.join(path.dirname(file), `new-${randomBytes(8).toString('hex')}.tmp`);
    this.descriptor = openSync(this.temporary, 'wx', 0o600);
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  put(id: string, sealed: Buffer): void {
    this.places.set(id, { offset: this.offset, length: sealed.length });
    this.write(Buffer.from(sealed));
  }

  /** Gives the file its name. */
  finish(): void {
    const index = Buffer.alloc(this.places.size * ENTRY);
    let at = 0;
    for (const [id, { offset, length }] of this.places) {
      index.write(id, at, 'latin1');
      index.writeUIntBE(offset, at + ID, 6);
      index.writeUInt32BE(length, at + ID + 6);
      at += ENTRY;
    }
    const footer = Buffer.alloc(FOOTER);
    footer.writeUIntBE(this.offset, 0, 6);
    footer.writeUInt32BE(this.places.size, 6);
    checksum(index).copy(footer, 10);
    MAGIC.copy(footer, FOOTER - MAGIC.length);
    this.write(index);
    this.write(footer);
    this.flush();
    this.close();
    renameSync(this.temporary, this.file);
  }

  /** Leaves nothing behind. */
  abandon(): void {
    this.close();
    rmSync(this.temporary, { force: true });
  }

  private close(): void {
    if (this.isOpen) closeSync(this.descriptor);
    this.isOpen = false;
  }

  private write(bytes: Buffer): void {
    this.pending.push(bytes);
    this.pendingLength += bytes.length;
    this.offset += bytes.length;
    if (this.pendingLength > PENDING) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.concat(this.pending);
    this.pending = [];
    this.pendingLength = 0;
    for (let done = 0; done < bytes.length; ) done += writeSync(this.descriptor, bytes, done);
  }
}

/** An id as a string of 16 characters below 256: short, and quick to look up. */
export function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest().toString('latin1', 0, ID);
}

function readPlaces(descriptor: number): Map<string, Place> | undefined {
  const { size } = fstatSync(descriptor);
  if (size < MAGIC.length + FOOTER) return undefined;
  const footer = readAt(descriptor, size - FOOTER, Buffer.alloc(FOOTER));
  if (footer.length < FOOTER || !footer.subarray(-MAGIC.length).equals(MAGIC)) return undefined;
  const start = footer.readUIntBE(0, 6);
  const count = footer.readUInt32BE(6);
  if (start + count * ENTRY + FOOTER !== size) return undefined;
  const index = readAt(descriptor, start, Buffer.allocUnsafe(count * ENTRY));
  if (!checksum(index).equals(footer.subarray(10, 26))) return undefined;
  const places = new Map<string, Place>();
  for (let at = 0; at < index.length; at += ENTRY)
    places.set(index.toString('latin1', at, at + ID), {
      offset: index.readUIntBE(at + ID, 6),
      length: index.readUInt32BE(at + ID + 6),
    });
  return places;
}

/** Fills the bytes from there on; gives less of them where the file ends before. */
function readAt(descriptor: number, offset: number, bytes: Buffer): Buffer {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

function checksum(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, 16);
}
