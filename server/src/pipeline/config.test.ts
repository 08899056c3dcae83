import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { say } from '../core/words/words.js';
import { analyseText, checkRule, dutchCase } from '../testing/marked.js';
import { readConfig } from './config.js';

/** `text → problem` for each problem, in English. */
function problemsOf(text: string): string[] {
  const { problems, document } = readConfig(text);
  return problems.map(
    ({ rule, at, message }) =>
      `${rule} at ‘${document.text.slice(document.startOf(at), document.endOf(at))}’: ${say(message, 'en')}`,
  );
}

describe('the configuration', () => {
  it('reads severities, options, language, globs and proposals', () => {
    const { config, problems } = readConfig(`
rules:
  unused-item: off
  unexplained-gap: { severity: hint, months: 36 }
  remedy-late:
    severity: error
language: nl
ignore: [archief/**]
new:
  jurisdiction: de
  office: Vangnet Rechtshulp
x-own: anything
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      settings: {
        rules: {
          'unused-item': { severity: 'off' },
          'unexplained-gap': { severity: 'hint', options: { months: 36 } },
          'remedy-late': { severity: 'error' },
        },
      },
      language: 'nl',
      ignore: ['archief/**'],
      propose: { jurisdiction: 'de', office: 'Vangnet Rechtshulp' },
    });
  });

  it('takes an empty file, and fields with nothing behind them', () => {
    for (const text of ['', '# later\n', 'rules:\nignore:\nlanguage:\nnew:\n'])
      assert.deepEqual(problemsOf(text), [], text);
  });

  it('says what was probably meant, at the word itself', () => {
    assert.deepEqual(problemsOf('rule:\n  unused-item: off\n'), [
      'unknown-key at ‘rule’: There is no ‘rule’ here. ‘rules’ is probably meant.',
    ]);
    assert.deepEqual(problemsOf('rules:\n  unused-itm: off\n  unexplained-gap: {month: 3}\n'), [
      'unknown-key at ‘unused-itm’: There is no ‘unused-itm’ here. ‘unused-item’ is probably meant.',
      'unknown-key at ‘month’: There is no ‘month’ here. ‘months’ is probably meant.',
    ]);
  });

  it('says which values there are', () => {
    assert.deepEqual(problemsOf('rules:\n  unused-item: loud\nlanguage: fr\nnew: {jurisdiction: be}\n'), [
      'unknown-value at ‘loud’: This can be off, hint, information, warning or error.',
      'unknown-value at ‘fr’: The language can be nl, en or de.',
      'unknown-value at ‘be’: The country can be nl or de.',
    ]);
  });

  it('says what belongs where something else stands', () => {
    assert.deepEqual(
      problemsOf('rules: off\nignore: archief\nnew: x\n').map((problem) => problem.split(':')[0]),
      ['wrong-type at ‘rules’', 'wrong-type at ‘ignore’', 'wrong-type at ‘new’'],
    );
    assert.deepEqual(problemsOf('rules:\n  unexplained-gap: {months: lots}\nignore: [3]\n'), [
      'wrong-type at ‘lots’: ‘months’ takes a number above zero.',
      'wrong-type at ‘3’: Each line of ‘ignore’ is a name or pattern of files, such as archive/**.',
    ]);
    assert.deepEqual(problemsOf('- rules\n'), [
      'wrong-type at ‘- rules’: Fields belong here, such as ‘rules’ and ‘language’.',
    ]);
  });

  it('keeps the first of doubles, and what is right beside what is not', () => {
    const { config, problems } = readConfig(
      'rules:\n  unused-item: off\n  unused-item: hint\n  nonsense: off\n',
    );
    assert.equal(problems.length, 2);
    assert.deepEqual(config.settings.rules, { 'unused-item': { severity: 'off' } });
  });

  it('tells of text that can’t be read, and uses the rest', () => {
    const { config, problems } = readConfig('language: nl\n\trules: x\n');
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['yaml-syntax'],
    );
    assert.equal(config.language, 'nl');
  });

  it('is no way to anything’s prototype', () => {
    const { config, problems } = readConfig('rules:\n  __proto__: off\n  constructor: off\n__proto__: x\n');
    assert.equal(problems.length, 3);
    assert.deepEqual(config.settings.rules, {});
  });

  it('agrees with schemas/config.schema.json', () => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      strictRequired: false,
      strictTypes: false,
    });
    for (const word of ['x-nl', 'x-de', 'x-enum']) ajv.addKeyword(word);
    const isValid = ajv.compile(JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')) as object);
    for (const text of [
      'rules: {unused-item: off, unexplained-gap: {severity: hint, months: 36}}\nx-own: 1\n',
      'rules: {unused-item: loud}\n',
      'rules: {unexplained-gap: {months: 0}}\n',
      'rules: {unexplained-gap: {weeks: 3}}\n',
      'rules: {nonsense: off}\n',
      'language: fr\n',
      'ignore: [3]\n',
      'new: {jurisdiction: de, office: X}\n',
      'surprise: 1\n',
    ])
      assert.equal(isValid(parse(text)), readConfig(text).problems.length === 0, text);
  });

  it('turns rules off, changes their severity and their numbers', () => {
    const text = (marks: string) =>
      dutchCase(`timeline:\n  - id: ev\n    date: 2018-06\n    title: Later\n    persons: [a]\n${marks}`);
    const found = (config: string) =>
      analyseText(text(''), { settings: readConfig(config).config.settings }).findings.map(
        ({ rule, severity }) => `${severity} ${rule}`,
      );
    assert.ok(found('').includes('information unexplained-gap'));
    assert.ok(found('rules: {unexplained-gap: error}').includes('error unexplained-gap'));
    assert.ok(!found('rules: {unexplained-gap: off}').some((rule) => rule.endsWith('unexplained-gap')));
    assert.ok(
      !found('rules: {unexplained-gap: {months: 100}}').some((rule) => rule.endsWith('unexplained-gap')),
    );
    checkRule('unexplained-gap', text(''), {
      settings: { rules: { 'unexplained-gap': { severity: 'off' } } },
    });
  });
});
