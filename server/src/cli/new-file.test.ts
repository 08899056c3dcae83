import assert from 'node:assert/strict';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dutchCase } from '../testing/marked.js';
import { writeText } from './files.js';
import { mend } from './mend.js';
import { create } from './new-file.js';

describe('writing a file', () => {
  let folder = '';
  const at = (name: string) => path.join(folder, name);
  const read = (name: string) => readFileSync(at(name), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vangnet-new-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes a new one whole, for its owner alone where that is asked, and leaves no draft', () => {
    assert.equal(create(at('a'), 'tekst', 0o600), true);
    assert.equal(read('a'), 'tekst');
    if (process.platform !== 'win32') assert.equal(statSync(at('a')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  it('leaves what is there, links and folders too', () => {
    writeFileSync(at('a'), 'van mij');
    if (process.platform !== 'win32') symlinkSync('weg', at('b'));
    for (const name of readdirSync(folder)) assert.equal(create(at(name), 'x'), false, name);
    assert.equal(create(folder, 'x'), false);
    assert.equal(read('a'), 'van mij');
  });

  it('says what the disk says', () => {
    assert.throws(() => create(at('weg/a'), 'x'), { code: 'ENOENT' });
    assert.throws(() => create(at('a'.repeat(300)), 'x'), { code: 'ENAMETOOLONG' });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('never writes over what somebody saved meanwhile', async () => {
    const [before, after] = [dutchCase(''), dutchCase('x-a: 1\n')];
    writeFileSync(at('a.case.yaml'), before);
    const file = { path: 'a.case.yaml', text: after, findings: [], suppressed: [] };
    const checked = { file, milliseconds: 0, isKnown: false, fixed: { before, after, applied: 1 } };
    writeFileSync(at('a.case.yaml'), `${before}# nog een regel\n`);
    const { problem } = await mend(checked as unknown as Parameters<typeof mend>[0], 'write', folder);
    assert.equal(problem?.key, 'cli.changed-meanwhile');
    assert.equal(read('a.case.yaml'), `${before}# nog een regel\n`);
    writeFileSync(at('a.case.yaml'), before);
    assert.equal(await writeText('a.case.yaml', folder, before, after), undefined);
    assert.equal(read('a.case.yaml'), after);
  });
});
