import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'arbitrariness-unanswered';

const supported = (role = 'mayor', rest = '', status = 'signed') =>
  dutchCase(
    `letters:\n  - id: brief\n    from:\n      role: ${role}\n    status: ${status}\n    supports: [ev]\ntimeline:\n  - {id: ev, date: 2019, title: E}\n${rest}`,
  );
const marked = (role = 'mayor', rest = '') =>
  supported(role, rest).replace(
    `role: ${role}\n`,
    `role: ${role}\n#           ${'^'.repeat(role.length)} hint arbitrariness-unanswered\n`,
  );
const argument = (answers: string) => `arguments:\n  - {id: arg, title: A, text: A, answers: ${answers}}\n`;
const counter = (kind = 'arbitrariness') => `counterArguments:\n  - {id: contra, kind: ${kind}, text: W}\n`;

describe(RULE, () => {
  it('speaks at the sender of local support', () => {
    for (const role of ['mayor', 'municipality', 'sports-club', 'faith-community'])
      checkRule(RULE, marked(role));
    checkRule(
      RULE,
      dutchCase(`
        letters: [{id: b, status: signed, from: {role: mayor}}]
        #                                              ^^^^^ hint arbitrariness-unanswered
      `),
    );
    checkRule(RULE, marked('mayor', counter()));
    checkRule(RULE, marked('mayor', argument('[contra]') + counter('floodgates')));
    checkRule(RULE, marked('mayor', argument('[contra]')));
  });

  it('is silent about other senders, refused letters and what can not be read', () => {
    for (const role of ['school', 'neighbour', 'family', 'ngo', 'lso', 'mayr'])
      checkRule(RULE, supported(role));
    for (const status of ['refused', 'singed']) checkRule(RULE, supported('mayor', '', status));
    checkRule(RULE, supported('mayor', 'arguments: later\n'));
    checkRule(RULE, supported('mayor', 'counterArguments: later\n'));
    checkRule(RULE, supported(), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('is silent where an argument answers it, or may', () => {
    checkRule(RULE, supported('mayor', argument('[contra]') + counter()));
    checkRule(RULE, supported('mayor', argument('contra') + counter()));
    checkRule(RULE, supported('mayor', argument('[cantra]') + counter()));
    checkRule(RULE, supported('mayor', argument('[contra]') + counter('arbitrarines')));
    checkRule(RULE, marked('mayor', argument('[]') + counter('arbitrarines')));
    checkRule(RULE, marked('mayor', argument('[iets-anders-geheel]') + counter()));
  });

  it('is one finding for several letters, the others beside it', () => {
    const analysis = checkRule(
      RULE,
      marked().replace(
        'timeline:',
        '  - {id: b2, from: {role: sports-club}, status: planned, supports: [ev]}\ntimeline:',
      ),
    );
    assert.equal(analysis.findings.find(({ rule }) => rule === RULE)?.related?.length, 1);
  });

  it('inserts the counter-argument and the argument that answers it', () => {
    const { result, fix } = applyFix(supported(), RULE, 'insert-rebuttal');
    assert.equal(say(fix.title, 'nl'), 'Het tegenargument ‘willekeur’ en een weerwoord invoegen');
    assert.match(
      result,
      /snippet: local-support-is-knowledge\n[\s\S]*cites: \[nl\.awb\.3-2, ngo\.vangnet-2020\]\n {4}answers: \[contra-willekeur\]\n/,
    );
    assert.match(result, /counterArguments:\n {2}- id: contra-willekeur\n {4}kind: arbitrariness\n/);
    checkRule(RULE, result);
  });

  it('lets a counter-argument that is there be answered, also by an argument that is there', () => {
    const { result, fix } = applyFix(supported('mayor', counter()), RULE, 'insert-rebuttal');
    assert.equal(say(fix.title, 'en'), 'Insert a rebuttal of ‘arbitrariness’');
    assert.match(result, /answers: \[contra\]/);
    assert.equal(result.match(/kind: arbitrariness/g)?.length, 1);
    const present = 'arguments:\n  - {id: arg, snippet: local-support-is-knowledge, title: A, text: A}\n';
    const linked = applyFix(supported('mayor', present + counter()), RULE, 'insert-rebuttal').result;
    assert.match(
      linked,
      /\{id: arg, snippet: local-support-is-knowledge, title: A, text: A, answers: \[contra\]\}/,
    );
  });

  it('takes the German argument in a German case', () => {
    const text = supported().replace('jurisdiction: nl', 'jurisdiction: de');
    assert.match(applyFix(text, RULE, 'insert-rebuttal').result, /snippet: haertefall-oertliche-stimmen\n/);
    const unknown = analyseText(supported().replace('jurisdiction: nl', 'jurisdiction: be'));
    assert.deepEqual(unknown.findings.find(({ rule }) => rule === RULE)?.fixes(), []);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, supported(), 'nl'),
      'Op ‘willekeur’ is nog geen weerwoord. Tegen steun van dichtbij (burgemeester) wordt aangevoerd dat die mensen met een sterk netwerk bevoordeelt. Voeg dat tegenargument toe, met een argument dat erop antwoordt.',
    );
    assert.match(
      messageOf(RULE, supported('municipality'), 'en'),
      /^There is no rebuttal of ‘arbitrariness’ yet\. Support from nearby \(municipality\) is said/,
    );
    assert.match(
      messageOf(RULE, supported('sports-club'), 'de'),
      /^Auf den Einwand der „Willkür“ gibt es noch keine Erwiderung\. Unterstützung aus dem Umfeld \(Sportverein\)/,
    );
  });

  it('asks for an answer alone where the counter-argument stands there', () => {
    const text = `${supported()}counterArguments:\n  - {id: k, kind: arbitrariness, text: T}\n`;
    assert.match(messageOf(RULE, text, 'nl'), /\. Laat een argument op dat tegenargument antwoorden\.$/);
  });
});
