import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../core/edits/draft.js';
import { LANGUAGES, say } from '../../core/words/words.js';
import { fixAll } from '../../pipeline/fix-all.js';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { lensesOf } from '../lenses/lenses.js';
import { exerciseOf } from './exercise.js';

const WEAK = dutchCase(
  'circumstances:\n  - id: c\n    kind: rooted\n    title: Worteling\nclaim:\n  id: v\n  kind: residence-on-hardship\n  circumstances: [c]\n' +
    'x-exercise:\n  task: Versterk dit.\n  goals:\n    - {rule: circumstance-unargued, at: c}\n    - {rule: supporting-letters-missing}\n',
);

const solved = (text: string) => {
  const exercise = exerciseOf(analyseText(text));
  assert.ok(exercise, text);
  return exercise.solved;
};

describe('an exercise', () => {
  it('counts the goals that are reached', () => {
    assert.equal(solved(WEAK), 0);
    const argued = `${WEAK}arguments:\n  - {id: a, title: T, text: U, supports: [c], cites: [nl.awb.3-4-2]}\n`;
    assert.equal(solved(argued), 1);
  });

  it('is not solved by taking out or silencing', () => {
    assert.equal(solved(WEAK.replaceAll('id: c\n', 'id: d\n').replace('[c]', '[d]')), 0);
    assert.equal(
      solved(WEAK.replace('  - id: c', '  # vangnet-ignore circumstance-unargued: geen zin\n  - id: c')),
      0,
    );
  });

  it('says above its task how far it is', () => {
    const titles = lensesOf(analyseText(WEAK)).map(({ title }) => say(title, 'nl'));
    assert.ok(titles.includes('0 van 2 opgelost'), titles.join());
  });

  it('is none without a task that can be read', () => {
    for (const odd of [
      'x-exercise: 3\n',
      'x-exercise: {task: T}\n',
      'x-exercise:\n',
      'x-exercise: &a [*a]\n',
    ])
      assert.equal(exerciseOf(analyseText(dutchCase(odd))), undefined);
  });
});

describe('the exercises of samples/', () => {
  const files = readdirSync('samples/exercises').map((name) => `samples/exercises/${name}`);

  it('are there', () => assert.equal(files.length, 3));

  for (const file of files) {
    const text = readFileSync(file, 'utf8');

    it(`${file}: each goal is a check that speaks at first, and no more errors than its goals`, () => {
      const analysis = analyseText(text);
      const exercise = exerciseOf(analysis);
      assert.ok(exercise);
      for (const { rule, at, isSolved, message } of exercise.goals) {
        assert.equal(isSolved, false, `${rule} ${at}`);
        for (const language of LANGUAGES) assert.ok(message && say(message, language).length > 0);
      }
      const goals = new Set(exercise.goals.map(({ rule }) => rule));
      const errors = analysis.findings.filter(
        ({ severity, rule }) => severity === 'error' && !goals.has(rule),
      );
      assert.deepEqual(
        errors.map(({ rule }) => rule),
        [],
      );
    });

    it(`${file}: the offered fixes bring it forward`, () => {
      const fixed = fixAll(analyseText(text));
      let next = fixed.text;
      for (let round = 0; round < 40; round++) {
        const analysis = analyseText(next);
        const unsolved = new Set(
          exerciseOf(analysis)?.goals.flatMap(({ isSolved, rule }) => (isSolved ? [] : [rule])),
        );
        const finding = analysis.findings.find(
          (one) => unsolved.has(one.rule) && one.fixes().some(({ onlyHelps }) => !onlyHelps),
        );
        const fix = finding?.fixes().find(({ onlyHelps }) => !onlyHelps);
        if (!fix) break;
        next = applyEdits(next, fix.edits);
      }
      assert.ok(solved(next) >= 5, `${solved(next)} solved`);
    });
  }
});
