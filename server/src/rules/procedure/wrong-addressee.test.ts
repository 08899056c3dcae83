import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'wrong-addressee';

const addressed = (
  addressee: string,
  grounds: string,
  { lodged = '2019-04-18', procedures = '', jurisdiction = 'nl' } = {},
): string =>
  dutchCase(
    `${procedures}claim:\n  id: verzoek\n  kind: residence-on-hardship\n  lodged: ${lodged}\n  addressedTo: ${addressee}\n  grounds: ${grounds}\n`,
  ).replace('jurisdiction: nl', `jurisdiction: ${jurisdiction}`);
const marked = (text: string): string =>
  text.replace(
    /( {2}addressedTo: )(\S+)\n/,
    (line, _key, value: string) => `${line}#              ${'^'.repeat(value.length)} warning ${RULE}\n`,
  );
const fixesOf = (text: string): string[] =>
  analyseText(text)
    .findings.filter(({ rule }) => rule === RULE)
    .flatMap((finding) => finding.fixes().map(({ id, preferred }) => `${id}${preferred ? ' *' : ''}`));
const PAST = 'procedures:\n  - {id: p, kind: asylum, lodged: 2016, decided: 2017-01-01, outcome: rejected}\n';

describe(RULE, () => {
  it('speaks where the addressee suits none of the grounds that ask for one', () => {
    checkRule(RULE, addressed(`ind-director\n#              ^^^^^^^^^^^^ warning ${RULE}`, '[nl.vb.3.4-3]'));
    checkRule(RULE, marked(addressed('minister', '[nl.vb.3.6ba, echr.8]', { lodged: '2021' })));
    checkRule(RULE, marked(addressed('mayor', '[nl.vw.14]', { lodged: '2026' })));
    checkRule(RULE, marked(addressed('minister', '[de.aufenthg.23a]', { jurisdiction: 'de' })));
    checkRule(RULE, marked(addressed('court', '[nl.vb.3.6ba, nl.vw.14]', { lodged: '2026' })));
  });

  it('is silent where it suits one of them', () => {
    for (const addressee of ['state-secretary', 'minister'])
      for (const ground of ['nl.vb.3.4-3', 'nl.vw.14']) checkRule(RULE, addressed(addressee, `[${ground}]`));
    checkRule(RULE, addressed('ind-director', '[nl.vb.3.6ba]'));
    checkRule(RULE, addressed('ind-director', '[nl.vw.14, nl.vb.3.6ba]'));
    checkRule(RULE, addressed('hardship-commission', '[de.aufenthg.23a]', { jurisdiction: 'de' }));
  });

  it('asks for a ground that asks for one, and for an addressee', () => {
    checkRule(RULE, addressed('mayor', '[eu.return-directive.6-4, echr.8]'));
    checkRule(RULE, addressed('mayor', '[]'));
    checkRule(RULE, addressed('mayor', '[nl.vw.14]').replace('  addressedTo: mayor\n', ''));
    checkRule(RULE, addressed('"{{instantie}}"', '[nl.vw.14]'));
    checkRule(RULE, addressed('burgemeester', '[nl.vw.14]'));
  });

  it('is silent where a ground may be another than it seems', () => {
    for (const other of ['nl.vb.3.6bb', '"{{grond}}"', '~', '14'])
      checkRule(RULE, addressed('ind-director', `[nl.vb.3.4-3, ${other}]`));
    checkRule(RULE, addressed('mayor', 'nl.vw.14'));
    checkRule(RULE, marked(addressed('ind-director', '[nl.vb.3.4-3, "ECLI:NL:RVS:2016:2840"]')));
  });

  it('sets the addressee of the ground, the office of the day in front', () => {
    checkFix(
      RULE,
      'set-state-secretary',
      addressed('ind-director # IND', '[nl.vb.3.4-3]'),
      addressed('state-secretary # IND', '[nl.vb.3.4-3]'),
    );
    assert.deepEqual(fixesOf(addressed('mayor', '[nl.vw.14]')), ['set-state-secretary *', 'set-minister']);
    assert.deepEqual(fixesOf(addressed('mayor', '[nl.vb.3.6ba, nl.vw.14]', { lodged: '2026' })), [
      'set-ind-director *',
      'set-minister',
      'set-state-secretary',
    ]);
    checkFix(
      RULE,
      'set-hardship-commission',
      addressed('"court"', '[de.aufenthg.23a]', { jurisdiction: 'de' }),
      addressed('"hardship-commission"', '[de.aufenthg.23a]', { jurisdiction: 'de' }),
    );
  });

  it('does not send the claim where the ground is closed or was not in force', () => {
    assert.deepEqual(fixesOf(addressed('mayor', '[nl.vb.3.4-3]', { lodged: '2021' })), []);
    assert.deepEqual(fixesOf(addressed('mayor', '[nl.vb.3.6ba]')), []);
    assert.deepEqual(fixesOf(addressed('mayor', '[nl.vb.3.6ba]', { lodged: '2021', procedures: PAST })), []);
    assert.deepEqual(
      fixesOf(addressed('mayor', '[nl.vb.3.6ba, nl.vw.14]', { lodged: '2026', procedures: PAST })),
      ['set-minister *', 'set-state-secretary'],
    );
    assert.deepEqual(fixesOf(addressed('mayor', '[nl.vb.3.6ba]', { lodged: '2021' })), [
      'set-ind-director *',
    ]);
  });

  it('says so where the ground is closed or was not in force, which decides who is written to', () => {
    const lapsed = addressed('ind-director', '[nl.vb.3.4-3]', { lodged: '2021' });
    assert.equal(
      messageOf(RULE, lapsed, 'nl'),
      'Het verzoek is gericht aan ‘hoofd van de IND’, en dat past niet bij art. 3.4 lid 3 Vb. Zo’n verzoek gaat naar: staatssecretaris of minister. Maar de rechtsgrond gold op de dag die beslist niet, of staat niet meer open. Kijk die eerst na; dan volgt wie beslist.',
    );
    const closed = addressed('mayor', '[nl.vb.3.6ba]', { lodged: '2021', procedures: PAST });
    assert.match(messageOf(RULE, closed, 'en'), / is no longer open\. Check it first; /);
    assert.match(messageOf(RULE, closed, 'de'), / oder steht nicht mehr offen\. Prüfen Sie zuerst diese; /);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, addressed('ind-director', '[nl.vb.3.4-3]'), 'nl'),
      'Het verzoek is gericht aan ‘hoofd van de IND’, en dat past niet bij art. 3.4 lid 3 Vb. Bij die rechtsgrond beslist een ander: staatssecretaris of minister. Schrijf aan het ambt, niet aan een persoon.',
    );
    assert.match(
      messageOf(RULE, addressed('mayor', '[nl.vb.3.6ba, nl.vw.14]', { lodged: '2026' }), 'en'),
      /^The claim is addressed to ‘mayor’, which does not fit art\. 3\.6ba Vb and art\. 14 Vw\. On those grounds another decides: head of the IND, minister or state secretary\./,
    );
    assert.match(
      messageOf(RULE, addressed('court', '[de.aufenthg.23a]', { jurisdiction: 'de' }), 'de'),
      /^Der Antrag ist an „Gericht“ gerichtet, und das passt nicht zu § 23a AufenthG\. .* zuständig: Härtefallkommission\./,
    );
  });
});
