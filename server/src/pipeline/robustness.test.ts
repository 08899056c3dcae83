/** Odd input of every kind: a finding or none, exact ranges, and never a crash or a hang. All in one long-lived process. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LANGUAGES, say } from '../core/words/words.js';
import { analyseText, dutchCase } from '../testing/marked.js';
import { runs } from '../testing/properties.js';
import { inherited } from '../testing/texts.js';
import type { Analysis } from './analysis.js';

const CLEAN = dutchCase('');

/** Analyses it, asks for every fix and every word, and holds the ranges to the text and to their line. */
function survive(text: string): Analysis {
  const analysis = analyseText(text);
  let looked = 0;
  for (const finding of analysis.findings) {
    const { start, end } = finding;
    assert.ok(start >= 0 && start <= end && end <= text.length, `${finding.rule} lies outside`);
    const range = analysis.document.lines.range(start, end);
    assert.equal(range.start.line, range.end.line, `${finding.rule} reaches past its line`);
    for (const language of LANGUAGES) assert.ok(say(finding.message, language).length > 0);
    // Fixes are worked out for what a person looks at, never for thousands at once.
    if (looked++ > 200) continue;
    for (const fix of finding.fixes())
      for (const edit of fix.edits) assert.ok(edit.start <= edit.end && edit.end <= text.length, fix.id);
  }
  return analysis;
}

function rules(text: string): string[] {
  return survive(text).findings.map(({ rule }) => rule);
}

/** What the first finding of a rule points at. */
function pointedAt(text: string, rule: string): string | undefined {
  const { findings } = survive(text);
  const found = findings.find((finding) => finding.rule === rule);
  return found && text.slice(found.start, found.end);
}

describe('odd input', function () {
  // A guard against hanging, not a measure of speed.
  this.timeout(60_000);

  it('empty, blank, and comments only', () => {
    for (const text of ['', '\n', '   \n\t\n', '# niets\n', '\r\n\r\n'])
      assert.ok(rules(text).length > 0, JSON.stringify(text));
  });

  it('two documents in one file', () => {
    assert.equal(pointedAt(`${CLEAN}---\n${CLEAN}`, 'yaml-syntax'), '---');
    assert.ok(!rules(`---\n${CLEAN}`).includes('yaml-syntax'));
  });

  it('values and names of fields that every object has', () => {
    fc.assert(
      fc.property(inherited, (text) => {
        for (const { message, fixes } of survive(text).findings.slice(0, 200)) {
          const said = [message, ...fixes().map(({ title }) => title)].map((one) => say(one, 'nl'));
          assert.doesNotMatch(said.join('\n'), /native code|\[object |undefined/);
        }
      }),
      runs(60, 20_261_150),
    );
    for (const field of ['id', 'birthDate', 'name', 'bornHere'])
      for (const value of ['{toString: 1}', 'constructor', '[{valueOf: 1}]'])
        survive(CLEAN.replace('arrivalDate: 2015', `${field}: ${value}`));
  });

  it('a list, a text, a number at the top', () => {
    for (const text of ['- a\n- b\n', 'zomaar tekst\n', '42\n', '"x"\n'])
      assert.ok(rules(text).length > 0, text);
  });

  it('tabs, byte-order mark, CRLF and lone CR', () => {
    assert.ok(rules(CLEAN.replace('    name', '\t name')).includes('yaml-syntax'));
    assert.ok(!rules(CLEAN.replaceAll('\n', '\r\n')).includes('yaml-syntax'));
    survive(`\uFEFF${CLEAN}`);
    survive(CLEAN.replaceAll('\n', '\r'));
    survive(CLEAN.replace('\n', '\r'));
  });

  it('an emoji before a range, and half a character', () => {
    const text = dutchCase('letters:\n  - {id: b, from: {name: 😀😀, role: mayr}, status: planned}\n');
    assert.equal(pointedAt(text, 'unknown-value'), 'mayr');
    for (const half of ['\uD83D', '\uDE00'])
      survive(dutchCase(`letters:\n  - id: ${half}\n    x${half}: ${half}\n`));
  });

  it('binary', () => {
    assert.deepEqual(rules('PK\u0003\u0004\0\0\0\u0006stukken'), ['yaml-syntax']);
  });

  it('anchors, aliases, merge keys, and aliases that go round', () => {
    assert.ok(rules(`${CLEAN}x-a: &a [*a]\n`).includes('alias-cycle'));
    assert.ok(
      rules(dutchCase('documents:\n  - &d {id: d, kind: media, title: T}\n  - {<<: *d, id: e}\n')).includes(
        'merge-key',
      ),
    );
    survive(dutchCase('letters: *weg\n'));
  });

  it('aliases that multiply without end', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `x-${n}: &l${n} [${n === 0 ? 'a' : `*l${n - 1}, *l${n - 1}, *l${n - 1}`}]`,
    );
    survive(`${CLEAN}${levels.join('\n')}\npersonen: *l29\n`);
    survive(`${levels.join('\n')}\n${CLEAN.replace('persons:', 'persons: *l29\nx-rest:')}`);
  });

  it('nesting far too deep, in brackets and in lines, one after the other', () => {
    const deep = 10_000;
    assert.ok(rules(`${CLEAN}x-a: ${'['.repeat(deep)}${']'.repeat(deep)}\n`).includes('yaml-syntax'));
    assert.ok(rules(`${CLEAN}x-a: ${'{a: '.repeat(deep)}\n`).includes('yaml-syntax'));
    const lines = Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(n + 1)}a:`).join('\n');
    assert.ok(rules(`${CLEAN}x-a:\n${lines}\n`).includes('yaml-syntax'));
    assert.ok(rules(`${CLEAN}x-a:\n${'- '.repeat(deep)}a\n`).includes('yaml-syntax'));
    assert.ok(!rules(CLEAN).includes('yaml-syntax'));
  });

  it('doubled keys, and thousands of keys', () => {
    assert.equal(pointedAt(dutchCase('letters: []\nletters: []\n'), 'duplicate-key'), 'letters');
    const keys = Array.from({ length: 16_000 }, (_, n) => `  k${n}: ${n}`).join('\n');
    survive(`${CLEAN}x-veel:\n${keys}\n`);
    survive(`${CLEAN}claim:\n${keys}\n`);
  });

  it('keys that mean something to JavaScript', () => {
    const text = dutchCase(
      '__proto__: {polluted: 1}\nconstructor: x\nclaim:\n  __proto__: {polluted: 1}\n  id: v\n  kind: deferral\n',
    );
    assert.ok(rules(text).filter((rule) => rule === 'unknown-key').length >= 3);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('quotes and brackets that nobody closed: what follows is still looked at', () => {
    const broken = CLEAN.replace('title: Test', 'title: "Test');
    const found = rules(`${broken}claim:\n  id: v\n  knd: deferral\n`);
    assert.ok(found.includes('yaml-syntax') && found.includes('unknown-key'), found.join());
    survive(dutchCase("letters: [{id: b, from: {role: mayor\nclaim:\n  id: 'v\n"));
  });

  it('conflict markers', () => {
    const text = dutchCase('<<<<<<< ours\nclaim:\n  id: a\n=======\nclaim:\n  id: b\n>>>>>>> theirs\n');
    assert.equal(rules(text).filter((rule) => rule === 'merge-conflict').length, 1);
    for (const part of ['<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n']) survive(`${CLEAN}${part}`);
  });

  it('five megabytes of text, on many lines and on one', () => {
    const prose = 'Een zin die maar doorgaat en doorgaat. '.repeat(64_000);
    survive(dutchCase(`claim:\n  id: v\n  kind: deferral\n  request: "${prose}"\n`));
    const items = Array.from(
      { length: 40_000 },
      (_, n) => `  - {id: e${n}, date: 2013, title: ${'lang '.repeat(10)}}`,
    ).join('\n');
    survive(dutchCase(`timeline:\n${items}\n`));
  });

  it('more findings of a kind than anybody reads: a rule stops there, and the last place tells that there are more', () => {
    const text = `${CLEAN}letters:\n${'  - {a: 1, b: 2, c: 3, d: 4, e: 5}\n'.repeat(1_100)}`;
    const analysis = survive(text);
    assert.equal(analysis.runOf('unknown-key')?.length, 5_000, 'no more than these were looked for');
    const found = analysis.findings.filter(({ rule }) => rule === 'unknown-key');
    assert.equal(found.length, 5_000);
    const [told, ...others] = found.filter(({ message }) => message.key === 'analysis.too-many');
    assert.ok(told && others.length === 0);
    assert.equal(text.slice(told.start, told.end), 'e', 'the 5,000th, of the 1,000th item');
    assert.equal(told.start, text.length - 100 * '  - {a: 1, b: 2, c: 3, d: 4, e: 5}\n'.length - 6);
    assert.deepEqual(told.fixes(), []);
    assert.deepEqual(
      LANGUAGES.map((language) => say(told.message, language)),
      [
        'Hier staat meer van deze soort dan getoond kan worden. De eerste 4.999 worden getoond. Herstel die en kijk dan verder.',
        'There is more of this kind here than can be shown. The first 4,999 are shown. Mend those, then look again.',
        'Davon gibt es hier mehr, als gezeigt werden kann. Die ersten 4.999 werden gezeigt. Bitte diese beheben und dann weitersehen.',
      ],
    );
    // Of exactly as many nothing is left out, and nothing said.
    const fewer = text.replace('  - {a: 1, b: 2, c: 3, d: 4, e: 5}\n'.repeat(100), '');
    assert.ok(survive(fewer).findings.every(({ message }) => message.key !== 'analysis.too-many'));
    assert.equal(rules(fewer).filter((rule) => rule === 'unknown-key').length, 5_000);
  });

  it('more comments that silence nothing than anybody reads', () => {
    const comments = '# vangnet-ignore unknown-key: zo bedoeld\n'.repeat(5_001);
    const found = survive(`${CLEAN}${comments}`).findings.filter(({ rule }) => rule === 'unused-suppression');
    assert.equal(found.length, 5_000);
    assert.equal(found.at(-1)?.message.key, 'analysis.too-many');
  });

  it('far more than a case file can be', () => {
    assert.deepEqual(rules('x'.repeat(21_000_000)), ['yaml-syntax']);
    assert.deepEqual(rules('a:\n'.repeat(250_000)), ['yaml-syntax']);
  });

  it('megabytes of brackets in one section: said there, and the rest is still looked at', () => {
    const marks = '[], '.repeat(200_000);
    const text = dutchCase(`claim:\n  id: v\n  knd: deferral\nletters: [${marks}]\n`);
    const found = rules(text);
    assert.ok(found.includes('yaml-syntax') && found.includes('unknown-key'), found.slice(0, 9).join());
    assert.ok(!found.includes('wrong-type'));
  });

  it('a value of megabytes is quoted by its beginning', () => {
    const text = dutchCase(`claim:\n  id: v\n  kind: ${'x'.repeat(2_000_000)}\n`);
    const [finding] = survive(text).findings.filter(({ rule }) => rule === 'unknown-value');
    assert.ok(finding && say(finding.message, 'nl').length < 2_000);
  });

  it('thousands of references to thousands of items that are not there', () => {
    const ids = Array.from({ length: 3_000 }, (_, n) => `weg-${n}`).join(', ');
    const events = Array.from({ length: 3_000 }, (_, n) => `  - {id: e${n}, date: 2013, title: T}`).join(
      '\n',
    );
    const text = dutchCase(
      `timeline:\n${events}\nletters:\n  - {id: b, from: {role: mayor}, status: planned, supports: [${ids}]}\n`,
    );
    assert.ok(rules(text).filter((rule) => rule === 'unknown-reference').length >= 3_000);
  });
});
