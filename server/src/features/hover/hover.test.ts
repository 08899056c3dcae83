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
      assert.match(card, /Genoemd bij: Dr\\\. X/);
    }
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
