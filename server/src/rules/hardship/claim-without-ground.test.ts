import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'claim-without-ground';
const claim = (rest = '') => `claim:\n  id: v\n  kind: deferral\n${rest}`;
const FIRST = 'procedures:\n  - {id: asiel, kind: asylum, lodged: 2023-05-01}\n';

function fixesOf(text: string): readonly [string, string][] {
  const fixes = analyseText(text)
    .findings.find(({ rule }) => rule === RULE)
    ?.fixes();
  return (fixes ?? []).map(({ id, title }) => [id, say(title, 'nl')]);
}

describe(RULE, () => {
  it('speaks at the claim, or at its empty list', () => {
    checkRule(RULE, dutchCase(claim().replace('claim:\n', `claim:\n^^^^^ warning ${RULE}\n`)));
    checkRule(RULE, dutchCase(claim(`  grounds: []\n#          ^^ warning ${RULE}\n`)));
    checkRule(
      RULE,
      dutchCase(claim().replace('claim:\n', `claim:\n^^^^^ warning ${RULE}\n`)).replace(': nl', ': de'),
    );
  });

  it('is silent with a ground, without a claim, and where one may be named', () => {
    checkRule(RULE, dutchCase(''));
    for (const grounds of [
      'grounds: [echr.8]',
      'grounds: ["ECLI:NL:RVS:2022:285"]',
      'grounds: [onbekend]',
      'grounds: ["{{rechtsgrond}}"]',
      'grounds: echr.8',
      'grounds:',
      'ground: [echr.8]',
    ])
      checkRule(RULE, dutchCase(claim(`  ${grounds}\n`)));
    checkRule(RULE, dutchCase('claim: komt nog\n'));
  });

  it('adds the grounds of the day', () => {
    const on = (day: string, grounds: string) =>
      dutchCase(claim(`  lodged: ${day}\n${grounds}`)).replace(
        'role: applicant',
        'role: applicant\n    status: no-residence-right',
      );
    checkFix(
      RULE,
      'add-grounds',
      on('2019-04-30', ''),
      on('2019-04-30', '  grounds: [nl.vb.3.4-3, eu.return-directive.6-4]\n'),
    );
    checkFix(
      RULE,
      'add-ground-eu.return-directive.6-4',
      on('2019-05-01', ''),
      on('2019-05-01', '  grounds: [eu.return-directive.6-4]\n'),
    );
    checkFix(
      RULE,
      'add-grounds',
      on('2025-08-27', '  grounds: []\n'),
      on('2025-08-27', '  grounds: [nl.vw.14, eu.return-directive.6-4]\n'),
    );
  });

  it('knows the power of the first procedure while that runs and the claim is raised in it', () => {
    assert.deepEqual(fixesOf(dutchCase(`${FIRST}${claim('  raisedIn: [asiel]\n')}`)), [
      [
        'add-grounds',
        'Rechtsgronden toevoegen: art. 3.6ba Vb en art. 6 lid 4 Terugkeerrichtlijn (de Terugkeerrichtlijn subsidiair, zolang op de asielaanvraag nog niet is beslist)',
      ],
      ['add-ground-nl.vb.3.6ba', 'Rechtsgrond toevoegen: art. 3.6ba Vb'],
      [
        'add-ground-eu.return-directive.6-4',
        'Rechtsgrond toevoegen: art. 6 lid 4 Terugkeerrichtlijn (subsidiair, zolang op de asielaanvraag nog niet is beslist)',
      ],
    ]);
    const elsewhere = `${FIRST}  - {id: later, kind: discretionary-request, lodged: 2024}\n${claim('  raisedIn: [later]\n')}`;
    assert.deepEqual(
      fixesOf(dutchCase(elsewhere)).map(([id]) => id),
      ['add-ground-eu.return-directive.6-4'],
    );
    const ended = FIRST.replace('}', ', decided: 2023-09-01, outcome: rejected}');
    assert.deepEqual(
      fixesOf(dutchCase(`${ended}${claim('  raisedIn: [asiel]\n')}`)).map(([id]) => id),
      ['add-ground-eu.return-directive.6-4'],
    );
  });

  it('adds private life where a circumstance speaks of it, and the German ground in a German case', () => {
    const rooted = dutchCase(`circumstances:\n  - {id: c, kind: rooted, title: T}\n${claim()}`);
    assert.deepEqual(
      fixesOf(rooted).map(([id]) => id),
      // Whether the first procedure still runs is not told: its power is offered last.
      ['add-grounds', 'add-ground-eu.return-directive.6-4', 'add-ground-echr.8', 'add-ground-nl.vb.3.6ba'],
    );
    checkFix(
      RULE,
      'add-ground-de.aufenthg.23a',
      dutchCase(claim()).replace('jurisdiction: nl', 'jurisdiction: de'),
      dutchCase(claim('  grounds: [de.aufenthg.23a]\n')).replace('jurisdiction: nl', 'jurisdiction: de'),
    );
  });

  it('offers nothing that was not in force, nor without a country', () => {
    const german = dutchCase(claim('  lodged: 2004\n')).replace('jurisdiction: nl', 'jurisdiction: de');
    assert.deepEqual(fixesOf(german), []);
    assert.deepEqual(fixesOf(dutchCase(claim()).replace('jurisdiction: nl', 'jurisdiction: xx')), []);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, dutchCase(claim()), 'nl'),
      'Dit verzoek noemt nog geen rechtsgrond. Zo is niet te zien op welke bevoegdheid het steunt. Noem bij ‘grounds’ (rechtsgronden) waar het verzoek op rust, volgens het recht van de dag waarop het is of wordt ingediend.',
    );
  });
});
