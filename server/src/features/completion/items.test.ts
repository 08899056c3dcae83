import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { analyseText, dutchCase, readCursor } from '../../testing/marked.js';
import { chosen, LETTERS, labels, offers } from '../../testing/offers.js';
import { completionsAt } from './complete.js';
import type { Offer } from './offer.js';

const NEW_LETTER = `id: brief-2
    from:
      role: "{{rol van de afzender}}"
    status: "{{stand van de brief}}"`;

function stopsOf({ text, stops }: Offer): string[] {
  return stops.map(({ start, end }) => text.slice(start, end));
}

describe('completion of whole items', () => {
  it('offers one with what is needed, and stops at what is to be filled in', () => {
    const [item] = offers(`${LETTERS}  - █\n`);
    assert.equal(item?.label, 'Nieuw: steunbrief');
    assert.equal(item?.text, NEW_LETTER);
    assert.deepEqual(stopsOf(item as Offer), [
      'brief-2',
      '"{{rol van de afzender}}"',
      '"{{stand van de brief}}"',
    ]);
    const [event] = offers('timeline:\n  - █\n');
    assert.deepEqual(stopsOf(event as Offer), ['gebeurtenis', '"{{datum}}"', '{{titel}}']);
  });

  it('puts in the dash where none is, and the space behind one', () => {
    for (const typed of ['  - █', '  -█', '  █', '█', '  bri█', '  - bri█']) {
      const body = `${LETTERS}${typed}\n  - id: laatste\n`;
      assert.equal(
        chosen(body, 'Nieuw: steunbrief'),
        `${LETTERS}  - ${NEW_LETTER}\n  - id: laatste\n`,
        typed,
      );
    }
    assert.equal(chosen(`${LETTERS}  - █`, 'Nieuw: steunbrief'), `${LETTERS}  - ${NEW_LETTER}`);
  });

  it('begins a list below its field', () => {
    const letter = NEW_LETTER.replace('brief-2', 'brief');
    for (const body of ['letters: █\n', 'letters:█\n', 'letters:\n  █\n', 'letters:\n  - █\n'])
      assert.equal(chosen(body, 'Nieuw: steunbrief'), `letters:\n  - ${letter}\n`, body);
    const remedy = (typed: string) => `procedures:\n  - id: p\n    remedies:${typed}\n    lodged: 2015\n`;
    assert.match(
      chosen(remedy(' █'), 'Nieuw: rechtsmiddel'),
      /remedies:\n {6}- id: rechtsmiddel\n {8}kind: /,
    );
    assert.match(
      chosen(remedy('\n      - █'), 'Nieuw: rechtsmiddel'),
      /remedies:\n {6}- id: rechtsmiddel\n {8}kind: /,
    );
    assert.match(
      chosen(remedy(' [█]'), 'Nieuw: rechtsmiddel'),
      /remedies: \[\{id: rechtsmiddel, kind: "\{\{/,
    );
  });

  it('offers beside it the item’s fields, and these alone once it has begun', () => {
    assert.deepEqual(labels(`${LETTERS}  - █\n`).slice(-9, -7), ['Conceptbrief: anders', 'id']);
    assert.deepEqual(labels('letters:\n  - █\n    status: planned\n').slice(0, 3), ['id', 'from', 'date']);
    assert.equal(
      chosen('letters:\n  -█\n    status: planned\n', 'date'),
      'letters:\n  - date: \n    status: planned\n',
    );
  });

  it('is silent where an item would tear something apart', () => {
    assert.deepEqual(labels('letters:\n█\n  - id: b\n').includes('Nieuw: steunbrief'), true);
    assert.equal(
      chosen('letters:\n█\n  - id: b\n', 'Nieuw: steunbrief').startsWith('letters:\n  - id: brief\n'),
      true,
    );
    assert.deepEqual(labels('letters:\n-█\n  - id: b\n'), []);
    assert.deepEqual(labels('letters:\n      █\n  - id: b\n'), []);
    assert.deepEqual(labels('claim:\n  request: >-\n  -█\n    Ada vraagt\n'), []);
  });

  it('keeps dashes at the column of their field where the file does', () => {
    const head = `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: nl
  confidentiality: fictional
persons:
- id: a
  name: Ada
  role: applicant
`;
    const letter = `- id: brief
  from:
    role: "{{rol van de afzender}}"
  status: "{{stand van de brief}}"`;
    for (const body of ['letters:\n█', 'letters:\n- █', 'letters: █', 'letters:\n-█\nclaim:\n  id: v\n'])
      assert.equal(
        chosen(body, 'Nieuw: steunbrief', head),
        `letters:\n${letter}${body.slice(body.indexOf('█') + 1)}`,
        body,
      );
  });

  it('offers fields below a field: on lines, and in brackets', () => {
    const from = (typed: string) => `letters:\n  - id: b\n    from:${typed}\n    status: planned\n`;
    assert.equal(chosen(from(' █'), 'role'), from('\n      role: "{{rol van de afzender}}"'));
    assert.deepEqual(labels(from('\n      █')), ['name', 'role']);
    assert.equal(
      chosen('letters:\n  - {id: b, from: █}\n', 'role'),
      'letters:\n  - {id: b, from: {role: "{{rol van de afzender}}"}}\n',
    );
  });
});

describe('completion from the catalogue', () => {
  const CASE = `circumstances:
  - id: circ-hart
    kind: medical
    title: Hartziekte
    persons: [a]
    since: 2019
`;

  it('offers arguments filled from the case, those that fit in front', () => {
    const [empty, first] = offers(`${CASE}arguments:\n  - █\n`);
    assert.equal(empty?.label, 'Nieuw: argument');
    assert.equal(first?.label, 'Gezondheid');
    assert.match(first?.text ?? '', /^id: arg-medical-situation\n {4}snippet: medical-situation\n/);
    assert.match(first?.text ?? '', /supports: \[circ-hart\]\n {4}cites: \[/);
    assert.match(first?.text ?? '', /Ada/);
    assert.equal(offers(`${CASE}arguments:\n  - █\n`, 'en')[1]?.label, 'Health');
    assert.ok(
      !labels(`${CASE}arguments:\n  - id: x\n    snippet: medical-situation\n  - █\n`).includes('Gezondheid'),
    );
  });

  it('offers none that cites nothing yet, nor those of the other country', () => {
    const snippets = (body: string, from: string, to: string) => {
      const { text, offset } = readCursor(dutchCase(body).replace(from, to));
      return completionsAt(analyseText(text), offset, 'nl').flatMap(({ about }) =>
        about.of === 'snippet' ? [about.id] : [],
      );
    };
    const german = snippets('arguments:\n  - █\n', 'jurisdiction: nl', 'jurisdiction: de');
    assert.ok(german.length > 5 && german.every((id) => id.startsWith('haertefall-')));
    const early = snippets('arguments:\n  - █\n', '2024-06-01', '2018-06-01');
    assert.ok(early.length > 5 && !early.includes('minister-remains-competent'));
  });

  it('offers none that tells of what the case doesn’t: such as a ruling', () => {
    const ruling = `procedures:
  - id: p
    kind: regular
    lodged: 2016
    decided: 2017
    outcome: rejected
    remedies:
      - {id: r, kind: appeal, lodged: 2017, decided: 2018, outcome: rejected}
`;
    const says = 'Banden van na de uitspraak';
    assert.ok(!labels(`${CASE}arguments:\n  - █\n`).includes(says));
    assert.ok(labels(`${CASE}${ruling}arguments:\n  - █\n`).includes(says));
    assert.ok(labels(`${ruling}arguments:\n  - █\n`).includes(says));
  });

  it('offers letters to be asked for, first from who fits the circumstances', () => {
    const [, first, ...more] = offers(`${CASE}letters:\n  - █\n`);
    assert.equal(first?.label, 'Conceptbrief: arts (huisarts of specialist)');
    assert.match(
      first?.text ?? '',
      /^id: brief-huisarts\n {4}from:\n {6}role: physician\n {4}status: planned\n/,
    );
    assert.match(first?.text ?? '', /supports: \[circ-hart\]/);
    assert.match(first?.filter ?? '', /^physician arts/);
    assert.ok(more.some(({ label }) => label === 'Conceptbrief: school'));
  });

  it('offers what the other side usually says', () => {
    const found = labels('counterArguments:\n  - id: c\n    kind: arbitrariness\n  - █\n');
    assert.ok(found.includes('valse hoop') && !found.includes('willekeur'));
  });

  it('offers the claim filled in, where there are circumstances', () => {
    const name = 'claim, ingevuld met wat er al staat';
    assert.ok(!labels('█').includes(name));
    assert.match(
      chosen(`${CASE}█`, name),
      /claim:\n {2}id: verzoek\n {2}kind: .*\n(?: {2}.*\n)* {2}circumstances: \[circ-hart\]\n/,
    );
  });

  it('offers a whole case in an empty file', () => {
    for (const [file, eol] of [
      ['█', '\n'],
      ['# Zaak\r\n█', '\r\n'],
    ] as const) {
      const { text, offset } = readCursor(file);
      const found = completionsAt(analyseText(text), offset, 'de');
      assert.deepEqual(
        found.slice(0, 3).map(({ label }) => label),
        ['Neuer Fall (Niederlande)', 'Neuer Fall (Deutschland)', 'vangnet'],
      );
      for (const offer of found.slice(0, 2)) {
        const result = applyEdits(text, [offer]);
        assert.equal(result.replaceAll(/\r?\n/g, eol), result);
        const rules = analyseText(result).findings.filter(({ severity }) => severity === 'error');
        assert.deepEqual([...new Set(rules.map(({ rule }) => rule))], []);
      }
    }
  });
});

describe('completion of comments that silence', () => {
  const below = 'claim:\n  id: v\n  kind: deferral\n';

  it('offers the rules that speak there first, with a reason to be written', () => {
    const found = offers(`# vangnet-ignore █\n${below}`);
    assert.match(found[0]?.note ?? '', / · spreekt hier$/);
    const rule = found.find(({ label }) => label === 'claim-without-ground');
    assert.equal(rule?.text, 'claim-without-ground: nog toe te lichten');
    assert.equal(rule?.withoutStops, 'claim-without-ground: ');
    assert.deepEqual(stopsOf(rule as Offer), ['nog toe te lichten']);
    assert.ok(
      !found.some(({ label }) => ['yaml-syntax', 'unused-suppression', 'dublin-excluded'].includes(label)),
    );
  });

  it('changes the rule alone where a reason stands there', () => {
    assert.equal(
      chosen(`# vangnet-ignore cl█: omdat\n${below}`, 'claim-without-ground'),
      `# vangnet-ignore claim-without-ground: omdat\n${below}`,
    );
  });

  it('offers the comment itself from its beginning on, where it silences something', () => {
    assert.deepEqual(labels(`# van█\n${below}`), ['vangnet-ignore']);
    assert.deepEqual(labels(`# van de ouders█\n${below}`), []);
    assert.deepEqual(labels('# vangnet-ignore █\n'), []);
    assert.deepEqual(labels(`# vangnet-ignore-file █\n${below}`), []);
    const { text, offset } = readCursor(`# van█\n${dutchCase('')}`);
    assert.deepEqual(
      completionsAt(analyseText(text), offset, 'nl').map(({ label }) => label),
      ['vangnet-ignore', 'vangnet-ignore-file'],
    );
  });
});
