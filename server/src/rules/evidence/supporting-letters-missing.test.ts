import assert from 'node:assert/strict';
import { RULES } from '../../generated/rules.js';
import { analyseText, applyFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'supporting-letters-missing';
const CIRCUMSTANCES = `
circumstances:
  - id: circ-school
    kind: education
    title: Opleiding afgebroken
    persons: [a]
  - id: circ-ziek
    kind: medical
    title: Hartziekte
    persons: [a]
  - id: circ-hier
    kind: rooted
    title: Negen jaar hier
    persons: [a]
`.slice(1);

describe(RULE, () => {
  it('speaks at the circumstances, at the claim, at an empty list of letters', () => {
    checkRule(
      RULE,
      dutchCase(CIRCUMSTANCES.replace('\n', '\n^^^^^^^^^^^^^ warning supporting-letters-missing\n')),
    );
    checkRule(
      RULE,
      dutchCase(
        `${CIRCUMSTANCES}claim:\n^^^^^ warning supporting-letters-missing\n  id: v\n  kind: deferral\n`,
      ),
    );
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}letters: []\n^^^^^^^ warning supporting-letters-missing\n`));
  });

  it('a refused letter counts for nothing, a planned one is a beginning', () => {
    const letter = (status: string) => `  - id: brief\n    from: {role: school}\n    status: ${status}\n`;
    checkRule(
      RULE,
      dutchCase(`${CIRCUMSTANCES}letters:\n^^^^^^^ warning supporting-letters-missing\n${letter('refused')}`),
    );
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}letters:\n${letter('planned')}`));
  });

  it('is silent without circumstances and claim, and where letters can not be read', () => {
    checkRule(RULE, dutchCase(''));
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}letters: komen nog\n`));
    checkRule(
      RULE,
      dutchCase(`${CIRCUMSTANCES}letters:\n  - {id: b, from: {role: school}, status: refusd}\n`),
    );
  });

  it('speaks where one of circumstances and claim is there, whatever can be read of the other', () => {
    checkRule(RULE, dutchCase(`${CIRCUMSTANCES}claim: volgt\n^^^^^ warning supporting-letters-missing\n`));
    checkRule(
      RULE,
      dutchCase(
        'circumstances: volgen\nclaim:\n^^^^^ warning supporting-letters-missing\n  id: v\n  kind: deferral\n',
      ),
    );
  });

  it('is the only rule on letters and evidence that speaks', () => {
    const text = dutchCase(
      `${CIRCUMSTANCES}letters:\n  - {id: brief, from: {role: family}, status: refused, supports: [circ-hier]}\n`,
    ).replace('    arrivalDate: 2015\n', '    traits: [isolated]\n');
    const ofGroup = new Set(RULES.filter(({ meta }) => meta.group === 'evidence').map(({ meta }) => meta.id));
    const told = analyseText(text)
      .findings.map(({ rule }) => rule)
      .filter((rule) => ofGroup.has(rule));
    assert.deepEqual(told, [RULE]);
    for (const { meta } of RULES)
      if (/letter(?!s-missing)|^(?:no-local|circumstance-without|medical-evidence-missing)/.test(meta.id))
        assert.ok(meta.id === RULE || meta.silencedBy.file.includes(RULE), meta.id);
  });

  it('names who fits this case', () => {
    assert.equal(
      messageOf(RULE, dutchCase(CIRCUMSTANCES), 'nl'),
      'Er is nog geen steunbrief. Mensen die Ada kennen, kunnen bevestigen wat hier staat. Denk in deze zaak aan: school, huisarts, gemeente.',
    );
  });

  it('calls nobody by a blank', () => {
    const text = dutchCase(CIRCUMSTANCES).replace('name: Ada', 'name: "{{naam}}"');
    assert.match(messageOf(RULE, text, 'nl'), /Mensen die de betrokkene kennen,/);
  });

  it('inserts a stub for each, after which it is silent', () => {
    const text = dutchCase(CIRCUMSTANCES);
    const { result } = applyFix(text, RULE, 'insert-stubs');
    checkRule(RULE, result);
    assert.match(
      result,
      /\nletters:\n {2}- id: brief-school\n {4}from:\n {6}role: school\n {4}status: planned\n {4}supports: \[circ-school, circ-hier\]\n {4}request: >-\n/,
    );
    assert.ok(result.startsWith(text.trimEnd()));
    assert.equal(result.match(/- id: brief-/g)?.length, 3);
  });

  it('keeps CRLF, four spaces and lists that stand under their key', () => {
    const text =
      'vangnet: 1\ncase:\n    id: t\n    title: T\n    jurisdiction: nl\n    confidentiality: fictional\npersons:\n- id: a\n  name: Ada\n  role: applicant\ncircumstances:\n- id: c\n  kind: medical\n  title: Ziek\n'.replaceAll(
        '\n',
        '\r\n',
      );
    const { result } = applyFix(text, RULE, 'insert-stubs');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(result, /\r\nletters:\r\n- id: brief-huisarts\r\n {2}from:\r\n {6}role: physician\r\n/);
  });
});
