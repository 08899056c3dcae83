/** Reads the report of one part of a run (`check --shard --format json`), entry by entry. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import manifest from '../../../package.json' with { type: 'json' };
import type { Message } from '../../core/findings.js';
import { reasonOf } from '../files.js';
import type { CheckedFile } from '../reporter.js';
import { type Excerpt, textOf } from '../run/excerpt.js';
import { checkedFile, type PlainResult } from '../run/result.js';

/** What a part's report says beside what every JSON report says: see reporters/json.ts. */
export interface PartHeader {
  readonly number: number;
  readonly of: number;
  /** The Vangnet that made it. */
  readonly by: string;
}

export interface PartEntry {
  readonly path: string;
  readonly source: { readonly lines: Excerpt; readonly result: PlainResult };
}

interface Whole {
  readonly shard?: Partial<PartHeader>;
  readonly files?: readonly PartEntry[];
  readonly problems?: readonly string[];
}

export class Part {
  /** What the run of that part could not do, in its words; complete once there is no next file. */
  problems: readonly string[] = [];
  /** Undefined where the report is whole. */
  damage: Message | undefined;

  private constructor(
    readonly shown: string,
    readonly header: PartHeader,
    private readonly entries: AsyncIterator<PartEntry | Whole>,
  ) {}

  static async open(shown: string, file: string): Promise<Part | { problem: Message }> {
    try {
      const lines = createInterface({
        input: createReadStream(file, 'utf8'),
        crlfDelay: Number.POSITIVE_INFINITY,
      });
      const iterator = lines[Symbol.asyncIterator]();
      const first = await iterator.next();
      const opening = parsed(`${first.done ? '' : first.value}]}`);
      if (opening) return Part.made(shown, opening, linesOf(iterator));
      lines.close();
      // Somebody laid it out anew: then it is read at one go.
      const whole = parsed(await readFile(file, 'utf8'));
      return whole ? Part.made(shown, whole, entriesOf(whole)) : { problem: notOurs(shown) };
    } catch (error) {
      return { problem: { key: 'cli.unreadable', args: { path: shown, reason: reasonOf(error) } } };
    }
  }

  private static made(
    shown: string,
    { shard }: Whole,
    entries: AsyncIterator<PartEntry | Whole>,
  ): Part | { problem: Message } {
    const { number, of, by } = shard ?? {};
    if (typeof number !== 'number' || typeof of !== 'number') return { problem: notOurs(shown) };
    if (by !== manifest.version)
      return { problem: { key: 'merge.other-version', args: { path: shown, version: String(by) } } };
    return new Part(shown, { number, of, by }, entries);
  }

  /** Undefined where there is none any more. */
  async next(): Promise<CheckedFile | undefined> {
    try {
      const { value, done } = await this.entries.next();
      if (done) throw new SyntaxError('it has no end');
      if (!('path' in value)) {
        this.problems = value.problems ?? [];
        return undefined;
      }
      return checkedFile(value.path, textOf(value.source.lines), value.source.result);
    } catch {
      this.damage = { key: 'merge.damaged', args: { path: this.shown } };
      return undefined;
    }
  }
}

function notOurs(shown: string): Message {
  return { key: 'merge.no-part', args: { path: shown } };
}

/** As Vangnet writes it: an entry a line, and the end on one. */
async function* linesOf(lines: AsyncIterator<string>): AsyncGenerator<PartEntry | Whole> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value;
    yield line.startsWith(']')
      ? (JSON.parse(`{"files":[${line}`) as Whole)
      : (JSON.parse(line.replace(/,$/, '')) as PartEntry);
  }
}

async function* entriesOf(whole: Whole): AsyncGenerator<PartEntry | Whole> {
  yield* whole.files ?? [];
  yield whole;
}

function parsed(text: string): Whole | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
