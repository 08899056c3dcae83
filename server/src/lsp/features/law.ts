/**
 * Requests of our own: which state of the law is in use, and legal data of a file in its place. The client reads that
 * file: it knows whether the folder is trusted, and reads on every kind of disk.
 */

import { localDay } from '../../core/dates.js';
import { say } from '../../core/words/words.js';
import { useLaw } from '../../knowledge/law.js';
import { readLaw } from '../../knowledge/law-file.js';
import { type LawStamp, lawFileInUse, lawInUse } from '../../knowledge/law-in-use.js';
import { isRecord, notUnderstood } from '../arguments.js';
import type { Feature } from '../feature.js';

export interface LawAnswer extends LawStamp {
  readonly origin: 'own' | 'file';
  /** Why the data were not taken, in the person's language; what was in use is in use still. */
  readonly refused?: string;
}

export const law: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/law', (): LawAnswer => answer());
    connection.onRequest('vangnet/useLaw', (params: unknown): LawAnswer => {
      if (!isRecord(params)) throw notUnderstood();
      const { text } = params;
      if (text !== null && typeof text !== 'string') throw notUnderstood();
      const before = lawFileInUse()?.sha256;
      if (text === null) useLaw(undefined);
      else {
        const read = readLaw(text, localDay(new Date()));
        if ('refused' in read) return { ...answer(), refused: say(read.refused, host.language()) };
        useLaw(read.law);
      }
      if (lawFileInUse()?.sha256 !== before) host.lawChanged();
      return answer();
    });
  },
};

function answer(): LawAnswer {
  return { ...lawInUse(), origin: lawFileInUse() ? 'file' : 'own' };
}
