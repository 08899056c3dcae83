import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'false-hope-unanswered';

interface Parts {
  readonly decided?: string;
  readonly outcome?: string;
  readonly more?: string;
  readonly rest?: string;
}

/** Ada, here since 2015 and turned down five years and a day before the reference date. */
function refused({ decided = '2019-05-31', outcome = 'rejected', more = '', rest = '' }: Parts = {}): string {
  return dutchCase(`procedures:
  - id: asiel
    kind: asylum
    lodged: 2015
    decided: ${decided}
    outcome: ${outcome}
${more}${rest}`);
}

const atTop = (text: string): string =>
  text.replace('vangnet: 1\n', 'vangnet: 1\n^^^^^^^ hint false-hope-unanswered\n');
const counter = (kind: string, mark = ''): string =>
  `counterArguments:\n  - id: contra\n${mark}    kind: ${kind}\n    text: T\n`;
const answering = (answers: string): string =>
  `arguments:\n  - {id: arg, title: T, text: T, cites: [nl.awb.3-2], answers: ${answers}}\n`;
const AT_ID = '#       ^^^^^^ hint false-hope-unanswered\n';

describe(RULE, () => {
  it('speaks at the first field, at the counter-arguments, or at the one that nothing answers', () => {
    checkRule(RULE, atTop(refused()));
    checkRule(
      RULE,
      refused({
        rest: `counterArguments:\n^^^^^^^^^^^^^^^^ hint false-hope-unanswered\n${counter('floodgates').slice(18)}`,
      }),
    );
    checkRule(RULE, refused({ rest: counter('own-choice', AT_ID) }));
    checkRule(RULE, refused({ rest: answering('[]') + counter('false-hope', AT_ID) }));
  });

  it('is silent where one of the two is answered', () => {
    for (const kind of ['false-hope', 'own-choice'])
      checkRule(RULE, refused({ rest: answering('[contra]') + counter(kind) }));
    const both = `${answering('[contra]') + counter('own-choice')}  - {id: hoop, kind: false-hope, text: T}\n`;
    checkRule(RULE, refused({ rest: both }));
    checkRule(RULE, atTop(refused({ rest: answering('[contra]') })));
  });

  it('is silent where one of them may be answered', () => {
    for (const answers of ['[contr]', '["{{tegenargument}}"]', 'contra'])
      checkRule(RULE, refused({ rest: answering(answers) + counter('false-hope') }));
    checkRule(RULE, refused({ rest: 'counterArguments:\n  - {id: contra, text: T}\n' }));
    for (const kind of ['valsehoop', '"{{soort}}"', '']) checkRule(RULE, refused({ rest: counter(kind) }));
    checkRule(RULE, refused({ rest: 'arguments: volgt\n' }));
    checkRule(RULE, refused({ rest: 'counterArguments: volgt\n' }));
  });

  it('asks for five years that are certain, from a refusal and from arrival', () => {
    checkRule(RULE, atTop(refused({ decided: '2019-06-01' })));
    checkRule(RULE, atTop(refused({ decided: '2018', outcome: 'inadmissible' })));
    for (const decided of ['2019-06-02', '2019', '2019-05~', '2018?', '2018-02-30', '"{{datum}}"'])
      checkRule(RULE, refused({ decided }));
    for (const outcome of ['granted', 'withdrawn', 'unknown']) checkRule(RULE, refused({ outcome }));
    checkRule(RULE, refused().replace('arrivalDate: 2015', 'arrivalDate: 2020'));
    checkRule(RULE, refused().replace('arrivalDate: 2015', 'arrivalDate: 2015?'));
    checkRule(RULE, refused().replace('arrivalDate: 2015', 'gender: f'));
    checkRule(RULE, atTop(refused().replace('arrivalDate: 2015', 'birthDate: 2012\n    bornHere: true')));
    checkRule(RULE, refused().replace('2024-06-01', '2024?'));
  });

  it('counts a refusal of a remedy, and of this applicant alone', () => {
    const remedy =
      '    remedies:\n      - {id: b, kind: objection, lodged: 2016, decided: 2017, outcome: rejected}\n';
    checkRule(RULE, atTop(refused({ decided: '2016', outcome: 'granted', more: remedy })));
    checkRule(RULE, refused({ more: '    persons: [b]\n' }));
    checkRule(RULE, refused().replace('role: applicant', 'role: applicant\n    deathDate: 2020'));
  });

  it('shows the refusal', () => {
    const text = refused();
    const [finding] = analyseText(text).findings.filter(({ rule }) => rule === RULE);
    const at = (finding?.related ?? []).map(({ at: { unit, start, end } }) => unit.text.slice(start, end));
    assert.deepEqual(at, ['2019-05-31']);
  });

  it('is about Dutch cases that are not closed', () => {
    checkRule(RULE, refused().replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, refused().replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'));
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, refused(), 'nl'),
      'Op ‘valse hoop’ en ‘eigen keuze’ is nog geen weerwoord. Het verblijf van Ada duurt sinds de eerste afwijzing al vijf jaar of langer; daartegen kan worden ingebracht dat het een eigen keuze was, of dat een vergunning valse hoop geeft. Leg uit waarom het verblijf zo lang werd.',
    );
    assert.match(messageOf(RULE, refused(), 'en'), /The stay of Ada has lasted five years or more/);
    assert.match(messageOf(RULE, refused(), 'de'), /Der Aufenthalt von Ada dauert/);
  });

  it('inserts the counter-argument and the rebuttal', () => {
    const { result, fix } = applyFix(refused(), RULE, 'answer');
    assert.match(result, /\narguments:\n {2}- id: arg-long-stay-has-causes\n/);
    assert.match(
      result,
      /\n {4}answers: \[contra-valse-hoop\]\ncounterArguments:\n {2}- id: contra-valse-hoop\n/,
    );
    assert.equal(
      say(fix.title, 'nl'),
      'Tegenargument ‘valse hoop’ en weerwoord ‘lang verblijf heeft oorzaken’ invoegen',
    );
    checkRule('counter-argument-unanswered', result);
  });

  it('answers the counter-argument that is there', () => {
    const { result, fix } = applyFix(refused({ rest: counter('own-choice') }), RULE, 'answer');
    assert.match(result, /\n {4}answers: \[contra\]\n/);
    assert.doesNotMatch(result, /false-hope\n/);
    assert.equal(say(fix.title, 'nl'), 'Weerwoord ‘lang verblijf heeft oorzaken’ invoegen');
  });

  it('lets an argument that is there already answer', () => {
    const there = (answers: string) =>
      `arguments:\n    - id: arg\n      snippet: long-stay-has-causes\n      title: T\n      text: T\n      cites: [nl.awb.3-2]\n${answers}`;
    const file = (rest: string) => refused({ rest });
    checkFix(
      RULE,
      'answer',
      file(there('') + counter('own-choice')),
      file(there('      answers: [contra]\n') + counter('own-choice')),
    );
    const { result, fix } = applyFix(file(there('')).replaceAll('\n', '\r\n'), RULE, 'answer');
    assert.match(
      result,
      /\r\n {6}answers: \[contra-valse-hoop\]\r\ncounterArguments:\r\n {2}- id: contra-valse-hoop\r\n/,
    );
    assert.match(say(fix.title, 'en'), /and let ‘long stay has causes’ answer it$/);
  });
});
