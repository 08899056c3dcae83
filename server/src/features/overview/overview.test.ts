import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LANGUAGES } from '../../core/words/words.js';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { overviewOf } from './overview.js';

const of = (name: string) => overviewOf(analyseText(readFileSync(`samples/${name}.case.yaml`, 'utf8')), 'nl');
const state = ({ parts }: ReturnType<typeof of>, id: string) => parts.find((part) => part.id === id)?.state;

describe('the overview of a case', () => {
  it('counts what is solved of an exercise, and leads to the next goal', () => {
    assert.equal(of('semon').exercise, undefined);
    const text = readFileSync('samples/exercises/1-semon.case.yaml', 'utf8');
    const { exercise } = overviewOf(analyseText(text), 'nl');
    assert.ok(exercise);
    assert.match(exercise.solved, /^0 van 15 opgelost$/);
    assert.match(exercise.task, /^Maak van dit zwakke verzoek/);
    assert.ok(
      text.slice(exercise.start).startsWith('2013-08'),
      text.slice(exercise.start, exercise.start + 40),
    );
    assert.equal(exercise.isDone, false);
  });

  it('tells a complete case ready, a weak one open, and what is not there missing', () => {
    const full = of('semon');
    assert.equal(full.parts.length, 14);
    assert.equal(state(full, 'circumstances'), 'ready');
    assert.equal(state(full, 'evidence'), 'ready');
    const weak = of('semon-weak');
    assert.ok(weak.ready < full.ready);
    assert.equal(state(weak, 'claim'), 'open');
    assert.equal(state(weak, 'letters'), 'missing');
    assert.equal(weak.progress, `${weak.ready} van 14 onderdelen klaar`);
  });

  it('names what still needs evidence, an argument, an answer or a signature', () => {
    const { parts } = of('afia-weak');
    for (const id of ['evidence', 'argued', 'answered', 'signed']) {
      const part = parts.find((one) => one.id === id);
      const [done = 0, all = 0] = (part?.detail ?? '').split('/').map(Number);
      assert.equal(part?.items.length, all - done, id);
    }
  });

  it('puts the heaviest finding first', () => {
    const { findings, counts } = of('afia-weak');
    assert.equal(findings[0]?.severity, 'error');
    assert.equal(findings.length, counts.error + counts.warning + counts.information + counts.hint);
    assert.ok(findings.every(({ message }) => message.length > 0));
  });

  it('leads to where each thing stands', () => {
    const text = dutchCase('letters:\n  - id: b\n    from: {role: school}\n    status: planned\n');
    const { parts } = overviewOf(analyseText(text), 'en');
    const letters = parts.find(({ id }) => id === 'letters');
    assert.equal(letters?.start, text.indexOf('letters:'));
    const [letter] = letters?.items ?? [];
    assert.equal(letter?.status, 'planned');
    assert.equal(letter?.state, 'open');
    assert.ok(text.slice(letter?.start, letter?.end).startsWith('id: b'));
  });

  it('speaks each language, of any file', () => {
    for (const language of LANGUAGES)
      for (const text of ['', 'a', '- x\n', 'letters: 3\n', dutchCase('')]) {
        const { parts, progress } = overviewOf(analyseText(text), language);
        assert.equal(parts.length, 14);
        assert.ok(progress.includes('14'));
      }
  });
});
