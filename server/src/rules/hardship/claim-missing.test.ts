import assert from 'node:assert/strict';
import { RULES } from '../../generated/rules.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'claim-missing';
const CIRCUMSTANCES = 'circumstances:\n  - id: circ\n    kind: medical\n    title: Ziek\n';

/** The first field of the file, where what is missing at the top level is told. */
function marked(text: string): string {
  return text.replace('vangnet: 1\n', 'vangnet: 1\n^^^^^^^ warning claim-missing\n');
}

describe(RULE, () => {
  it('speaks at the first field when circumstances stand without a claim', () => {
    checkRule(RULE, marked(dutchCase(CIRCUMSTANCES)));
    checkRule(RULE, marked(dutchCase(CIRCUMSTANCES).replace('jurisdiction: nl', 'jurisdiction: de')));
  });

  it('is silent with a claim, without circumstances, and in a closed case', () => {
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}claim:\n  id: v\n  kind: deferral\n`));
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}claim: {}\n`));
    checkRule(RULE, dutchCase(''));
    checkRule(RULE, dutchCase('circumstances: []\n'));
    checkRule(RULE, dutchCase(CIRCUMSTANCES, '  status: closed\n'));
  });

  it('is silent where a claim may be there, or the circumstances can not be read', () => {
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}claim: komt nog\n`));
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}claim:\n`));
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}clam:\n  id: v\n  kind: deferral\n`));
    checkRule(RULE, dutchCase('circumstances: ziek\n'));
    checkRule(RULE, dutchCase('circumstances:\n  - \n'));
    checkRule(RULE, dutchCase('circumstances:\n  - "{{omstandigheid}}"\n'));
  });

  it('gives way to the open first procedure, which asks for the claim itself', () => {
    const own = RULES.find(({ meta }) => meta.id === RULE);
    assert.deepEqual(own?.meta.silencedBy, { file: ['first-procedure-window-open'], item: [] });
  });

  it('an own field of the user is no claim', () => {
    checkRule(RULE, marked(dutchCase(`${CIRCUMSTANCES}x-claim: later\n`)));
  });

  it('inserts a claim of the first procedure while that runs', () => {
    const procedures = 'procedures:\n  - id: asiel\n    kind: asylum\n    lodged: 2024-02-01\n';
    checkFix(
      RULE,
      'insert-claim',
      dutchCase(`${procedures}${CIRCUMSTANCES}documents: []\n`),
      dutchCase(`${procedures}${CIRCUMSTANCES}claim:
  id: verzoek
  kind: residence-on-hardship
  raisedIn: [asiel]
  scope: any-time
  addressedTo: ind-director
  grounds: [nl.vb.3.6ba, eu.return-directive.6-4]
  circumstances: [circ]
  request: >-
    Gevraagd wordt om vanwege schrijnende omstandigheden een verblijfsvergunning te verlenen aan Ada.
documents: []
`),
      // The rule on the open first procedure speaks instead, where it is on.
      { settings: { rules: { 'first-procedure-window-open': { severity: 'off' } } } },
    );
  });

  it('inserts a German claim, with four spaces and CRLF', () => {
    const text =
      'vangnet: 1\ncase:\n    id: t\n    title: T\n    jurisdiction: de\n    confidentiality: fictional\npersons:\n    - id: a\n      name: Ada\n      role: applicant\ncircumstances:\n    - id: c\n      kind: medical\n      title: Krank\n'.replaceAll(
        '\n',
        '\r\n',
      );
    const { result } = applyFix(text, RULE, 'insert-claim');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(
      result,
      /\r\nclaim:\r\n {4}id: antrag\r\n {4}kind: residence-on-hardship\r\n {4}addressedTo: hardship-commission\r\n {4}grounds: \[de\.aufenthg\.23a\]\r\n/,
    );
  });

  it('offers no ground that was not there yet', () => {
    const text = dutchCase(CIRCUMSTANCES)
      .replace('jurisdiction: nl', 'jurisdiction: de')
      .replace('2024-06-01', '2004-06-01');
    assert.doesNotMatch(applyFix(text, RULE, 'insert-claim').result, /grounds/);
  });

  it('offers nothing where the country of the law is not known', () => {
    const { findings } = analyseText(
      dutchCase(CIRCUMSTANCES).replace('jurisdiction: nl', 'jurisdiction: xx'),
    );
    assert.deepEqual(findings.find(({ rule }) => rule === RULE)?.fixes(), []);
  });

  it('offers nothing while lines can not be read that may be the claim’s', () => {
    const text = dutchCase(`${CIRCUMSTANCES}  id: v\n  kind: deferral\n`);
    const { findings } = analyseText(text);
    assert.ok(findings.some(({ rule }) => rule === 'yaml-syntax'));
    assert.deepEqual(findings.find(({ rule }) => rule === RULE)?.fixes(), []);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, dutchCase(CIRCUMSTANCES), 'nl'),
      'Er staan omstandigheden in dit bestand, maar nog geen verzoek. Zo is nergens te lezen wat er wordt gevraagd, aan wie en op welke rechtsgrond. Voeg een verzoek toe; Vangnet kan uit de feiten een eerste versie maken.',
    );
  });
});
