import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { search } from './ask-search.js';

const OPTIONS = [
  { value: 'IQ', label: 'Irak' },
  { value: 'CI', label: 'Côte d’Ivoire' },
  { value: 'SY', label: 'Syrië' },
  { value: '', label: 'weet ik nog niet' },
];

/** Types the keys one after the other; the answer, and all that was shown. */
async function typed(...keys: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const words = { search: 'Typ om te zoeken:', noMatch: 'Niets gevonden' };
  const asked = search({
    message: 'Nationaliteit',
    options: OPTIONS,
    initialValue: '',
    words,
    input,
    output,
  });
  for (const key of keys) {
    await new Promise((resolve) => setImmediate(resolve));
    input.write(key);
  }
  return { answer: await asked, shown: stripVTControlCharacters(shown) };
}

describe('a question with a long list', () => {
  it('finds what is typed, accents or not, and by its code', async () => {
    assert.equal((await typed('s', 'y', 'r', 'i', 'e', '\r')).answer, 'SY');
    assert.equal((await typed('c', 'o', 't', 'e', '\r')).answer, 'CI');
    assert.equal((await typed('i', 'q', '\r')).answer, 'IQ');
  });

  it('is answered with ‘not known’ by Enter alone', async () => {
    const { answer, shown } = await typed('\r');
    assert.equal(answer, '');
    assert.match(shown, /Nationaliteit[\s\S]*Typ om te zoeken:[\s\S]*Irak/);
  });

  it('says in the person’s language that nothing is found, and breaks off by Ctrl+C', async () => {
    const { answer, shown } = await typed('x', 'x', '\u0003');
    assert.equal(typeof answer, 'symbol');
    assert.match(shown, /Niets gevonden/);
    assert.doesNotMatch(shown, /Search|match|confirm/);
  });
});
