import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseDate } from '../core/dates.js';
import { LANGUAGES, say } from '../core/words/words.js';
import { sourceCard } from '../features/hover/source.js';
import { OWN_LAW } from '../generated/law.js';
import { useLaw } from './law.js';
import { readLaw, writeLaw } from './law-file.js';
import { type LawFile, lawDay, lawInUse } from './law-in-use.js';
import { inForceOn } from './sources.js';

const TODAY = 20_800;

/** Our own data, changed, with a checksum that fits again. */
function changed(change: (file: LawFile & Record<string, unknown>) => void): string {
  const file = JSON.parse(writeLaw());
  change(file);
  file.sha256 = createHash('sha256')
    .update(JSON.stringify([file.version, file.date, file.data]))
    .digest('hex');
  return JSON.stringify(file);
}

function refusal(text: string): string {
  const read = readLaw(text, TODAY);
  return 'refused' in read ? read.refused.key.replace('law-file.', '') : 'taken';
}

const edit = <T extends object>(part: T, values: Partial<Record<keyof T | string, unknown>>) =>
  Object.assign(part, values);

describe('legal data in a file', () => {
  afterEach(() => useLaw(undefined));

  it('holds the sources and the regimes as server/knowledge has them', () => {
    const { data, version } = JSON.parse(writeLaw()) as LawFile;
    const sources: object[] = parse(readFileSync('server/knowledge/sources.yaml', 'utf8'));
    const { regimes } = parse(readFileSync('server/knowledge/terms.yaml', 'utf8'));
    assert.deepEqual(data.sources, sources);
    assert.deepEqual(
      data.regimes,
      regimes.map(({ id, text, sources: from }: LawFile['data']['regimes'][number]) => ({
        id,
        text,
        sources: from,
      })),
    );
    assert.equal(version, OWN_LAW.version);
  });

  it('is taken as it was written, with a byte-order mark and other line breaks too', () => {
    assert.equal(refusal(writeLaw()), 'taken');
    assert.equal(refusal(`\uFEFF${writeLaw().replaceAll('\n', '\r\n')}`), 'taken');
  });

  it('is used for all that is found and said, and leaves no trace when it no longer is', () => {
    const before = LANGUAGES.map((language) => sourceCard('nl.vw.14', language));
    const read = readLaw(
      changed((file) => {
        edit(file, { version: OWN_LAW.version + 1, date: '2026-11-30' });
        const source = file.data.sources.find(({ id }) => id === 'nl.vw.14');
        edit(source!, {
          inForce: { from: '2001-04-01', to: '2026-11-29' },
          short: { nl: 'oud art. 14', en: 'old art. 14', de: 'alt Art. 14' },
          text: { nl: 'Vervallen.', en: 'Lapsed.', de: 'Aufgehoben.' },
        });
      }),
      TODAY,
    );
    assert.ok('law' in read);
    useLaw(read.law);
    assert.equal(inForceOn('nl.vw.14', parseDate('2026-12-01')), false);
    assert.equal(say({ key: 'source.nl.vw.14' }, 'nl'), 'oud art. 14');
    assert.match(sourceCard('nl.vw.14', 'de') ?? '', /Aufgehoben\..*Rechtsstand 30\.11\.2026\./s);
    assert.equal(lawDay('nl'), '30-11-2026');
    assert.equal(readLaw(writeLaw(), TODAY) && JSON.parse(writeLaw()).version, OWN_LAW.version + 1);
    useLaw(undefined);
    assert.deepEqual(
      LANGUAGES.map((language) => sourceCard('nl.vw.14', language)),
      before,
    );
    assert.deepEqual(lawInUse(), { version: OWN_LAW.version, date: OWN_LAW.date });
  });

  it('is refused with a reason where it can’t be used', () => {
    assert.equal(refusal(''), 'no-law');
    assert.equal(refusal('[]'), 'no-law');
    assert.equal(refusal('case: {}\n'), 'no-law');
    assert.equal(refusal(writeLaw().slice(0, 5000)), 'no-law');
    assert.equal(refusal(' '.repeat(5_000_001)), 'no-law');
    assert.equal(refusal(writeLaw().replace('Vreemdelingenwet', 'Vreemdelingenwel')), 'damaged');
    assert.equal(refusal(writeLaw().replace(/"version": \d+/, '"version": 99')), 'damaged');
    assert.equal(refusal(changed((file) => edit(file, { format: 2 }))), 'newer-format');
    assert.equal(refusal(changed((file) => edit(file, { date: '2026-13-45' }))), 'odd');
    assert.equal(refusal(changed((file) => edit(file, { extra: 1 }))), 'odd');
    assert.equal(refusal(changed((file) => edit(file.data.sources[0]!, { url: 'javascript:x' }))), 'odd');
    assert.equal(
      refusal(changed((file) => edit(file.data.sources[0]!, { text: { nl: 'a', en: 'b' } }))),
      'odd',
    );
    assert.equal(refusal(changed((file) => edit(file, { version: 0 }))), 'odd');
    assert.equal(refusal(changed((file) => edit(file, { date: '2031-01-01' }))), 'future');
    const without = (id: string) => (file: LawFile) =>
      edit(file.data, { sources: file.data.sources.filter((source) => source.id !== id) });
    assert.equal(refusal(changed(without('nl.vw.14'))), 'source-missing');
    assert.equal(
      refusal(changed((file) => edit(file.data, { sources: [...file.data.sources, file.data.sources[0]] }))),
      'source-missing',
    );
  });

  it('names the place of what is odd', () => {
    const read = readLaw(
      changed((file) => edit(file.data.sources[2]!, { jurisdiction: 'be' })),
      TODAY,
    );
    assert.ok('refused' in read);
    assert.match(say(read.refused, 'en'), /\/data\/sources\/2\/jurisdiction/);
  });

  it('is refused where it is older than what we have', () => {
    const read = readLaw(writeLaw(), TODAY, { version: OWN_LAW.version + 1, date: '2026-12-01' });
    assert.ok('refused' in read);
    assert.match(
      say(read.refused, 'nl'),
      /ouder \(versie 1, .* dan .*\(versie 2, recht per 1 december 2026\)/,
    );
  });

  it('has every state of the law in the changelog', () => {
    const log = readFileSync('docs/law-changelog.md', 'utf8');
    const [version, day] = [OWN_LAW.version, lawDay('nl', OWN_LAW)];
    assert.match(log, new RegExp(`^## Versie ${version}: recht per ${day}$`, 'm'));
  });
});
