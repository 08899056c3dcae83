import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'administrative-error-unargued';

function erred(body: string, error = `true\n#                   ^^^^ information ${RULE}`): string {
  return dutchCase(`procedures:
  - id: p
    kind: extension
    authority: ind
    lodged: 2019-02
    decided: 2019-08-01
    outcome: rejected
    reason: De IND vroeg een paspoort, wat niet had gemogen.
    authorityError: ${error}
${body}`);
}

const plain = (body: string) => erred(body, 'true');
const CIRCUMSTANCE = 'circumstances:\n  - {id: circ, kind: administrative-error, title: Vergissing}\n';
const argument = (supports: string) =>
  `arguments:\n  - {id: arg, title: T, text: X, cites: [nl.awb.3-2], supports: ${supports}}\n`;

describe(RULE, () => {
  it('speaks at the mistake, with or without a circumstance that nobody argues', () => {
    checkRule(RULE, erred(''));
    checkRule(RULE, erred(CIRCUMSTANCE));
    checkRule(RULE, erred(`${CIRCUMSTANCE}${argument('[]')}`));
    checkRule(RULE, erred(`circumstances:\n  - {id: circ, kind: other, title: T}\n${argument('[circ]')}`));
  });

  it('speaks at each procedure with one', () => {
    checkRule(
      RULE,
      erred(
        `  - {id: q, kind: regular, lodged: 2022, authorityError: true}\n#                                                        ^^^^ information ${RULE}\n`,
      ),
    );
  });

  it('is silent without a mistake, and where an argument supports the circumstance', () => {
    checkRule(RULE, erred('', 'false'));
    checkRule(RULE, erred('', '"{{ja of nee}}"'));
    checkRule(RULE, plain(`${CIRCUMSTANCE}${argument('[circ]')}`));
  });

  it('is silent where it can not be told', () => {
    checkRule(RULE, plain(`${CIRCUMSTANCE}${argument('[crc]')}`));
    checkRule(RULE, plain(`${CIRCUMSTANCE}${argument('circ')}`));
    checkRule(RULE, plain('circumstances:\n  - {id: circ, kind: administrative-eror, title: T}\n'));
    checkRule(RULE, plain('circumstances:\n  - {kind: administrative-error, title: T}\n'));
    checkRule(RULE, plain('circumstances: een vergissing\n'));
    checkRule(RULE, plain(`${CIRCUMSTANCE}arguments: later\n`));
  });

  it('inserts the circumstance and its argument, in the claim too', () => {
    const claim = 'claim: {id: v, kind: deferral}\n';
    const { result } = applyFix(plain(claim), RULE, 'insert');
    assert.match(
      result,
      /circumstances:\n {2}- id: circ-fout-van-de-overheid\n {4}kind: administrative-error\n {4}title: Fout van de overheid\n {4}persons: \[a\]\n {4}since: 2019-08-01\n {4}description: De IND vroeg een paspoort, wat niet had gemogen\.\nclaim: \{id: v, kind: deferral, circumstances: \[circ-fout-van-de-overheid\]\}\narguments:\n {2}- id: arg-authority-error\n/,
    );
    assert.match(result, / {4}supports: \[circ-fout-van-de-overheid\]\n/);
    assert.doesNotMatch(result, /\{\{/);
  });

  it('tells of the mistake that it was found at, not of another', () => {
    const text = plain(`  - id: proc-oud
    kind: extension
    authority: municipality
    lodged: 2010
    decided: 2011
    authorityError: true
    reason: De aanvraag raakte zoek
`);
    const [first, second] = analyseText(text).findings.filter(({ rule }) => rule === RULE);
    const inserted = (finding: typeof first) =>
      finding
        ?.fixes()[0]
        ?.edits.map((edit) => edit.text)
        .join('\n') ?? '';
    assert.match(inserted(first), /maakte\s+de\s+IND\s[^‘]*‘De\s+IND\s+vroeg/);
    assert.match(inserted(second), /maakte\s+de\s+gemeente\s[^‘]*‘De\s+aanvraag\s+raakte\s+zoek’/);
  });

  it('names only persons that are there', () => {
    const { result } = applyFix(
      plain('').replace('    lodged: 2019-02\n', '    lodged: 2019-02\n    persons: [a, b]\n'),
      RULE,
      'insert',
    );
    assert.match(result, /title: Fout van de overheid\n {4}persons: \[a\]\n/);
  });

  it('inserts both where neither list is there, with CRLF', () => {
    const { result } = applyFix(plain('').replaceAll('\n', '\r\n'), RULE, 'insert');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(result, /\r\ncircumstances:\r\n(?: .*\r\n)+arguments:\r\n/);
  });

  it('argues the circumstance that is there', () => {
    const { result } = applyFix(plain(CIRCUMSTANCE), RULE, 'insert');
    assert.equal(result.match(/kind: administrative-error/g)?.length, 1);
    assert.match(result, /snippet: authority-error\n(?: .*\n)+ {4}supports: \[circ\]\n/);
  });

  it('lets the argument that is there support it', () => {
    const own =
      'arguments:\n  - {id: arg, snippet: authority-error, title: T, text: X, cites: [nl.awb.3-2]}\n';
    checkFix(
      RULE,
      'insert',
      plain(`${CIRCUMSTANCE}${own}`),
      plain(`${CIRCUMSTANCE}${own.replace('text: X', 'text: X, supports: [circ]')}`),
    );
  });

  it('takes the German snippet in a German case', () => {
    const { result } = applyFix(plain('').replace('jurisdiction: nl', 'jurisdiction: de'), RULE, 'insert');
    assert.match(result, /snippet: haertefall-dringende-gruende\n/);
    const { findings } = analyseText(plain('').replace('jurisdiction: nl', 'jurisdiction: xx'));
    assert.deepEqual(findings.find(({ rule }) => rule === RULE)?.fixes(), []);
  });

  it('has words', () => {
    assert.match(
      messageOf(RULE, plain(''), 'nl'),
      /^In deze procedure vergiste de IND zich, maar daar gaat geen omstandigheid met argument over\. /,
    );
    assert.match(
      messageOf(RULE, plain('').replace('    authority: ind\n', ''), 'de'),
      /^In diesem Verfahren irrte sich die Behörde, doch kein Umstand mit Argument geht darauf ein\. /,
    );
  });
});
