import assert from 'node:assert/strict';
import { dayNumber } from '../core/dates.js';
import { Draft } from '../core/edits/draft.js';
import type { Language } from '../core/words/words.js';
import { analyseText, dedent, dutchCase } from '../testing/marked.js';
import { type Facts, factsFor } from './facts.js';
import { letterStub } from './letters.js';
import { argumentFrom } from './snippets.js';

const today = dayNumber(2026, 11, 24);

function factsOf(text: string, language: Language = 'nl'): Facts {
  const { model } = analyseText(dedent(text));
  return factsFor({ model, language, today, circumstances: model.circumstances });
}

/** The text of an argument on all circumstances of the file. */
function textOf(snippet: string, text: string): string {
  const { model } = analyseText(dedent(text));
  const draft = new Draft(model);
  const circumstances = model.circumstances;
  const argument = argumentFrom(snippet, draft, { circumstances, today, newId: draft.newIds() });
  return String(argument?.text);
}

const inCase = (lines: string, referenceDate = '2026-05-04') =>
  `
vangnet: 1
case: {id: t, title: Test, jurisdiction: nl, referenceDate: ${referenceDate}, confidentiality: fictional}
${dedent(lines)}`;

describe('facts of a case', () => {
  const couple = (second: string) =>
    inCase(`
      persons:
        - {id: a, name: Amina, role: applicant, arrivalDate: 2008-04-01}
        - {id: b, name: Yusuf, role: co-applicant${second}}
    `);

  it('tell of the stay of each applicant, where it differs, and of none where one is not known', () => {
    assert.equal(factsOf(couple(', arrivalDate: 2008-05-01')).stay, '18 jaar');
    assert.equal(factsOf(couple(', arrivalDate: 2015')).stay, '18 jaar en ongeveer 11 jaar');
    assert.equal(
      factsOf(couple(', birthDate: 2017-05-04, bornHere: true'), 'de').stay,
      '18 Jahre und 9 Jahre',
    );
    assert.equal(factsOf(couple('')).stay, '{{duur van het verblijf}}');
  });

  it('take the middle where the dates leave the years open', () => {
    const { stay } = factsOf(
      inCase('persons: [{id: a, name: Amina, role: applicant, arrivalDate: 2003}]', '2020-12-14'),
    );
    assert.equal(stay, 'ongeveer 17 jaar');
  });

  it('tell the ages of the children that are alive, also of babies and where only about', () => {
    const file = inCase(`
      persons:
        - {id: a, name: Amina, role: applicant}
        - {id: b, name: Sara, role: child, birthDate: 2025-12-01}
        - {id: c, name: Omar, role: child, birthDate: 2016}
        - {id: d, name: Leila, role: child, birthDate: 2014, deathDate: 2016}
        - {id: e, name: Noor, role: child, birthDate: 2012-02}
    `);
    const { children, childAges, childCount } = factsOf(file);
    assert.deepEqual(
      [children, childAges, childCount],
      ['Sara, Omar en Noor', 'nog geen jaar, ongeveer 10 jaar en 14 jaar', 3],
    );
    assert.equal(factsOf(file, 'en').childAges, 'less than a year, about 10 years and 14 years');
    assert.equal(factsOf(file, 'de').childAges, 'noch kein Jahr, etwa 10 Jahre und 14 Jahre');
  });

  it('keep a question mark as a word', () => {
    const file = inCase(`
      persons: [{id: a, name: Ada, role: applicant}]
      procedures: [{id: p, kind: asylum, lodged: 2010, decided: 2011?, outcome: rejected}]
      circumstances: [{id: c, kind: medical, title: Epilepsie, since: 2012-03?}]
    `);
    const { circumstanceSince, lastRefusal } = factsOf(file);
    assert.deepEqual(
      [circumstanceSince, lastRefusal],
      ['vermoedelijk in maart 2012', 'vermoedelijk in 2011'],
    );
  });

  it('call no refusal the latest while one further down has no date', () => {
    const file = inCase(`
      persons: [{id: a, name: Ada, role: applicant}]
      procedures:
        - {id: p, kind: asylum, lodged: 2010, decided: 2011, outcome: rejected}
        - {id: q, kind: repeat-asylum, lodged: 2015, outcome: rejected}
    `);
    assert.equal(factsOf(file).lastRefusal, '{{datum van de laatste afwijzing}}');
    assert.equal(factsOf(file.replace('lodged: 2015', 'lodged: 2015, decided: 2016')).lastRefusal, 'in 2016');
  });

  it('say whose procedure the first one was, and in whose a mistake was made', () => {
    const file = inCase(`
      persons:
        - {id: a, name: Amina, role: applicant}
        - {id: b, name: Yusuf, role: co-applicant}
      procedures:
        - {id: p, kind: asylum, persons: [a], lodged: 2010}
        - {id: q, kind: regular, persons: [b], lodged: 2015, authorityError: true, authority: ind, reason: Zo.}
    `);
    const { firstApplicants, errorApplicants, applicants } = factsOf(file);
    assert.deepEqual([firstApplicants, errorApplicants, applicants], ['Amina', 'Yusuf', 'Amina en Yusuf']);
    assert.equal(factsOf(couple('')).firstApplicants, 'Amina en Yusuf');
  });
});

describe('texts of arguments', () => {
  const file = (circumstances: string, referenceDate?: string) =>
    inCase(
      `
      persons:
        - {id: a, name: Ada, role: applicant, nationality: IQ}
        - {id: b, name: Ben, role: partner}
      procedures: [{id: p, kind: asylum, lodged: 2010, decided: 2015, outcome: rejected}]
      circumstances:
        ${circumstances}
      `,
      referenceDate,
    );

  it('for one kind speak of the circumstances of that kind, and of their persons', () => {
    const text = file(
      '[{id: c, kind: rooted, title: Koor, persons: [a, b], since: 2010}, {id: d, kind: medical, title: Hart, persons: [b], since: 2019}]',
    );
    assert.match(
      textOf('medical-situation', text),
      /^De gezondheid van Ben is .*\. Het gaat om ‘Hart’; het begin daarvan ligt in 2019\./,
    );
    assert.match(
      textOf('stateless-no-return', text),
      /^Volgens het verzoek heeft Ada geen nationaliteit\. Het gaat om \{\{omstandigheid\}\};/,
    );
    assert.match(textOf('proportionality', text), /gaat het in dit verzoek om: ‘Koor’ en ‘Hart’\./);
  });

  it('on what happened in the country leave out what happened elsewhere', () => {
    const text = file('[{id: c, kind: bereavement, title: Moeder overleden, inHostCountry: false}]');
    assert.match(
      textOf('bereavement-in-the-netherlands', text),
      /: \{\{omstandigheid\}\}\. Dit gebeurde \{\{/,
    );
  });

  it('call new only what did not begin before the latest refusal', () => {
    const old = '{id: c, kind: medical, title: Hart, since: 2012}';
    const recent = '{id: d, kind: medical, title: Nier, since: 2018}';
    assert.match(
      textOf('new-facts-since-refusal', file(`[${old}, ${recent}]`)),
      /veranderd: ‘Nier’\. .* in 2018\./,
    );
    assert.match(
      textOf('new-facts-since-refusal', file(`[${old}]`)),
      /veranderd: \{\{nieuwe omstandigheid\}\}\. .* \{\{begin van de omstandigheid\}\}\./,
    );
  });

  it('name no source that did not exist on the reference date', () => {
    const circumstances = '[{id: c, kind: dependency, title: Zorg, since: 2012}]';
    assert.match(textOf('dependency-on-care', file(circumstances, '2014-10-03')), /Jeunesse/);
    assert.doesNotMatch(textOf('dependency-on-care', file(circumstances, '2014-10-02')), /Jeunesse|EHRM/);
    assert.match(textOf('comparison-with-germany', dutchCase('')), /\(2020\)/);
    assert.doesNotMatch(textOf('comparison-with-germany', file(circumstances, '2019-04-15')), /2020/);
  });
});

describe('letter stubs', () => {
  function requestOf(role: string, circumstances: string): string {
    const { model } = analyseText(
      inCase(`
        persons: [{id: a, name: Ada, role: applicant}, {id: b, name: Ben, role: partner}]
        circumstances: ${circumstances}
      `),
    );
    const draft = new Draft(model);
    return String(letterStub(draft, role, model.circumstances, today, draft.newIds()).request);
  }
  const ILL = '{id: c, kind: medical, title: Epilepsie, persons: [b]}';
  const HERE = '{id: d, kind: other, title: Altijd in het koor, persons: [a]}';

  it('tell of illness and violence only those who are asked about it, or with consent', () => {
    for (const role of ['sports-club', 'neighbour', 'mayor', 'employer', 'ngo'])
      assert.match(
        requestOf(role, `[${ILL}]`),
        /^Wij bereiden voor Ada een .* gaat het om: \{\{omstandigheden\}\}\./,
      );
    for (const role of ['physician', 'mental-health', 'lso', 'social-work'])
      assert.match(requestOf(role, `[${ILL}]`), /voor Ben een .* om: ‘Epilepsie’\./);
    assert.match(requestOf('ngo', '[{id: c, kind: violence, title: Eergeweld}]'), /om: ‘Eergeweld’\./);
  });

  it('name the others', () => {
    assert.match(requestOf('sports-club', `[${ILL}, ${HERE}]`), /voor Ada een .* om: ‘Altijd in het koor’\./);
  });
});
