import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'contact-details-present';

describe(RULE, () => {
  it('names each sort in values and comments', () => {
    checkRule(
      RULE,
      dutchCase(`
        # a@example.org
        # ^^^^^^^^^^^^^ warning contact-details-present
        letters:
          - id: l
            from: {name: "Buren (06-12345678)", role: neighbour}
        #                        ^^^^^^^^^^^ warning contact-details-present
            status: received # +31 6 12345678
        #                      ^^^^^^^^^^^^^^ warning contact-details-present
            summary: >-
              Dorpsstraat 12, 1234 AB Utrecht;
        #                 ^^^^^^^^^^^ warning contact-details-present
              1234 AB 12 of NL91 ABNA 0417 1643 00.
        #     ^^^^^^^^^^ warning contact-details-present
        #                   ^^^^^^^^^^^^^^^^^^^^^^ warning contact-details-present
      `),
    );
  });

  it('is silent in a real file and where it is not known to be none', () => {
    const text = dutchCase('x-a: 06-12345678\n');
    for (const confidentiality of ['real', 'nonsense', '"{{vertrouwelijkheid}}"'])
      checkRule(RULE, text.replace('fictional', confidentiality));
    checkRule(RULE, text.replace('  confidentiality: fictional\n', ''));
    checkRule(RULE, text, { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('is silent about dates, references, blanks and what another rule tells of', () => {
    checkRule(
      RULE,
      dutchCase(`
        # Van 04-05-2013 tot 06-07-2014, of 09-2019 - 10-2020. BSN 012 345 672.
        x-a: "{{06-12345678}}"
        x-06-12345678: 202002664/1
        x-b: V-nummer 0612345678
        x-c: NL92 ABNA 0417 1643 00
        x-d: 1234 AB Utrecht
        procedures:
          - {id: p, kind: asylum, lodged: 2015, reference: 0612345678}
          - {id: q, kind: asylum, lodged: 2015, reference: "Z1-123"}
      `).replace('    role: applicant\n', '    role: applicant\n    vNumber: "0612345678"\n'),
    );
  });

  it('puts asterisks in its place, in quotes where YAML asks for them', () => {
    const changes: readonly (readonly [string, string])[] = [
      ['x-a: 06-12345678', 'x-a: "**********"'],
      ['x-a: bel 06-12345678.', 'x-a: bel **********.'],
      ['x-a: [a@example.org, b]', 'x-a: ["***********", b]'],
      ["x-a: 'a@example.org'", "x-a: '***********'"],
      ['x-a: |-\n  (020) 123 45 67', 'x-a: |-\n  **********'],
      ['x-a: 1 # 1234 AB 12', 'x-a: 1 # ********'],
    ];
    for (const [before, after] of changes)
      checkFix(RULE, 'mask', dutchCase(`${before}\n`), dutchCase(`${after}\n`));
  });

  it('offers it for each stretch by itself', () => {
    const text = dutchCase('x-a: a@example.org en b@example.org\n');
    assert.match(applyFix(text, RULE, 'mask').result, /x-a: "\*+ en b@example\.org"\n/);
    const { findings } = analyseText(text);
    const second = findings.filter(({ rule }) => rule === RULE)[1];
    assert.equal(second?.fixes()[0]?.edits[0]?.text, '***********');
  });

  it('has words for each sort', () => {
    const about = (stretch: string, language: 'nl' | 'en' | 'de') =>
      messageOf(RULE, dutchCase(`x-a: tel ${stretch}\n`), language);
    assert.equal(
      about('06-12345678', 'nl'),
      'Dit lijkt een telefoonnummer. In een bestand dat gedeeld kan worden, leidt dat naar een echt mens, hoe de naam ook is veranderd. Vervang het door sterretjes, en bewaar het elders.',
    );
    assert.match(about('a@example.org', 'nl'), /^Hier staat een e-mailadres\. /);
    assert.match(about('NL91 ABNA 0417 1643 00', 'en'), /^There is a bank account number \(IBAN\) here\. /);
    assert.match(
      about('1234 AB 12', 'de'),
      /^Hier steht eine niederländische Postleitzahl mit Hausnummer\. /,
    );
  });
});
