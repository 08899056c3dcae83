import assert from 'node:assert/strict';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { FreshWords, placesOfWords } from './everywhere.js';
import { pseudonymise } from './pseudonymise.js';

function replaced(text: string, words: Record<string, string>, start = 0, end = text.length): string[] {
  return placesOfWords(text, [{ start, end }], new Map(Object.entries(words))).map(
    (edit) => `${edit.start} ${text.slice(edit.start, edit.end)} → ${edit.text}`,
  );
}

describe('words that are replaced everywhere', () => {
  it('stand by themselves, with all their signs, inside the stretch', () => {
    assert.deepEqual(replaced('Jansen, Jansens en (Jansen)', { Jansen: 'A' }), [
      '0 Jansen → A',
      '20 Jansen → A',
    ]);
    assert.deepEqual(replaced('bij J. de Wit-Smit', { 'J. de Wit-Smit': 'B' }), ['4 J. de Wit-Smit → B']);
    assert.deepEqual(replaced('‘t Huis, 𝒜Huis', { '‘t Huis': 'C', Huis: 'D' }), [
      '0 ‘t Huis → C',
      '3 Huis → D',
    ]);
    assert.deepEqual(replaced('Jansen Jansen', { Jansen: 'A' }, 1, 12), []);
    assert.deepEqual(replaced('wat ... nu', { '...': 'E' }), []);
  });

  it('are found in one pass, however many begin alike', () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `School ${n}`);
    const words = new Map(names.map((name, n) => [name, `x${n}`]));
    const text = names.join('\n');
    assert.equal(placesOfWords(text, [{ start: 0, end: text.length }], words).length, 20_000);
  });
});

describe('words that no text has yet', () => {
  it('have numbers that stand nowhere behind them, each once', () => {
    const fresh = new FreshWords('huisarts 1 en huisarts 30, school-2');
    assert.deepEqual(
      [
        fresh.next('huisarts', ' '),
        fresh.next('huisarts', ' '),
        fresh.next('school', '-'),
        fresh.next('x', '-'),
      ],
      ['huisarts 2', 'huisarts 4', 'school-1', 'x-1'],
    );
  });

  it('give two senders two names, where the file has the first already', () => {
    const letter = (id: string, name: string) =>
      `  - {id: ${id}, from: {name: ${name}, role: mayor}, status: planned}\n`;
    const text = dutchCase(
      `letters:\n${letter('b', 'Jan Jansen')}${letter('c', 'Piet Pietersen')}# burgemeester 1\n`,
    );
    const made = pseudonymise(analyseText(text)).text;
    assert.deepEqual(made.match(/name: burgemeester \d/g), ['name: burgemeester 2', 'name: burgemeester 3']);
  });
});
