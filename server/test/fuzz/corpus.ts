/** Inputs that once made something fail, one file each; the tests try every one of them again. */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'server/test/corpus';

export interface Found {
  readonly file: string;
  readonly kind: string;
  /** What went wrong, in the words of then. */
  readonly failure: string;
  readonly input: unknown;
}

export function corpus(): Found[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const found = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Omit<Found, 'file'>;
      return { file: name, ...found };
    });
}

/** Keeps it; the name of its file. */
export function keep({ kind, failure, input }: Omit<Found, 'file'>): string {
  const content = JSON.stringify({ kind, failure, input }, undefined, 2);
  const name = `${kind}-${createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 8)}.json`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, name), `${content}\n`);
  return path.join(FOLDER, name);
}
