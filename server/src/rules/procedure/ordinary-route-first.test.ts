import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'ordinary-route-first';

const claimed = (kind: string, { more = '', lodged = '2024-03-01', names = '[circ]' } = {}): string =>
  dutchCase(`circumstances:
  - id: circ
    kind: ${kind}
    title: Ziek geworden
${more}claim:
  id: verzoek
  kind: residence-on-hardship
  lodged: ${lodged}
  circumstances: ${names}
`);
const marked = (text: string): string =>
  text.replace('  - id: circ\n', `  - id: circ\n#       ^^^^ information ${RULE}\n`);
const route = (text: string): string => `    existingRoute:\n${text}`;

describe(RULE, () => {
  it('speaks at circumstances of the claim for which an ordinary ground seems to be there', () => {
    for (const kind of ['medical', 'no-fault-stay', 'violence', 'rooted-child'])
      checkRule(RULE, marked(claimed(kind)));
    for (const kind of ['rooted', 'psychological', 'trauma-here', 'dependency', 'other', 'medcal'])
      checkRule(RULE, claimed(kind));
  });

  it('is silent about what the claim does not name, and without a claim', () => {
    checkRule(RULE, claimed('medical', { names: '[]' }));
    checkRule(RULE, claimed('medical', { names: '[~]' }).replace('  - id: circ\n    kind', '  - kind'));
    checkRule(RULE, claimed('medical').replace(/claim:[\s\S]*/, ''));
    checkRule(RULE, claimed('medical').replace('claim:\n', 'claim: x\nx-oud:\n'));
  });

  it('is silent where the ordinary ground stands there, read or not', () => {
    checkRule(RULE, claimed('medical', { more: route('      purpose: medical-deferral\n') }));
    checkRule(RULE, claimed('medical', { more: route('      purpose: "{{verblijfsdoel}}"\n') }));
    checkRule(RULE, claimed('medical', { more: '    existingRoute: "{{grond}}"\n' }));
    checkRule(RULE, claimed('medical', { more: '    existingRoute: geen\n' }));
    checkRule(RULE, claimed('medical', { more: '    existingRoute:\n' }));
    checkRule(RULE, claimed('medical', { more: '    existingRout: {purpose: work}\n' }));
  });

  it('is silent in Germany and in a closed case', () => {
    checkRule(RULE, claimed('medical').replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, claimed('medical').replace('  referenceDate', '  status: closed\n  referenceDate'));
  });

  it('inserts the ground that fits best, with a blank for why it does not help', () => {
    checkFix(
      RULE,
      'insert-route-medical-treatment',
      claimed('medical', { more: '    since: 2019 # ongeveer\n' }),
      claimed('medical', {
        more: `    since: 2019 # ongeveer\n${route('      purpose: medical-treatment\n      whyNot: "{{waarom dit niet helpt}}"\n')}`,
      }),
    );
    checkFix(
      RULE,
      'insert-route-long-staying-child',
      claimed('rooted-child').replace('persons:', '  language: en\npersons:'),
      claimed('rooted-child', {
        more: route('      purpose: long-staying-child\n      whyNot: "{{why not}}"\n'),
      }).replace('persons:', '  language: en\npersons:'),
    );
    const fixes = (kind: string) =>
      analyseText(claimed(kind))
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id }) => id);
    assert.deepEqual(fixes('medical'), ['insert-route-medical-treatment', 'insert-route-medical-deferral']);
    assert.deepEqual(fixes('violence'), ['insert-route-domestic-violence', 'insert-route-human-trafficking']);
    assert.deepEqual(fixes('no-fault-stay'), ['insert-route-no-fault']);
  });

  it('keeps four spaces, and fields on one line', () => {
    const head =
      'vangnet: 1\ncase:\n    id: t\n    title: T\n    jurisdiction: nl\n    confidentiality: fictional\n';
    const four = (circumstance: string) =>
      `${head}persons:\n    -   id: a\n        name: A\n        role: applicant\ncircumstances:\n${circumstance}claim:\n    id: v\n    kind: deferral\n    circumstances: [c]\n`;
    checkFix(
      RULE,
      'insert-route-no-fault',
      four('    -   id: c\n        kind: no-fault-stay\n        title: T\n'),
      four(
        '    -   id: c\n        kind: no-fault-stay\n        title: T\n        existingRoute:\n            purpose: no-fault\n            whyNot: "{{waarom dit niet helpt}}"\n',
      ),
    );
    checkFix(
      RULE,
      'insert-route-no-fault',
      four('    - {id: c, kind: no-fault-stay, title: T}\n'),
      four(
        '    - {id: c, kind: no-fault-stay, title: T, existingRoute: {purpose: no-fault, whyNot: "{{waarom dit niet helpt}}"}}\n',
      ),
    );
  });

  it('has words, with the law of the day', () => {
    assert.equal(
      messageOf(RULE, claimed('medical'), 'nl'),
      'Bij deze omstandigheid (medisch) staat niet welke gewone verblijfsgrond is bekeken. Schrijnendheid komt pas aan bod als geen gewone verblijfsgrond past (art. 3.6ba Vb). Schrijf bij ‘existingRoute’ (gewone verblijfsgrond) welke grond is bekeken en waarom die niet helpt.',
    );
    assert.match(messageOf(RULE, claimed('medical', { lodged: '2019-04-30' }), 'en'), /art\. 3\.4\(3\) Vb/);
    assert.match(messageOf(RULE, claimed('medical', { lodged: '2026-01-01' }), 'de'), /Art\. 3\.6ba Vb/);
    assert.doesNotMatch(messageOf(RULE, claimed('medical', { lodged: '2019' }), 'nl'), / Vb\b/);
  });
});
