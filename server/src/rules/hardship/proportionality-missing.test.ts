import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'proportionality-missing';
const CLAIM = 'claim:\n  id: v\n  kind: deferral\n  grounds: [echr.8]\n';
const argument = (rest: string) => `  - id: arg\n    title: T\n    text: X\n${rest}`;
const german = (text: string) => text.replace('jurisdiction: nl', 'jurisdiction: de');
const marked = (rest: string) =>
  dutchCase(`${CLAIM}arguments:\n^^^^^^^^^ warning ${RULE}\n${argument(rest)}`);

describe(RULE, () => {
  it('speaks at the arguments, without them at the first field', () => {
    checkRule(RULE, marked('    cites: [echr.8, nl.awb.4-6]\n'));
    checkRule(RULE, marked(''));
    checkRule(RULE, dutchCase(`${CLAIM}arguments: []\n^^^^^^^^^ warning ${RULE}\n`));
    checkRule(RULE, dutchCase(CLAIM).replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ warning ${RULE}\n`));
  });

  it('asks for the norm of the jurisdiction', () => {
    checkRule(RULE, german(marked('    cites: [nl.awb.3-4-2]\n')));
    checkRule(RULE, marked('    cites: [de.gg.proportionality]\n'));
    for (const source of ['nl.awb.3-4-2', 'nl.awb.4-84'])
      checkRule(RULE, dutchCase(`${CLAIM}arguments:\n${argument(`    cites: [echr.8, ${source}]\n`)}`));
    checkRule(
      RULE,
      german(dutchCase(`${CLAIM}arguments:\n${argument('    cites: [de.gg.proportionality]\n')}`)),
    );
  });

  it('a ruling or an address is not the norm itself', () => {
    checkRule(RULE, marked('    cites: ["ECLI:NL:RVS:2022:285", "https://example.org/a"]\n'));
  });

  it('is silent without a claim, and where an argument may cite it', () => {
    checkRule(RULE, dutchCase('arguments: []\n'));
    for (const cites of [
      'cites: evenredig',
      'cites: ["{{bron}}"]',
      'cites: [nl.awb.3-42]',
      'cite: [nl.awb.3-4-2]',
    ])
      checkRule(RULE, dutchCase(`${CLAIM}arguments:\n${argument(`    ${cites}\n`)}`));
    checkRule(RULE, dutchCase(`${CLAIM}arguments: komen nog\n`));
    checkRule(RULE, dutchCase(`${CLAIM}argument:\n${argument('')}`));
    checkRule(RULE, dutchCase(`${CLAIM}arguments: []\n`).replace('jurisdiction: nl', 'jurisdiction: be'));
  });

  it('inserts the jurisdiction’s own argument', () => {
    const { result } = applyFix(dutchCase(CLAIM), RULE, 'insert-argument');
    assert.match(result, /\narguments:\n {2}- id: arg-proportionality\n {4}snippet: proportionality\n/);
    const de = applyFix(german(dutchCase(CLAIM)), RULE, 'insert-argument').result;
    assert.match(de, /snippet: haertefall-verhaeltnismaessigkeit\n/);
    assert.match(de, /cites: \[de\.gg\.proportionality, de\.aufenthg\.23a\]/);
  });

  it('gives an argument on it that is there already its source', () => {
    const own = argument('    snippet: proportionality\n    cites: [nl.rvs.harderwijk]\n');
    checkFix(
      RULE,
      'cite',
      dutchCase(`${CLAIM}arguments:\n${own}`),
      dutchCase(`${CLAIM}arguments:\n${own.replace(']', ', nl.awb.3-4-2]')}`),
    );
  });

  it('offers nothing before the norm was there', () => {
    const { findings } = analyseText(dutchCase(CLAIM).replace('2024-06-01', '1990-06-01'));
    assert.deepEqual(findings.find(({ rule }) => rule === RULE)?.fixes(), []);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, dutchCase(CLAIM), 'nl'),
      'Nog geen argument gaat over de evenredigheid (art. 3:4 lid 2 of art. 4:84 Awb). Zo blijft onbesproken of de gevolgen van een afwijzing opwegen tegen het doel ervan. Voeg een argument toe dat dit afweegt.',
    );
    assert.match(
      messageOf(RULE, german(dutchCase(CLAIM)), 'de'),
      /^Noch kein Argument geht auf die Verhältnismäßigkeit ein\. So bleibt offen/,
    );
  });
});
