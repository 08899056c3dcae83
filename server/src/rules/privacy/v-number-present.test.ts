import assert from 'node:assert/strict';
import { checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'v-number-present';

const withNumber = (value: string, confidentiality = 'fictional'): string =>
  dutchCase('')
    .replace('confidentiality: fictional', `confidentiality: ${confidentiality}`)
    .replace('    role: applicant\n', `    role: applicant\n    vNumber: ${value}\n`);

describe(RULE, () => {
  it('names the field in a file that is not real', () => {
    const mark = '\n#            ^^^^^^^^^^^^ error v-number-present';
    checkRule(RULE, withNumber(`"2712345678"${mark}`));
    checkRule(RULE, withNumber(`"2712345678"${mark}`, 'pseudonymised'));
    checkRule(RULE, withNumber(`"0000000000"${mark}`));
    checkRule(RULE, withNumber('"27"\n#            ^^^^ error v-number-present'));
    checkRule(
      RULE,
      withNumber('V-nummer 2712345678\n#            ^^^^^^^^^^^^^^^^^^^ error v-number-present'),
    );
  });

  it('is silent in a real file and where it is not known to be none', () => {
    for (const confidentiality of ['real', 'nonsense', '', '"{{vertrouwelijkheid}}"'])
      checkRule(RULE, withNumber('"2712345678"', confidentiality));
    checkRule(RULE, withNumber('"2712345678"').replace('  confidentiality: fictional\n', ''));
    checkRule(
      RULE,
      dutchCase('x-a: V-nummer 2712345678 # V-nummer 2712345678\n').replace('fictional', 'real'),
    );
  });

  it('is silent about a blank, asterisks, a value of the wrong type and a BSN', () => {
    for (const value of ['"{{V-nummer}}"', '"**********"', '2712345678', '', '["2712345678"]', '"123456782"'])
      checkRule(RULE, withNumber(value));
    checkRule(RULE, withNumber('"2712345678"'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('warns of ten digits behind such a word in texts and comments', () => {
    checkRule(
      RULE,
      dutchCase(`
        # vreemdelingennummer 2712345678
        #                     ^^^^^^^^^^ warning v-number-present
        claim:
          id: v
          kind: deferral
          request: Ada heeft V-nr. 2712345678.
        #                          ^^^^^^^^^^ warning v-number-present
        x-note: 2712345678, V-nummer 123, V-nummer 2712345678/1
        # vNumber: "0000000000"
      `),
    );
  });

  it('takes the field away', () => {
    checkFix(RULE, 'remove', withNumber('"2712345678"'), dutchCase(''));
    checkFix(
      RULE,
      'remove',
      withNumber('"2712345678" # nog te wissen'),
      dutchCase('').replace('    arrivalDate', '    # nog te wissen\n    arrivalDate'),
    );
    checkFix(
      RULE,
      'remove',
      withNumber('"1"').replace(
        / {2}- id: a[\s\S]*/,
        '  - {id: a, name: Ada, role: applicant, vNumber: "1"}\n',
      ),
      dutchCase('').replace(/ {2}- id: a[\s\S]*/, '  - {id: a, name: Ada, role: applicant}\n'),
    );
  });

  it('puts asterisks in a text', () => {
    checkFix(
      RULE,
      'mask',
      dutchCase('x-a: >-\n    V-nummer 271 234 5678 van Ada\n'),
      dutchCase('x-a: >-\n    V-nummer ********** van Ada\n'),
    );
  });

  it('has words that do not repeat the number', () => {
    assert.equal(
      messageOf(RULE, withNumber('"2712345678"'), 'nl'),
      'Hier staat een V-nummer, en dat hoort alleen in een bestand met echte gegevens. Met dit nummer is iemand te vinden, ook als de naam is veranderd. Haal het weg, of kijk na of ‘confidentiality’ (vertrouwelijkheid) klopt.',
    );
    assert.match(
      messageOf(RULE, dutchCase('x-a: V-nummer 2712345678\n'), 'en'),
      /^This looks like a V-number/,
    );
    assert.match(
      messageOf(RULE, withNumber('"2712345678"'), 'de'),
      /„confidentiality“ \(Vertraulichkeit\) stimmt\.$/,
    );
  });
});
