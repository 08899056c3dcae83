import assert from 'node:assert/strict';
import { ecliWithin, looksLikeEcli, normalEcli, yearOfEcli } from './ecli.js';

describe('ECLI', () => {
  it('has a country, a court of one to seven signs, a year and a number of one to 25', () => {
    for (const good of [
      'ECLI:NL:RVS:2022:285',
      'ECLI:NL:RBDHA:2014:12345',
      'ECLI:CE:ECHR:2014:1003JUD001273810',
      'ECLI:DE:BVERWG:2012:040912U1C5.11.0',
      'ECLI:EU:C:2024:1',
      `ECLI:NL:ABCDEFG:2014:${'9'.repeat(25)}`,
    ])
      assert.notEqual(yearOfEcli(good), undefined, good);
    for (const bad of [
      'ECLI:NL:RVS:2022',
      'ECLI:NL:RVS:2022:',
      'ECLI:NLD:RVS:2022:285',
      'ECLI:N1:RVS:2022:285',
      'ECLI:NL:1RVS:2022:285',
      'ECLI:NL:ABCDEFGH:2022:285',
      'ECLI:NL:RVS:22:285',
      'ECLI:NL:RVS:2022:285/1',
      `ECLI:NL:RVS:2022:${'9'.repeat(26)}`,
      'ecli:nl:rvs:2022:285',
      'ECLI:NL:RVS:2022:285 ',
      'ECLI:NL:RVS:2022:285\n',
      'ECLI;NL:RVS:2022:285',
    ])
      assert.equal(yearOfEcli(bad), undefined, bad);
    assert.equal(yearOfEcli('ECLI:NL:RVS:2022:285'), 2022);
  });

  it('is known by its beginning, in any case', () => {
    for (const text of ['ECLI', ' ecli:nl', 'Ecli NL RVS 2022 285', '\u200BECLI:NL', 'ecli.nl'])
      assert.ok(looksLikeEcli(text), text);
    for (const text of ['eclips', 'nl.rvs.2016.2840', 'uitspraak ECLI:NL:RVS:2022:285', 'ecl:nl'])
      assert.ok(!looksLikeEcli(text), text);
  });

  it('is mended in case and spaces only', () => {
    assert.equal(normalEcli(' ecli:nl:rvs:2022:\u00A0285\u200B'), 'ECLI:NL:RVS:2022:285');
    assert.equal(normalEcli('ECLI NL RVS'), 'ECLINLRVS');
  });

  it('is found among other words', () => {
    assert.equal(ecliWithin('Raad van State, ecli:nl:rvs:2022:285.'), 'ECLI:NL:RVS:2022:285');
    assert.equal(
      ecliWithin('https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2022:285'),
      'ECLI:NL:RVS:2022:285',
    );
    assert.equal(ecliWithin(`ECLI:NL:RVS:2022:${'9'.repeat(26)}`), undefined);
    assert.equal(ecliWithin('ECLI:NL:RVS'), undefined);
  });
});
