import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyseText } from '../../testing/marked.js';
import { isKey, type Key, restoreFields, restoreWords } from './key.js';
import { pseudonymise } from './pseudonymise.js';

const REAL = `# Zaak van Amina Yusuf, tel. 06-12345678
vangnet: 1
case:
  id: amina-yusuf
  title: "Amina Yusuf: verblijf"
  jurisdiction: nl
  confidentiality: real
  office: Kantoor De Vries
  representative: {name: mr. J. de Vries, role: lawyer}
  summary: >-
    Amina kwam met haar zoon Bilal. Bel haar op 06 12345678 of mail amina@example.org.
    Mevrouw Yusuf woont in Assen. Kantoor De Vries helpt.
persons:
  - id: amina
    name: Amina Yusuf
    role: applicant
    birthDate: 1986-09-04
    nationality: SO
    vNumber: "1234567890"
  - id: bilal
    name: Bilal Yusuf
    role: child
    birthDate: 2012-03~
  - id: buur
    name: Robin
    pseudonym: true
    role: other
procedures:
  - id: proc-1
    kind: regular
    persons: [amina, bilal]
    lodged: 2013
    reference: Z1-123
    reason: De IND noemt in Z1-123 geen reden voor Amina's afwijzing.
letters:
  - id: brief-yusuf
    from: {name: "Dr. Jansen", role: physician}
    status: received
    date: 2020
    summary: Dr. Jansen ziet AMINA elke week.
`;

function restored(text: string, key: Key): string {
  return restoreFields(analyseText(restoreWords(text, key)), key);
}

describe('pseudonymising', () => {
  const { text, key, counts } = pseudonymise(analyseText(REAL));

  it('leaves nothing that leads to a person, in texts, comments, ids and names', () => {
    for (const trace of [
      'Amina',
      'AMINA',
      'Yusuf',
      'yusuf',
      'Bilal',
      'amina',
      'Vries',
      'Jansen',
      '12345678',
      'example.org',
      '1234567890',
      'Z1-123',
      '1986-09',
      '2012-03',
    ])
      assert.ok(!text.includes(trace), `${trace}\n\n${text}`);
    assert.ok(text.includes('nationality: SO') && text.includes('Assen'));
  });

  it('says of itself that names were changed, and has no new error', () => {
    assert.match(text, /confidentiality: pseudonymised/);
    const { findings } = analyseText(text);
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
      [],
    );
    const privacy = findings.filter(({ rule }) => /real-name|contact|number|bsn/.test(rule));
    assert.deepEqual(
      privacy.map(({ rule }) => rule),
      [],
    );
  });

  it('gives the same the same name everywhere, and another to another', () => {
    assert.match(text, /Dr|huisarts/i);
    assert.equal(text.split('telefoonnummer 1').length - 1, 2, text);
    assert.equal(text.split('kenmerk 1').length - 1, 2);
    assert.match(text, /birthDate: 1986\n/);
    assert.match(text, /birthDate: 2012~/);
    assert.ok(counts.names > 4 && counts.ids > 3);
  });

  it('leaves no surname of a sender or representative, wherever it stands; schools and towns keep theirs', () => {
    const real = `vangnet: 1
case:
  id: t
  title: T
  jurisdiction: nl
  confidentiality: real
  representative: {name: mr. Bakker, role: lawyer}
persons:
  - {id: a, name: Ada Lovelace, role: applicant}
timeline:
  - {id: e, date: 2015, title: Naar De Linde, description: "De Vries zag Ada, Pieters ook. Bakker belt Assen."}
letters:
  # Pieters belt terug
  - {id: brief-pieters, from: {name: Dokter Pieters, role: physician}, status: planned}
  - {id: b2, from: {name: "Mw. J. de Vries, leerkracht", role: school}, status: planned}
  - {id: b3, from: {name: Basisschool De Linde, role: school}, status: planned}
  - {id: brief-praxis, from: {name: Orthopädische Praxis, role: physician}, status: planned}
  - {id: b5, from: {name: Burgemeester van Assen, role: mayor}, status: planned}
`;
    const made = pseudonymise(analyseText(real));
    for (const trace of ['Pieters', 'pieters', 'Vries', 'Bakker', 'Lovelace'])
      assert.ok(!made.text.includes(trace), `${trace}\n\n${made.text}`);
    for (const kept of ['Naar De Linde', 'belt Assen', 'brief-praxis'])
      assert.ok(made.text.includes(kept), `${kept}\n\n${made.text}`);
    assert.equal(restored(made.text, made.key), real);
  });

  it('and back again with the key, to the letter', () => {
    assert.ok(isKey(JSON.parse(JSON.stringify(key))));
    assert.equal(restored(text, key), REAL);
  });

  it('also where the file was worked on meanwhile', () => {
    const edited = `${text}documents:\n  - id: d\n    kind: other\n    title: Foto van Quinn\n`;
    const name = /name: (\S+)/.exec(text.split('persons:')[1] ?? '')?.[1] ?? '';
    const back = restored(edited.replace('Foto van Quinn', `Foto van ${name}`), key);
    assert.match(back, /Foto van Amina/);
    assert.match(back, /name: Amina/);
  });

  it('the samples and back; the Dutch ones have no name to change', () => {
    for (const sample of ['semon', 'afia', 'haertefall-sh']) {
      const file = readFileSync(`samples/${sample}.case.yaml`, 'utf8');
      const result = pseudonymise(analyseText(file));
      assert.ok(sample.startsWith('haertefall') || result.counts.names === 0, sample);
      assert.equal(restored(result.text, result.key), file);
    }
  });

  it('is the same with CRLF', () => {
    const windows = REAL.replaceAll('\n', '\r\n');
    const result = pseudonymise(analyseText(windows));
    assert.ok(!/[^\r]\n/.test(result.text));
    assert.equal(restored(result.text, result.key), windows);
  });

  it('a key that is none is told apart', () => {
    for (const odd of [
      null,
      3,
      {},
      { vangnetKey: 2, words: [], fields: [] },
      { ...key, words: [{ made: '', real: ['x'] }] },
      { ...key, fields: [{ key: '__proto__', value: '' }] },
    ])
      assert.equal(isKey(odd), false);
  });
});
