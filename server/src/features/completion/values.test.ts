import assert from 'node:assert/strict';
import { type Argument, fittingSources } from '../../knowledge/arguments.js';
import { analyseText, dutchCase, readCursor } from '../../testing/marked.js';
import { chosen, labels, offers } from '../../testing/offers.js';
import { completionsAt } from './complete.js';

const CIRCUMSTANCES = `circumstances:
  - id: circ-hart
    kind: medical
    title: Hartziekte
  - id: circ-school
    kind: education
    title: Naar school
`;
const STATUSES = ['planned', 'requested', 'received', 'signed', 'refused'];

function letter(line: string): string {
  return `letters:\n  - id: b\n    ${line}\n    from: {role: school}\n`;
}

/** Offers at the nationality of a person. */
function nationalities(typed: string, language: 'nl' | 'en' | 'de') {
  const { text, offset } = readCursor(
    dutchCase('').replace('role: applicant', `role: applicant\n    nationality: ${typed}█`),
  );
  return completionsAt(analyseText(text), offset, language);
}

describe('completion of choices', () => {
  it('offers each with what it means', () => {
    const [planned] = offers(letter('status: █'));
    assert.equal(planned?.label, 'planned');
    assert.equal(planned?.note, 'gepland');
    assert.equal(offers(letter('status: █'), 'de')[0]?.note, 'geplant');
    assert.equal(planned?.filter, 'planned gepland');
  });

  it('replaces what stands there, and takes care of the space behind the colon', () => {
    for (const line of [
      'status:█',
      'status: █',
      'status:   █',
      'status: pl█an',
      'status: █requested',
      'status:pl█',
    ]) {
      assert.deepEqual(labels(letter(line)), STATUSES, line);
      const spaces = line.includes('   ') ? '   ' : ' ';
      assert.equal(chosen(letter(line), 'signed'), letter(`status:${spaces}signed`), line);
    }
    assert.equal(chosen(letter('status: "pl█"'), 'signed'), letter('status: "signed"'));
    assert.equal(chosen(letter("status: 'pl█"), 'signed'), letter("status: 'signed'"));
    assert.equal(chosen(letter('status: █ # nog'), 'signed'), letter('status: signed # nog'));
  });

  it('is there on the first field of an item, in brackets, and on the last line', () => {
    assert.equal(chosen('claim:\n  kind: █', 'deferral'), 'claim:\n  kind: deferral');
    assert.deepEqual(labels('letters:\n  - status: █\n'), STATUSES);
    const from = (inner: string) => `letters:\n  - id: b\n    from: {${inner}}\n`;
    assert.equal(chosen(from('role:█'), 'school'), from('role: school'));
    assert.equal(chosen(from('name: X, role: sch█'), 'school'), from('name: X, role: school'));
  });

  it('takes one of a list once, with brackets where there are none', () => {
    const person = (line: string) =>
      dutchCase('').replace('role: applicant', `role: applicant\n    traits: ${line}`);
    const at = (line: string) => {
      const { text, offset } = readCursor(person(line));
      return completionsAt(analyseText(text), offset, 'nl');
    };
    assert.equal(
      at('[isolated, █]').some(({ label }) => label === 'isolated'),
      false,
    );
    const [first] = at('█');
    assert.equal(first?.text, '[traumatised]');
    assert.deepEqual(first?.stops, [{ start: 12, end: 12 }]);
    assert.equal(at('[isolated,█]')[0]?.text, ' traumatised');
  });

  it('leaves out what would contradict a field beside it, and snippets of the other country', () => {
    const outcome = (decided: string) =>
      labels(`procedures:\n  - id: p\n    kind: asylum\n${decided}    outcome: █\n`);
    assert.ok(outcome('').includes('pending'));
    assert.ok(!outcome('    decided: 2016\n').includes('pending'));
    const snippets = labels('arguments:\n  - id: a\n    snippet: █\n');
    assert.ok(snippets.includes('proportionality') && !snippets.includes('haertefall-integration'));
  });

  it('puts the office in front that the grounds ask for', () => {
    assert.equal(labels('claim:\n  grounds: [nl.vb.3.6ba]\n  addressedTo: █\n')[0], 'ind-director');
    assert.equal(labels('claim:\n  grounds: [nl.vw.14]\n  addressedTo: █\n')[0], 'minister');
  });

  it('offers yes and no', () => {
    assert.deepEqual(
      offers('procedures:\n  - id: p\n    authorityError: █\n').map(({ label, note }) => `${label} ${note}`),
      ['true ja', 'false nee'],
    );
  });
});

describe('completion of names', () => {
  it('finds a country by its name in the language of the person, and puts in its code', () => {
    for (const [language, name] of [
      ['nl', 'Irak'],
      ['en', 'Iraq'],
      ['de', 'Irak'],
    ] as const) {
      const iraq = nationalities('', language).find(({ text }) => text === 'IQ');
      assert.equal(iraq?.label, name);
      assert.equal(iraq?.note, 'IQ');
      assert.ok(iraq?.filter.includes(name) && iraq.filter.startsWith('IQ'));
    }
    assert.equal(nationalities('', 'nl').at(-1)?.label, 'Zwitserland');
    assert.equal(nationalities('', 'nl')[0]?.label, 'staatloos');
    assert.equal(nationalities('Ira', 'nl').length, nationalities('', 'nl').length);
  });

  it('names Länder and languages', () => {
    const at = (line: string) => {
      const { text, offset } = readCursor(
        dutchCase('').replace('jurisdiction: nl', `jurisdiction: de\n  ${line}`),
      );
      return completionsAt(analyseText(text), offset, 'nl').map(
        ({ label, text: code }) => `${code} ${label}`,
      );
    };
    assert.ok(at('federalState: █').includes('DE-BY Beieren'));
    assert.deepEqual(at('language: █'), ['nl Nederlands', 'en Engels', 'de Duits']);
  });
});

describe('completion of dates', () => {
  it('offers the reference date, and today where that isn’t later', () => {
    const [reference, ...more] = offers('claim:\n  lodged: █\n');
    assert.equal(reference?.label, '2024-06-01');
    assert.equal(reference?.note, 'peildatum · 1 juni 2024');
    assert.deepEqual(more, []);
    const { text, offset } = readCursor(
      dutchCase('claim:\n  lodged: █\n').replace(/ {2}referenceDate.*\n/, ''),
    );
    assert.deepEqual(
      completionsAt(analyseText(text), offset, 'nl').map(({ label, note }) => `${label} ${note}`),
      ['2026-11-24 vandaag · 24 november 2026'],
    );
  });

  it('offers today for the reference date itself, and no day for a birth', () => {
    const at = (from: RegExp, to: string) => {
      const { text, offset } = readCursor(dutchCase('').replace(from, to));
      return completionsAt(analyseText(text), offset, 'nl').map(({ label }) => label);
    };
    assert.deepEqual(at(/referenceDate: .*/, 'referenceDate: █'), ['2026-11-24']);
    assert.deepEqual(at(/arrivalDate: .*/, 'birthDate: █'), []);
  });

  it('offers no day that lies on the wrong side of the date beside it', () => {
    const lodged = (decided: string) =>
      labels(`procedures:\n  - id: p\n    lodged: █\n    decided: ${decided}\n`);
    assert.deepEqual(lodged('2023'), []);
    assert.deepEqual(lodged('2024'), ['2024-06-01']);
  });
});

describe('completion of ids', () => {
  const claim = (line: string) => `${CIRCUMSTANCES}claim:\n  id: v\n  ${line}\n  kind: deferral\n`;

  it('offers items of the right kind, by their title', () => {
    const found = offers(claim('circumstances: [█]'));
    assert.deepEqual(
      found.map(({ label, note, text }) => [label, note, text]),
      [
        ['Hartziekte', 'circ-hart', 'circ-hart'],
        ['Naar school', 'circ-school', 'circ-school'],
      ],
    );
    assert.equal(found[0]?.filter, 'circ-hart Hartziekte');
    assert.deepEqual(labels(claim('raisedIn: [█]')), []);
  });

  it('leaves out what the list names already', () => {
    assert.deepEqual(labels(claim('circumstances: [circ-hart, █]')), ['Naar school']);
    assert.deepEqual(labels(claim('circumstances: [█, circ-hart]')), ['Naar school']);
    assert.deepEqual(labels(claim('circumstances:\n    - circ-hart\n    - █')), ['Naar school']);
    assert.deepEqual(labels(claim('circumstances:\n    - █\n    - circ-hart')), ['Naar school']);
  });

  it('copes with brackets that are not closed, whatever follows', () => {
    for (const typed of ['[█', '[circ-█', '[circ-hart, █', '["circ-█'])
      for (const line of [`circumstances: ${typed}`, `circumstances: ${typed} # x`])
        assert.ok(labels(claim(line)).includes('Naar school'), line);
    assert.equal(chosen(claim('circumstances: [cir█'), 'Hartziekte'), claim('circumstances: [circ-hart'));
    assert.equal(
      chosen(claim('circumstances: [\n    circ-hart,\n    █\n  ]'), 'Naar school'),
      claim('circumstances: [\n    circ-hart,\n    circ-school\n  ]'),
    );
  });

  it('writes a list where none is, in the way in which it was begun', () => {
    assert.equal(chosen(claim('circumstances: █'), 'Hartziekte'), claim('circumstances: [circ-hart]'));
    assert.equal(chosen(claim('circumstances:█'), 'Hartziekte'), claim('circumstances: [circ-hart]'));
    assert.equal(
      chosen(claim('circumstances:\n    █'), 'Hartziekte'),
      claim('circumstances:\n    - circ-hart'),
    );
    assert.equal(
      chosen(claim('circumstances:\n    -█'), 'Hartziekte'),
      claim('circumstances:\n    - circ-hart'),
    );
    assert.equal(
      chosen(claim('circumstances:\n    - ci█'), 'Hartziekte'),
      claim('circumstances:\n    - circ-hart'),
    );
  });

  it('names letters by sender and procedures by kind; a power of attorney comes first', () => {
    const head = `documents:
  - id: doc-1
    kind: medical
    title: Rapport
  - id: doc-2
    kind: power-of-attorney
    title: Volmacht
letters:
  - id: b
    from: {name: "Dr.  X", role: physician}
procedures:
  - id: p
    kind: asylum
`;
    assert.deepEqual(labels(`${head}claim:\n  raisedIn: [█]\n`), ['asielaanvraag']);
    assert.deepEqual(labels(`${head}timeline:\n  - id: e\n    evidence: [█]\n`), [
      'Dr. X',
      'Rapport',
      'Volmacht',
    ]);
    const { text, offset } = readCursor(
      dutchCase(head).replace('persons:', '  representative: {powerOfAttorney: █}\npersons:'),
    );
    assert.deepEqual(
      completionsAt(analyseText(text), offset, 'nl').map(({ label }) => label),
      ['Volmacht', 'Rapport'],
    );
  });
});

describe('completion of sources', () => {
  const claim = (lodged: string) => `claim:\n  lodged: ${lodged}\n  grounds: [█]\n`;
  const ids = (body: string) => offers(body).map(({ text, isOutdated }) => (isOutdated ? `(${text})` : text));

  it('offers grounds of the country, those in force on the day first, the others marked at the end', () => {
    const before = ids(claim('2019-04-01'));
    assert.equal(before[0], 'nl.vb.3.4-3');
    assert.equal(before.at(-1), '(nl.vb.3.6ba)');
    const after = ids(claim('2025-09-01'));
    assert.equal(after[0], 'nl.vw.14');
    assert.equal(after.at(-1), '(nl.vb.3.4-3)');
    assert.ok(after.indexOf('nl.vb.3.6ba') > after.indexOf('eu.return-directive.6-4'));
    assert.ok(![...before, ...after].some((id) => /^\(?de\.|awb|ngo/.test(id)));
    const last = offers(claim('2025-09-01')).at(-1);
    assert.equal(last?.note, 'nl.vb.3.4-3 · geldt niet op 1 september 2025');
  });

  it('offers no source twice, and all where the country isn’t known', () => {
    assert.ok(!ids('claim:\n  grounds: [nl.vw.14, █]\n').includes('nl.vw.14'));
    const { text, offset } = readCursor(
      dutchCase('claim:\n  grounds: [█]\n').replace(/ {2}jurisdiction.*\n/, ''),
    );
    const all = completionsAt(analyseText(text), offset, 'nl').map((offer) => offer.text);
    assert.ok(all.includes('de.aufenthg.23a') && all.includes('nl.vw.14'));
  });

  it('offers citations that existed on the reference date, those first that fit the argument', () => {
    const body = `${CIRCUMSTANCES}arguments:\n  - id: a\n    supports: [circ-hart]\n    cites: [█]\n`;
    const cites = ids(body);
    const { model, draft, inputs } = analyseText(dutchCase('') + body.replace('█', ''));
    const best = fittingSources(model.arguments[0] as Argument, draft, inputs.today);
    assert.ok(best.length > 1);
    assert.deepEqual(cites.slice(0, best.length), best);
    assert.ok(cites.indexOf('nl.vb.3.4-3') !== -1 && cites.includes('(nl.rvs.2025-08-27)'));
    assert.ok(cites.slice(cites.findIndex((id) => id.startsWith('('))).every((id) => id.startsWith('(')));
  });

  it('finds a source by its name too', () => {
    const [first] = offers(claim('2025-09-01'));
    assert.equal(first?.filter, 'nl.vw.14 art. 14 Vreemdelingenwet 2000');
  });
});
