import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'no-local-network';

const unseen = (letters = '', traits = '[isolated]') =>
  dutchCase(letters).replace('    arrivalDate: 2015\n', `    traits: ${traits}\n`);
const family = 'letters:\n  - {id: b, from: {role: family}, status: signed}\n';
const atLetters = (text: string) =>
  text.replace('letters:\n', 'letters:\n^^^^^^^ information no-local-network\n');
const atTop = (text: string) =>
  text.replace('vangnet: 1\n', 'vangnet: 1\n^^^^^^^ information no-local-network\n');

describe(RULE, () => {
  it('speaks of someone unseen with letters from family alone, or none', () => {
    checkRule(RULE, atLetters(unseen(family)));
    checkRule(RULE, atLetters(unseen(family, '[victim-of-violence, traumatised]')));
    checkRule(RULE, atTop(unseen()));
    checkRule(RULE, unseen('letters: []\n^^^^^^^ information no-local-network\n'));
    checkRule(RULE, atLetters(unseen(`${family}  - {id: b2, from: {role: ngo}, status: refused}\n`)));
    checkRule(RULE, atLetters(unseen(family).replace('name: Ada', 'name: "{{naam}}"')));
  });

  it('is silent with any other letter, and about who is neither', () => {
    checkRule(RULE, unseen(`${family}  - {id: b2, from: {role: neighbour}, status: planned}\n`));
    checkRule(RULE, unseen(family, '[victim-of-trafficking, dependent-on-care]'));
    checkRule(RULE, unseen(family, '[]'));
    checkRule(RULE, unseen(family).replace('    traits: [isolated]\n', ''));
    checkRule(
      RULE,
      `${unseen(family, '[]')}`.replace(
        'letters:',
        '  - {id: p, name: Pa, role: parent, traits: [isolated]}\nletters:',
      ),
    );
    checkRule(
      RULE,
      atLetters(
        unseen(family, '[]').replace(
          'letters:',
          '  - {id: p, name: Pa, role: co-applicant, traits: [isolated]}\nletters:',
        ),
      ),
    );
  });

  it('is silent where a letter, a trait or a section can not be read', () => {
    checkRule(RULE, unseen(family.replace('family', 'famly')));
    checkRule(RULE, unseen(family.replace('signed', 'singed')));
    checkRule(RULE, unseen(family.replace('from: {role: family}, ', '')));
    checkRule(RULE, unseen(family, '[isolatd]'));
    checkRule(RULE, unseen('letters: komen nog\n'));
    checkRule(RULE, atLetters(unseen(family)).replace('jurisdiction: nl', 'jurisdiction: be'));
    checkRule(RULE, unseen(family), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('gives way to supporting-letters-missing', () => {
    checkRule(RULE, unseen('circumstances:\n  - {id: c, kind: other, title: T}\n'));
  });

  it('inserts stubs for the local case consultation and an aid organisation; in Germany for the latter', () => {
    const { result, fix } = applyFix(unseen(family), RULE, 'insert-stubs');
    assert.match(result, /role: lso\n[\s\S]*role: ngo\n/);
    assert.equal(
      say(fix.title, 'nl'),
      'Conceptbrieven invoegen voor lokaal samenwerkingsoverleg (LSO) en hulporganisatie',
    );
    const german = unseen(family).replace('jurisdiction: nl', 'jurisdiction: de');
    const inGerman = applyFix(german, RULE, 'insert-stubs').result;
    assert.match(inGerman, /role: ngo\n/);
    assert.doesNotMatch(inGerman, /lso/i);
    assert.equal(
      analyseText(applyFix(unseen(), RULE, 'insert-stubs').result).findings.filter(
        ({ rule }) => rule === RULE,
      ).length,
      0,
    );
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, unseen(family), 'nl'),
      'Voor Ada schrijft nog niemand van buiten de familie. Wie getraumatiseerd of geïsoleerd is, blijft makkelijk ‘onzichtbaar’. Het lokaal samenwerkingsoverleg (LSO) kan zulke zaken naar voren brengen. Vraag het LSO of een hulporganisatie om een brief.',
    );
    assert.match(
      messageOf(RULE, unseen(family), 'en'),
      /^Nobody from outside the family writes for Ada yet\./,
    );
    const german = messageOf(RULE, unseen(family).replace('jurisdiction: nl', 'jurisdiction: de'), 'de');
    assert.match(german, /^Für Ada schreibt noch niemand von außerhalb der Familie\./);
    assert.doesNotMatch(german, /LSO/);
  });
});
