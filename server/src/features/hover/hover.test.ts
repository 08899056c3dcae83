import assert from 'node:assert/strict';
import type { Language } from '../../core/words/words.js';
import { analyseText, dutchCase, readCursor } from '../../testing/marked.js';
import { hoverAt } from './hover.js';

function hover(body: string, language: Language = 'nl', head = ''): string {
  const { text, offset } = readCursor(dutchCase(body, head));
  return hoverAt(analyseText(text), offset, language)?.markdown ?? '';
}

describe('hover', () => {
  it('tells what a field is for, with an example, in the language of the person', () => {
    const card = hover('claim:\n  id: v\n  ki█nd: deferral\n', 'de');
    assert.match(card, /^\*\*kind\*\* · /);
    assert.match(card, /Beispiele?: `/);
    assert.match(card, /keine Rechtsberatung/);
  });

  it('tells what a value means, also a country and a snippet', () => {
    const { text, offset } = readCursor(
      dutchCase('').replace('role: applicant', 'role: applicant\n    nationality: I█Q'),
    );
    assert.match(hoverAt(analyseText(text), offset, 'de')?.markdown ?? '', /^\*\*Irak\*\*/);
    assert.match(
      hover('letters:\n  - id: b\n    from: {role: phys█ician}\n    status: planned\n'),
      /^\*\*arts .*om feiten/s,
    );
  });

  it('tells of a date how long ago it was, who was how old, and which law held', () => {
    const birth = '';
    const card = hover('claim:\n  id: v\n  kind: deferral\n  lodged: 2019-0█5-01\n', 'nl', birth);
    assert.match(card, /^\*\*1 mei 2019\*\*/);
    assert.match(card, /5 jaar vóór de peildatum/);
    assert.match(card, /Vanaf 1 mei 2019 let de IND alleen in de eerste procedure/);
  });

  it('tells of every date in whole sentences how far it is from the day that counts', () => {
    const on = (date: string, head = '') =>
      hover(`timeline:\n  - id: e\n    date: ${date}█\n    title: T\n`, 'nl', head);
    assert.match(on('2019'), /\n\nOngeveer 5 jaar vóór de peildatum van de zaak\.\n/);
    assert.match(on('2024-05-28'), /\n\n4 dagen vóór de peildatum/);
    assert.match(on('2024-09-01'), /\n\n3 maanden na de peildatum/);
    const { text, offset } = readCursor(
      dutchCase('timeline:\n  - id: e\n    date: 2019█\n    title: T\n').replace(/ {2}referenceDate.*\n/, ''),
    );
    assert.match(hoverAt(analyseText(text), offset, 'en')?.markdown ?? '', /\n\nAbout 7 years ago\.\n/);
  });

  it('tells how long a period was, and how long a decision took', () => {
    assert.match(
      hover('timeline:\n  - id: e\n    from: 2004█-01-01\n    to: 2007-01-01\n    title: T\n'),
      /Van begin tot eind: 3 jaar\./,
    );
    const remedy =
      'procedures:\n  - id: p\n    kind: regular\n    lodged: 2013-01-01\n    decided: 2014-03-01\n    remedies:\n      - id: b\n        kind: objection\n        lodged: 2014-03-10\n        decided: 2014-06-1█0\n';
    assert.match(hover(remedy, 'en'), /From lodging to decision: 3 months\./);
  });

  it('tells which law held on any day, with its sources; not of days before it or a birth', () => {
    const on = (date: string, key = 'date') =>
      hover(`timeline:\n  - id: e\n    ${key}: ${date}█\n    title: T\n`);
    assert.match(on('2013'), /Tot en met 30 april 2019 .*\(\[art\. 3\.4 lid 3 Vb\]\(https:/);
    assert.match(on('2021-05'), /Vanaf 1 mei 2019/);
    for (const date of ['2019', '1998', '2021?']) assert.doesNotMatch(on(date), /schrijnendheid/);
    const german = readCursor(
      dutchCase('timeline:\n  - id: e\n    date: 2013█\n    title: T\n').replace(
        'jurisdiction: nl',
        'jurisdiction: de',
      ),
    );
    assert.match(
      hoverAt(analyseText(german.text), german.offset, 'de')?.markdown ?? '',
      /Damals galt: \[§ 23a AufenthG\]\(https:/,
    );
  });

  it('names sources in its texts as people call them', () => {
    const card = hover('letters:\n  - id: b\n    from: {role: phys█ician}\n    status: planned\n');
    assert.doesNotMatch(card, /nl\.knmg/);
    assert.match(card, /KNMG/);
  });

  it('tells of an argument from the catalogue what it says and on what it rests', () => {
    const card = hover('arguments:\n  - id: a\n    snippet: proport█ionality\n    title: T\n    text: T\n');
    assert.match(card, /^\*\*Evenredigheid\*\* · `proportionality`\n\n.+\n\nNoemt als bron: /);
  });

  it('tells of a date that is not exact what it covers, and compares no uncertain one', () => {
    assert.match(
      hover('timeline:\n  - id: e\n    date: 1986█~\n    title: T\n'),
      /Ergens van 1 januari 1985 tot en met 31 december 1987/,
    );
    const card = hover('timeline:\n  - id: e\n    date: 201█9?\n    title: T\n');
    assert.match(card, /Onzeker/);
    assert.doesNotMatch(card, /vóór de peildatum/);
  });

  it('tells an age on the reference date', () => {
    const { text, offset } = readCursor(
      dutchCase('').replace('role: applicant', 'role: applicant\n    birthDate: 1990-06-█02'),
    );
    assert.match(hoverAt(analyseText(text), offset, 'nl')?.markdown ?? '', /Op de peildatum: 33 jaar oud/);
  });

  it('shows the card of an item, from its own id and from a reference to it', () => {
    const body = (one: string, other: string) =>
      `circumstances:\n  - id: ${one}\n    kind: medical\n    title: Hartziekte [ernstig]\n    persons: [a]\n    since: 2019-03\nletters:\n  - id: b\n    from: {name: Dr. X, role: physician}\n    status: signed\n    supports: [${other}]\n`;
    for (const card of [hover(body('ci█rc', 'circ')), hover(body('circ', 'ci█rc'))]) {
      assert.match(card, /^\*\*Hartziekte \\\[ernstig\\\]\*\* · een omstandigheid `circ`/);
      assert.match(card, /sinds maart 2019 · Ada/);
      assert.match(card, /Onderbouwd door: Dr\\. X \(ondertekend\)/);
      assert.doesNotMatch(card, /Genoemd bij|Nergens anders/);
    }
  });

  it('says on the card what supports an item, what it supports, and what answers what', () => {
    const body = `claim:
  id: verzoek
  kind: deferral
  circumstances: [circ]
circumstances:
  - id: circ
    kind: medical
    title: Hartziekte
    evidence: [doc]
  - id: kaal
    kind: other
    title: Kaal
letters:
  - id: nee
    from: {role: school}
    status: refused
    supports: [circ]
documents:
  - id: doc
    kind: medical
    title: Rapport
    supports: [circ]
arguments:
  - id: arg
    title: Gezond
    text: T
    supports: [circ]
    answers: [contra]
counterArguments:
  - id: contra
    kind: own-choice
    text: T
`;
    const card = (id: string, language: Language = 'nl') =>
      hover(body.replace(`- id: ${id}`, `- id: █${id}`).replace(`  id: ${id}`, `  id: █${id}`), language)
        .split('\n\n---')[0]
        ?.split('\n\n')
        .slice(1);
    assert.deepEqual(card('circ'), [
      'medisch',
      'Onderbouwd door: Rapport',
      'Argumenten: Gezond',
      'Onderbouwt: het verzoek',
      'Genoemd bij: school (geweigerd)',
    ]);
    assert.deepEqual(card('kaal'), ['anders', 'Nog zonder brief of bewijsstuk.', 'Nergens anders genoemd.']);
    assert.deepEqual(card('doc', 'en'), ['medical information', 'Supports: Hartziekte']);
    assert.deepEqual(card('arg', 'de'), ['Stützt: Hartziekte', 'Erwidert auf: eigene freie Entscheidung']);
    assert.deepEqual(card('contra'), ['Weerwoord: Gezond']);
    assert.deepEqual(card('verzoek'), ['Rust op: Hartziekte']);
  });

  it('calls an item without a title by its kind, and says no fact twice', () => {
    const card = hover(
      'procedures:\n  - id: p█\n    kind: extension\n    lodged: 2013\n    outcome: rejected\n',
    );
    assert.match(card, /^\*\*verlenging\*\* · een verblijfsprocedure `p`\n\nafgewezen · ingediend: 2013\n/);
  });

  it('shows a source with what it says, since when, and how sure we are of it', () => {
    const card = hover('claim:\n  id: v\n  kind: deferral\n  grounds: [nl.vw█.14]\n');
    assert.match(card, /^\*\*art\. 14 Vreemdelingenwet 2000\*\* · `nl\.vw\.14`/);
    assert.match(card, /naar onze\s+lezing/);
    assert.match(card, /Sinds 1 april 2001\. Vergeleken met de bron op 23 november 2026\./);
    assert.match(card, /\[Naar de bron\]\(https:\/\/wetten\.overheid\.nl\/BWBR0011823\)/);
  });

  it('links a ruling', () => {
    assert.match(
      hover('claim:\n  id: v\n  kind: deferral\n  grounds: ["ECLI:NL:RVS:█2021:1"]\n'),
      /deeplink\.rechtspraak\.nl\/uitspraak\?id=ECLI:NL:RVS:2021:1\)/,
    );
  });

  it('links a web address that is named as a source', () => {
    const card = (address: string) =>
      hover(`claim:\n  id: v\n  kind: deferral\n  grounds: [echr.3, "█${address}"]\n`);
    assert.match(
      card('https://example.org/a'),
      /^\*\*example\\\.org\*\*\n\n.*\]\(https:\/\/example\.org\/a\)/s,
    );
    assert.doesNotMatch(card('https://example.org/a)[b](c'), /\*\*example/);
    assert.doesNotMatch(card('http://example.org'), /\*\*example/);
  });

  it('tells why a check speaks there and what helps', () => {
    assert.match(hover('cla█im:\n  id: v\n  kind: deferral\n'), /\*\*Steunbrieven ontbreken\*\*\n\n/);
  });

  it('names the fixes by their titles in the light bulb, and none where there is none', () => {
    const card = hover('cla█im:\n  id: v\n  kind: deferral\n', 'en');
    assert.match(card, /Fixes that Vangnet has here:\n\n- /);
    const without = hover('timeline:\n  - id: e█\n    date: 2000\n    kind: other\n    title: T\n');
    assert.match(without, /\*\*/);
    assert.doesNotMatch(without, /Oplossingen/);
  });

  it('tells with it on which sources the check rests, and how sure we are of them', () => {
    const card = hover('cla█im:\n  id: v\n  kind: deferral\n');
    assert.match(card, /\*\*Steunbrieven ontbreken\*\*/);
    assert.match(card, /\n- \[[^\]]+\]\(https:[^)]+\) \((?:vergeleken op|uit het geheugen)/);
  });

  it('shows the page of the check that a comment silences', () => {
    const card = hover('# vangnet-ignore unused-it█em: blijft\nclaim:\n  id: v\n  kind: deferral\n');
    assert.match(card, /^# Nergens aan gekoppeld\n/);
    assert.equal(hover('# vangnet-ig█nore no-such-rule: blijft\n'), '');
  });

  it('shows nothing where nothing is', () => {
    assert.equal(hover('# com█ment\n'), '');
  });

  it('does nothing with what stands in the file', () => {
    const card = hover(
      'circumstances:\n  - id: c█\n    kind: other\n    title: "<script>](javascript:x) `*"\n',
    );
    assert.doesNotMatch(card, /<script>|\]\(javascript/);
  });
});
