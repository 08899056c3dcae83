import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'letter-supports-nothing';

const loose = (extra = '', rest = '') =>
  dutchCase(
    `circumstances:\n  - {id: c1, kind: rooted, title: Hier}\n  - {id: c2, kind: education, title: Opleiding}\nletters:\n  - id: brief\n    from: {role: school}\n    status: signed\n${extra}${rest}`,
  );
const marked = (text: string) =>
  text.replace('- id: brief\n', '- id: brief\n#       ^^^^^ hint letter-supports-nothing\n');

describe(RULE, () => {
  it('speaks of a letter that is linked from neither side', () => {
    checkRule(RULE, marked(loose()));
    checkRule(RULE, marked(loose('    supports: []\n')));
    checkRule(RULE, marked(loose().replace('    from', '    date: 2024\n    from')));
  });

  it('is silent where it is linked to a circumstance or an event', () => {
    checkRule(RULE, loose('    supports: [c1]\n'));
    checkRule(RULE, loose().replace('title: Hier', 'title: Hier, evidence: [brief]'));
    checkRule(RULE, loose('', 'timeline:\n  - {id: ev, date: 2020, title: E, evidence: [brief]}\n'));
  });

  it('is silent about refused letters, and where a link can not be read or may be a slip', () => {
    for (const status of ['refused', 'singed']) checkRule(RULE, loose().replace('signed', status));
    checkRule(RULE, loose('    supports: c1\n'));
    checkRule(RULE, loose('    supports: [nergens]\n'));
    checkRule(RULE, loose('    supports: "{{omstandigheid}}"\n'));
    checkRule(RULE, loose().replace('title: Hier', 'title: Hier, evidence: [breif]'));
    checkRule(RULE, marked(loose().replace('title: Hier', 'title: Hier, evidence: [heel-iets-anders]')));
    checkRule(RULE, loose('', 'timeline: later\n'));
    checkRule(RULE, loose(), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('is not misled by a document whose id resembles its own', () => {
    checkRule(
      RULE,
      marked(
        loose('', 'documents:\n  - {id: brieg, kind: other, title: D}\n').replace(
          'title: Hier',
          'title: Hier, evidence: [brieg]',
        ),
      ),
    );
  });

  it('speaks instead of unused-item, which speaks where it does not', () => {
    const told = (text: string, off = false) =>
      analyseText(text, off ? { settings: { rules: { [RULE]: { severity: 'off' } } } } : {})
        .findings.map(({ rule }) => rule)
        .filter((rule) => rule === RULE || rule === 'unused-item');
    const text = loose('', 'documents:\n  - {id: doc, kind: other, title: D}\n').replace(
      '{id: c2',
      '{id: c2, evidence: [doc]',
    );
    const used = text.replace('{id: c1', '{id: c1, persons: [a]');
    assert.deepEqual(told(used), [RULE]);
    assert.deepEqual(told(used, true), ['unused-item']);
    assert.deepEqual(told(used.replace('signed', 'refused')), ['unused-item']);
  });

  it('links it, first to what the sender fits', () => {
    const text = loose();
    const fixes =
      analyseText(text)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes() ?? [];
    assert.deepEqual(
      fixes.map(({ id, preferred }) => [id, preferred]),
      [
        ['link-c1', true],
        ['link-c2', false],
      ],
    );
    checkFix(RULE, 'link-c2', text, text.replace('status: signed\n', 'status: signed\n    supports: [c2]\n'));
    checkFix(RULE, 'link-c1', loose('    supports: []\n'), loose('    supports: [c1]\n'));
    const other = analyseText(text.replace('role: school', 'role: lso')).findings.find(
      ({ rule }) => rule === RULE,
    );
    assert.ok(other?.fixes().every(({ preferred }) => !preferred));
  });

  it('links it to an event where there is no circumstance', () => {
    const text = dutchCase(
      'timeline:\n  - {id: ev, date: 2019, title: E}\nletters:\n  - {id: brief, from: {role: school}, status: signed}\n',
    );
    assert.match(applyFix(text, RULE, 'link-ev').result, /status: signed, supports: \[ev\]\}/);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, loose(), 'nl'),
      'Deze steunbrief (school) is nergens aan gekoppeld. Zo is niet te zien wat de brief bevestigt. Noem bij ‘supports’ (onderbouwt) welke omstandigheid of gebeurtenis dat is.',
    );
    assert.match(
      messageOf(RULE, loose(), 'en'),
      /^This supporting letter \(school\) is not linked to anything\./,
    );
    assert.match(
      messageOf(RULE, loose(), 'de'),
      /^Dieses Unterstützungsschreiben \(Schule\) ist mit nichts verknüpft\./,
    );
  });
});
