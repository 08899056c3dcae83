import assert from 'node:assert/strict';
import { analyseText, applyFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'medical-evidence-missing';

const health = (kind: string, rest = '', role = 'family') =>
  dutchCase(
    `circumstances:\n  - id: circ\n    kind: ${kind}\n    title: Hartziekte\n    persons: [a]\nletters:\n  - {id: brief, from: {role: ${role}}, status: signed, supports: [circ]}\n${rest}`,
  );
const marked = (text: string) =>
  text.replace('- id: circ\n', '- id: circ\n#       ^^^^ warning medical-evidence-missing\n');
const fixIds = (text: string) =>
  analyseText(text)
    .findings.find(({ rule }) => rule === RULE)
    ?.fixes()
    .map(({ id }) => id);

describe(RULE, () => {
  it('speaks of illness and mental suffering without a medical piece', () => {
    checkRule(RULE, marked(health('medical')));
    checkRule(RULE, marked(health('psychological', '', 'social-work')));
    checkRule(
      RULE,
      marked(health('medical', 'documents:\n  - {id: d, kind: official, title: D, supports: [circ]}\n')),
    );
    checkRule(RULE, marked(health('medical', 'documents:\n  - {id: d, kind: medical, title: D}\n')));
  });

  it('is silent with a letter of a physician or mental-health service, or a medical document', () => {
    for (const kind of ['medical', 'psychological'])
      for (const role of ['physician', 'mental-health']) checkRule(RULE, health(kind, '', role));
    const document = 'documents:\n  - {id: d, kind: medical, title: D, supports: [circ]}\n';
    checkRule(RULE, health('medical', document));
    checkRule(RULE, health('psychological', document));
    checkRule(
      RULE,
      health('medical', '  - {id: b2, from: {role: physician}, status: planned, supports: [circ]}\n'),
    );
  });

  it('leaves refused letters out', () => {
    checkRule(
      RULE,
      marked(health('medical', '  - {id: b2, from: {role: physician}, status: refused, supports: [circ]}\n')),
    );
  });

  it('is silent about other kinds, and where a piece may be medical', () => {
    for (const kind of ['trauma-here', 'dependency', 'rooted', 'medcal', '"{{soort}}"'])
      checkRule(RULE, health(kind));
    checkRule(RULE, health('medical', '', 'physican'));
    checkRule(RULE, health('medical', '', '"{{rol}}"'));
    checkRule(RULE, health('medical').replace('from: {role: family}, ', ''));
    checkRule(RULE, health('medical', 'documents:\n  - {id: d, kind: medcal, title: D, supports: [circ]}\n'));
    checkRule(RULE, health('medical').replace('[circ]', '[cirk]'));
    checkRule(RULE, health('medical', 'documents: volgen\n'));
  });

  it('speaks of a circumstance outside the claim, in Germany too, not in a closed case', () => {
    const text = health('medical', 'claim: {id: v, kind: deferral}\n');
    checkRule(RULE, marked(text));
    checkRule(RULE, marked(text.replace('jurisdiction: nl', 'jurisdiction: de')));
    checkRule(RULE, text.replace('referenceDate:', 'status: closed\n  referenceDate:'));
    checkRule(RULE, text, { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('gives way to supporting-letters-missing, and silences what else is said of the same circumstance', () => {
    checkRule(RULE, health('medical').replace(/letters:[\s\S]*/, ''));
    const told = analyseText(health('medical').replace('[circ]', '[]')).findings.map(({ rule }) => rule);
    assert.ok(told.includes(RULE));
    assert.ok(
      !told.includes('circumstance-without-evidence') && !told.includes('letter-for-circumstance-missing'),
    );
    const settings = { rules: { 'supporting-letters-missing': { severity: 'off' as const } } };
    checkRule(RULE, marked(health('medical').replace(/letters:[\s\S]*/, '')), { settings });
  });

  it('inserts a stub that asks for facts', () => {
    const { result } = applyFix(health('medical'), RULE, 'insert-stub-physician');
    assert.match(result, /role: physician\n {4}status: planned\n {4}supports: \[circ\]/);
    assert.match(
      result.replaceAll(/\s+/g, ' '),
      /geen oordeel en geen ‘geneeskundige verklaring’: alleen feiten/,
    );
    assert.match(
      applyFix(health('psychological'), RULE, 'insert-stub-mental-health').result,
      /role: mental-health\n/,
    );
  });

  it('links a medical piece that the file has', () => {
    const text = health('medical', 'documents:\n  - {id: d, kind: medical, title: D}\n');
    assert.deepEqual(fixIds(text), ['link-d', 'insert-stub-physician']);
    assert.match(applyFix(text, RULE, 'link-d').result, /evidence: \[d\]/);
  });

  it('has words', () => {
    const text = health('medical');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Bij ‘Hartziekte’ hoort nog geen medische informatie. Wie beslist, kan zo niet nagaan wat hier over de gezondheid staat. Vraag een arts of behandelaar om feiten, met schriftelijke toestemming: begin, diagnose, behandeling en data.',
    );
    assert.match(messageOf(RULE, text, 'en'), /^There is no medical information with ‘Hartziekte’ yet\./);
    assert.match(messageOf(RULE, text, 'de'), /^Zu „Hartziekte“ fehlt noch eine ärztliche Bescheinigung\./);
  });
});
