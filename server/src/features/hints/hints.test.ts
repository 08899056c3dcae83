import assert from 'node:assert/strict';
import { LANGUAGES, type Language, say } from '../../core/words/words.js';
import { germanCase } from '../../testing/german-case.js';
import { analyseText, dutchCase, type Options } from '../../testing/marked.js';
import { hintsOf, tooltipOf } from './hints.js';

/** The text with its hints in it, as an editor shows them; only the lines that have one. */
function shown(text: string, language: Language = 'nl', options?: Options): string[] {
  const analysis = analyseText(text, options);
  let result = '';
  let from = 0;
  for (const { at, label } of hintsOf(analysis)) {
    result += `${text.slice(from, at)}«${say(label, language)}»`;
    from = at;
  }
  const lines = (result + text.slice(from)).split(/\r?\n/);
  return lines.filter((line) => line.includes('«')).map((line) => line.trim());
}

function tooltips(text: string, language: Language = 'nl'): string[] {
  return hintsOf(analyseText(text)).map((hint) => tooltipOf(hint, language));
}

const person = (fields: string) =>
  dutchCase('').replace('    arrivalDate: 2015\n', `    ${fields.replaceAll('\n', '\n    ')}\n`);

describe('hints on persons', () => {
  it('tell the age on the reference date, exactly or about', () => {
    assert.deepEqual(shown(person('birthDate: 2008-03-15')), ['birthDate: 2008-03-15«16 jaar»']);
    assert.deepEqual(shown(person('birthDate: 1990-06-02'), 'en'), ['birthDate: 1990-06-02«33 years»']);
    assert.deepEqual(shown(person('birthDate: 1986~ # about'), 'de'), [
      'birthDate: 1986~«etwa 37 Jahre» # about',
    ]);
    assert.deepEqual(shown(person('birthDate: "2023-06-02"')), ['birthDate: "2023-06-02"«0 jaar»']);
  });

  it('tell no age where the date is uncertain, no date, or still to come', () => {
    for (const date of ['1986?', '1986-13', 'onbekend', '', '2025', '{{geboortedatum}}'])
      assert.deepEqual(shown(person(`birthDate: ${date}`)), [], date);
  });

  it('of who died tell the age reached, where both are known', () => {
    assert.deepEqual(shown(person('birthDate: 1950-05-01\ndeathDate: 2010-04-30')), [
      'birthDate: 1950-05-01«59 jaar geworden»',
    ]);
    assert.deepEqual(shown(person('birthDate: 1950-05-01\ndeathDate: 2030')), [
      'birthDate: 1950-05-01«74 jaar»',
    ]);
    for (const death of ['2024', '2010?', 'onbekend', ''])
      assert.deepEqual(shown(person(`birthDate: 1950-05-01\ndeathDate: ${death}`)), [], death);
  });

  it('tell the length of the stay, in the country of the case', () => {
    assert.deepEqual(shown(dutchCase('')), ['arrivalDate: 2015«ongeveer 9 jaar in Nederland»']);
    assert.deepEqual(shown(germanCase(''), 'de'), ['arrivalDate: 2020«etwa 6 Jahre in Deutschland»']);
    assert.deepEqual(shown(person('arrivalDate: 2022-12-24'), 'de'), [
      'arrivalDate: 2022-12-24«17 Monate in den Niederlanden»',
    ]);
    for (const death of ['2020', '2024', ''])
      assert.deepEqual(shown(person(`arrivalDate: 2015\ndeathDate: ${death}`)), []);
    assert.deepEqual(shown(person('arrivalDate: 2015\ndeahtDate: 2020')), []);
    assert.deepEqual(shown(person('arrivalDate: 2025')), []);
  });

  it('count to today where the case has no reference date, and say so', () => {
    const text = dutchCase('').replace('  referenceDate: 2024-06-01\n', '');
    assert.deepEqual(shown(text, 'nl', { today: '2017-07-01' }), [
      'arrivalDate: 2015«ongeveer 2 jaar in Nederland»',
    ]);
    assert.match(tooltips(text)[0] ?? '', /tot vandaag, 24 november 2026/);
  });

  it('tell nothing where the reference date can’t be read', () => {
    assert.deepEqual(shown(dutchCase('').replace('2024-06-01', 'morgen')), []);
    assert.deepEqual(shown(dutchCase('').replace('2024-06-01', '2024?')), []);
  });

  it('stand behind values in brackets and quotes, with CRLF too', () => {
    const text =
      'vangnet: 1\ncase: {id: t, title: T, jurisdiction: nl, confidentiality: fictional, referenceDate: 2024-06-01}\npersons: [{id: a, name: A, role: applicant, birthDate: "2000"}]\n';
    const line = 'persons: [{id: a, name: A, role: applicant, birthDate: "2000"«ongeveer 23 jaar»}]';
    assert.deepEqual(shown(text), [line]);
    assert.deepEqual(shown(text.replaceAll('\n', '\r\n')), [line]);
  });

  it('tell how they are counted', () => {
    assert.equal(
      tooltips(person('birthDate: 1986~'))[0],
      'Gerekend tot de peildatum van de zaak, 1 juni 2024. Niet op de dag bekend: 36 tot en met 39 jaar.',
    );
    assert.match(tooltips(dutchCase(''), 'en')[0] ?? '', /interrupted .* the middle is taken\.$/);
  });
});

const procedure = (fields: string) =>
  dutchCase(`procedures:\n  - id: p\n    ${fields.replaceAll('\n', '\n    ')}\n`).replace(
    '    arrivalDate: 2015\n',
    '',
  );

describe('hints on procedures', () => {
  it('tell which is the first', () => {
    const text = dutchCase(`
      procedures:
        - id: p2
          kind: regular
          lodged: 2018-01
        - id: p1
          kind: asylum
          lodged: 2015-02
    `).replace('    arrivalDate: 2015\n', '');
    assert.deepEqual(shown(text), [
      'lodged: 2018-01«loopt 6 jaar»',
      '- id: p1«eerste procedure»',
      'lodged: 2015-02«loopt 9 jaar»',
    ]);
    const [, tooltip = ''] = tooltips(text);
    assert.match(tooltip, /het eerst ingediend/);
    assert.match(tooltip, /Vanaf 1 mei 2019 let de IND alleen in de eerste procedure/);
    assert.match(tooltip, /\n- \[art\. 3\.6ba/);
    assert.match(tooltip, /geen juridisch advies/);
  });

  it('tell it of none where that is open, and not in Germany', () => {
    const both =
      'procedures:\n- {id: p, kind: asylum, lodged: 2021}\n- {id: q, kind: regular, lodged: 2021-05}\n';
    assert.ok(!shown(dutchCase(both)).some((line) => line.includes('eerste procedure')));
    assert.ok(!shown(germanCase(both)).some((line) => line.includes('eerste procedure')));
  });

  it('tell how long a procedure took, or has been going on', () => {
    assert.deepEqual(
      shown(procedure('kind: extension\nlodged: 2014-02-10\ndecided: 2014-11-20\noutcome: granted')),
      ['decided: 2014-11-20«na 9 maanden»'],
    );
    assert.deepEqual(shown(procedure('kind: extension\nlodged: 2023-11\noutcome: pending'), 'de'), [
      'lodged: 2023-11«seit etwa 7 Monaten»',
    ]);
    assert.deepEqual(
      shown(
        procedure(
          'kind: repeat-asylum\nlodged: 2014\nremedies:\n  - {id: r, kind: appeal, lodged: 2015-02-01, decided: 2015-02-15}',
        ),
        'en',
      ),
      [
        'lodged: 2014«pending for about 10 years»',
        '- {id: r, kind: appeal, lodged: 2015-02-01, decided: 2015-02-15«after 14 days»}',
      ],
    );
  });

  it('tell no duration where it is open', () => {
    for (const fields of [
      'lodged: 2014\ndecided: 2015',
      'lodged: 2014?\ndecided: 2016',
      'lodged: 2016\ndecided: 2014',
      'lodged: 2016\noutcome: rejected',
      'lodged: 2016\ndecided: gisteren',
      'lodged:\noutcome: pending',
      'lodged: 2026\noutcome: pending',
    ])
      assert.deepEqual(shown(procedure(`kind: other\n${fields}`)), [], fields);
  });
});

describe('hints on time limits', () => {
  const decided = (day: string, more = '', kind = 'extension', outcome = 'rejected') =>
    shown(procedure(`kind: ${kind}\nlodged: ${day}\ndecided: ${day}\noutcome: ${outcome}${more}`)).map(
      (line) => line.replace('«na 0 dagen»', ''),
    );

  it('tell the last day', () => {
    assert.deepEqual(decided('2014-02-03'), ['decided: 2014-02-03«termijn tot en met 3 maart 2014»']);
    assert.deepEqual(decided('2019-03-22'), ['decided: 2019-03-22«termijn tot en met 23 april 2019»']);
  });

  it('tell the days left where the reference date lies inside and nothing was lodged', () => {
    assert.deepEqual(decided('2024-05-06'), [
      'decided: 2024-05-06«termijn tot en met 3 juni 2024 · nog 2 dagen»',
    ]);
    assert.deepEqual(decided('2024-05-02'), ['decided: 2024-05-02«termijn tot en met 30 mei 2024»']);
    assert.deepEqual(decided('2024-05-03'), ['decided: 2024-05-03«termijn tot en met 31 mei 2024»']);
    assert.deepEqual(decided('2024-06-03'), ['decided: 2024-06-03«termijn tot en met 1 juli 2024»']);
    const day = dutchCase(
      'procedures:\n- {id: p, kind: other, lodged: 2024}\n- {id: q, kind: extension, lodged: 2024-06-01, decided: 2024-06-01, outcome: inadmissible}\n',
    ).replaceAll('2024-06-01', '2024-05-31');
    assert.ok(shown(day, 'en').some((line) => line.includes('«time limit 28 June 2024 · 28 days left»')));
    assert.deepEqual(
      decided('2024-05-06', '\nremedies:\n  - {id: r, kind: objection, lodged: 2024-05-20}').slice(0, 1),
      ['decided: 2024-05-06«termijn tot en met 3 juni 2024»'],
    );
    assert.deepEqual(decided('2024-05-06', '\nremedies: nee'), [
      'decided: 2024-05-06«termijn tot en met 3 juni 2024»',
    ]);
    assert.deepEqual(
      decided('2024-05-06', '\nremedies:\n  - {id: r, kind: interim-relief, lodged: 2024-05-20?}'),
      ['decided: 2024-05-06«termijn tot en met 3 juni 2024 · nog 2 dagen»'],
    );
  });

  it('tell it of the decision on the objection, and of nothing further on', () => {
    const remedies = (first: string) =>
      `\nremedies:\n  - {id: r, kind: ${first}, lodged: 2014-02-20?, decided: 2014-07-01, outcome: rejected}\n  - {id: s, kind: appeal, lodged: 2014-07-20?, decided: 2014-12-01, outcome: rejected}`;
    assert.deepEqual(
      decided('2014-02-03', remedies('objection')).map((line) => /«(.*)»/.exec(line)?.[1]),
      ['termijn tot en met 3 maart 2014', 'termijn tot en met 29 juli 2014'],
    );
    assert.equal(decided('2014-02-03', remedies('appeal')).length, 1);
  });

  it('tell none where none runs or another law may set it', () => {
    for (const lines of [
      decided('2014-02-03', '', 'asylum').slice(1),
      decided('2014-02-03', '', 'extension', 'granted'),
      decided('2014-02-03', '', 'extension', 'withdrawn'),
    ])
      assert.ok(!lines.some((line) => line.includes('termijn')), lines.join());
    assert.deepEqual(
      shown(procedure('kind: extension\nlodged: 2013?\ndecided: 2014-02\noutcome: rejected')),
      [],
    );
    const german = germanCase(
      'procedures:\n- {id: p, kind: extension, lodged: 2024?, decided: 2024-05-06, outcome: rejected}\n',
    );
    assert.ok(!shown(german).some((line) => line.includes('termijn')));
  });

  it('name the law, what may have changed in it, and that it is no advice', () => {
    const text = procedure('kind: extension\nlodged: 2014?\ndecided: 2014-02-03\noutcome: rejected');
    for (const language of LANGUAGES) {
      const [tooltip = ''] = tooltips(text, language);
      assert.equal(tooltip.match(/\n- \[[^\]]+\]\(https:\/\/wetten\.overheid\.nl\//g)?.length, 3, tooltip);
      assert.match(tooltip, /no legal advice|geen juridisch advies|keine Rechtsberatung/);
      assert.doesNotMatch(tooltip, /undefined|hints\./);
    }
  });
});

describe('hints', () => {
  it('are worked out once for a version, and in the order of the text', () => {
    const analysis = analyseText(dutchCase('procedures:\n- {id: p, kind: asylum, lodged: 2016}\n'));
    const hints = hintsOf(analysis);
    assert.equal(hintsOf(analysis), hints);
    assert.deepEqual(
      hints.map(({ at }) => at),
      hints.map(({ at }) => at).toSorted((a, b) => a - b),
    );
    assert.equal(hints.length, 3);
  });

  it('live through what is half typed', () => {
    assert.deepEqual(shown('persons:\n  - birthDate: 1990'), []);
    assert.deepEqual(shown(`${dutchCase('')}procedures:\n  - id: p\n    lodged: "2015\n`), [
      'arrivalDate: 2015«ongeveer 9 jaar in Nederland»',
    ]);
  });
});
