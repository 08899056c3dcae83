import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'long-stay-unargued';
const ILL = 'circumstances:\n  - {id: circ, kind: medical, title: Ziek}\n';
const marked = (body = ILL) =>
  dutchCase(body.replace('circumstances:\n', `circumstances:\n^^^^^^^^^^^^^ information ${RULE}\n`));
/** Ada of dutchCase arrived in 2015; the reference date is 2024-06-01. */
const arrived = (date: string, text = marked()) => text.replace('arrivalDate: 2015', `arrivalDate: ${date}`);

describe(RULE, () => {
  it('speaks at the circumstances, without them at the first field', () => {
    checkRule(RULE, marked());
    checkRule(RULE, dutchCase(`circumstances: []\n^^^^^^^^^^^^^ information ${RULE}\n`));
    checkRule(RULE, dutchCase('').replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ information ${RULE}\n`));
    checkRule(RULE, marked().replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('counts five years where they are certain', () => {
    const near = dutchCase(ILL);
    checkRule(RULE, arrived('2019-06-01'));
    checkRule(RULE, arrived('2019-06-02', near));
    checkRule(RULE, arrived('2019-05'));
    checkRule(RULE, arrived('2019-06', near));
    checkRule(RULE, arrived('2018'));
    checkRule(RULE, arrived('2019', near));
    checkRule(RULE, arrived('2018~', near));
    checkRule(RULE, arrived('2015?', near));
    checkRule(RULE, near.replace('referenceDate: 2024-06-01', 'referenceDate: 2019'));
    checkRule(RULE, near.replace('referenceDate: 2024-06-01', 'referenceDate: 2024?'));
  });

  it('counts birth as arrival of who was born here, and applicants alone', () => {
    checkRule(RULE, marked().replace('arrivalDate: 2015', 'bornHere: true\n    birthDate: 2010'));
    checkRule(RULE, dutchCase(ILL).replace('arrivalDate: 2015', 'birthDate: 2010'));
    checkRule(RULE, dutchCase(ILL).replace('role: applicant', 'role: parent'));
    checkRule(RULE, dutchCase(ILL).replace('role: applicant', 'role: applicant\n    deathDate: 2020'));
    checkRule(
      RULE,
      marked().replace(
        'arrivalDate: 2015\n',
        '\n  - {id: b, name: Ben, role: co-applicant, arrivalDate: 2012}\n',
      ),
    );
  });

  it('is silent where a circumstance speaks of it, or may', () => {
    for (const kind of ['rooted', 'rooted-child', 'long-residence', 'rootted', '"{{soort}}"'])
      checkRule(RULE, dutchCase(ILL.replace('medical', kind)));
    checkRule(RULE, dutchCase('circumstances:\n  - {id: c, title: Iets}\n'));
    checkRule(RULE, dutchCase('circumstances: lang hier\n'));
    checkRule(RULE, dutchCase('circumstance:\n  - {id: c, kind: rooted, title: Hier}\n'));
    checkRule(RULE, dutchCase(ILL, '  status: closed\n'));
  });

  it('is not silenced by other rules’ settings, but by its own', () => {
    checkRule(RULE, dutchCase(ILL), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('inserts it since arrival, in the claim too', () => {
    const claim = 'claim:\n  id: v\n  kind: deferral\n  circumstances: [circ]\n';
    checkFix(
      RULE,
      'insert-rooted',
      dutchCase(`${ILL}${claim}`),
      dutchCase(`${ILL}  - id: circ-worteling
    kind: rooted
    title: Worteling
    persons: [a]
    since: 2015
    description: "{{beschrijving}}"
${claim.replace('[circ]', '[circ, circ-worteling]')}`),
    );
  });

  it('inserts it where there is no circumstance and no claim', () => {
    checkFix(
      RULE,
      'insert-long-residence',
      dutchCase(''),
      dutchCase(`circumstances:
  - id: circ-lang-verblijf
    kind: long-residence
    title: Lang verblijf
    persons: [a]
    since: 2015
    description: "{{beschrijving}}"
`),
    );
  });

  it('offers a child’s roots for a child, and the first arrival of several', () => {
    const child = dutchCase(ILL).replace('arrivalDate: 2015', 'arrivalDate: 2015\n    birthDate: 2012');
    const [finding] = analyseText(child).findings.filter(({ rule }) => rule === RULE);
    assert.deepEqual(
      finding?.fixes().map(({ id }) => id),
      ['insert-rooted-child'],
    );
    const two = dutchCase(`  - {id: b, name: Ben, role: co-applicant, arrivalDate: 2012-03}\n${ILL}`);
    assert.match(applyFix(two, RULE, 'insert-rooted').result, /persons: \[a, b\]\n {4}since: 2012-03\n/);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, dutchCase(ILL), 'nl'),
      'Ada is al minstens vijf jaar in Nederland, maar geen omstandigheid gaat daarover. Volgens de deskundigen van de expertmeeting ontstaat schrijnendheid juist met de tijd. Voeg een omstandigheid toe over wat er in die jaren is gegroeid.',
    );
    const two = dutchCase(`  - {id: b, name: Ben, role: co-applicant, arrivalDate: 2012-03}\n${ILL}`);
    assert.match(
      messageOf(RULE, two, 'en'),
      /^Ada and Ben have been in the Netherlands for at least five years/,
    );
    assert.match(
      messageOf(RULE, dutchCase(ILL).replace('jurisdiction: nl', 'jurisdiction: de'), 'de'),
      /^Ada ist seit mindestens fünf Jahren in Deutschland, aber kein Umstand geht darauf ein\. Laut asyl\.net /,
    );
    assert.match(
      messageOf(RULE, dutchCase(ILL).replace('    name: Ada\n', ''), 'nl'),
      /^De betrokkene is al minstens vijf jaar/,
    );
  });
});
