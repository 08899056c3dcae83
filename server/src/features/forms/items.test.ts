import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '../../core/edits/draft.js';
import { LANGUAGES } from '../../core/words/words.js';
import { germanCase } from '../../testing/german-case.js';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { moveItem, setLetter } from './changes.js';
import type { Answers } from './field.js';
import { addItem, itemForm, LISTS } from './items.js';

const SEMON = readFileSync('samples/semon-weak.case.yaml', 'utf8');

function added(text: string, section: string, answers: Answers): string {
  const result = addItem(analyseText(text), section, answers, 'nl');
  assert.ok(result && 'edit' in result, JSON.stringify(result));
  const after = applyEdits(text, [result.edit]);
  const errors = (of: string) => analyseText(of).findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors(after).map(({ rule }) => rule),
    errors(text).map(({ rule }) => rule),
    after,
  );
  // What stood there still stands there, line by line.
  const rest = after.split('\n');
  for (const line of text.split('\n')) assert.ok(rest.includes(line), line);
  return after;
}

/** Answers with the first choice everywhere, and something typed. */
function anyAnswers(text: string, section: string): Answers {
  const form = itemForm(analyseText(text), section, 'nl') ?? [];
  return Object.fromEntries(
    form.map(({ name, kind, choices }) => [
      name,
      kind === 'date' || kind === 'period'
        ? '4-9-2015'
        : kind === 'many'
          ? (choices ?? []).slice(0, 2).map(({ value }) => value)
          : (choices?.[0]?.value ?? 'Een zin: met "aanhalingstekens" en # meer.'),
    ]),
  );
}

describe('a form for an item', () => {
  for (const section of LISTS.keys()) {
    it(`adds to ${section}: everything answered`, () => {
      for (const text of [SEMON, SEMON.replaceAll('\n', '\r\n'), dutchCase('')])
        added(text, section, anyAnswers(text, section));
    });

    it(`adds to ${section}: only what must be answered`, () => {
      const form = itemForm(analyseText(SEMON), section, 'nl') ?? [];
      const all = anyAnswers(SEMON, section);
      const needed = form.filter(({ required }) => required).map(({ name }) => [name, all[name]]);
      added(SEMON, section, Object.fromEntries(needed) as Answers);
    });

    it(`asks for ${section} in every language, each field once`, () => {
      for (const language of LANGUAGES) {
        const form = itemForm(analyseText(SEMON), section, language) ?? [];
        assert.equal(new Set(form.map(({ name }) => name)).size, form.length);
        for (const { label, help, choices } of form) {
          assert.ok(label.length > 1 && help.length > 1);
          for (const choice of choices ?? []) assert.ok(choice.label.length > 0);
        }
      }
    });
  }

  it('fills an argument of the catalogue from the case', () => {
    const after = added(SEMON, 'arguments', { snippet: 'proportionality', supports: ['circ-worteling'] });
    assert.match(after, /snippet: proportionality[\s\S]*supports: \[circ-worteling\][\s\S]*cites: /);
  });

  it('writes what a planned letter is to be about, and takes a signed one as it is', () => {
    assert.match(added(SEMON, 'letters', { 'from.role': 'physician', status: 'planned' }), /request: /);
    const signed = added(SEMON, 'letters', {
      'from.role': 'mayor',
      'from.name': 'Burgemeester van X',
      status: 'signed',
      date: '2020-11',
    });
    assert.match(
      signed,
      /from:\n {6}role: mayor\n {6}name: Burgemeester van X\n {4}status: signed\n {4}date: 2020-11/,
    );
  });

  it('gives an id in the language of the file', () => {
    const idOf = (text: string, section: string, answers: Answers) => {
      const result = addItem(analyseText(text), section, answers, 'en');
      assert.ok(result && 'edit' in result);
      assert.match(result.id, /^[a-z][a-z0-9-]*$/);
      return result.id;
    };
    const mayor = { 'from.role': 'mayor', status: 'requested' };
    assert.equal(idOf(dutchCase(''), 'letters', mayor), 'brief-burgemeester');
    assert.equal(idOf(dutchCase(''), 'letters', { ...mayor, status: 'planned' }), 'brief-burgemeester');
    assert.equal(idOf(germanCase(''), 'letters', mayor), 'schreiben-buergermeisteramt');
    assert.equal(idOf(SEMON, 'counterArguments', { kind: 'own-choice' }), 'contra-eigen-keuze-2');
    assert.equal(
      idOf(dutchCase(''), 'timeline', { title: 'Uit huis gezet door de ouders', date: '2004' }),
      'gebeurtenis-uit-huis-gezet-door',
    );
  });

  it('tells both days of what lasted in one answer', () => {
    const event = (date: string) => added(SEMON, 'timeline', { title: 'Opvang', date });
    assert.match(event('2004 tot 2007'), /from: 2004\n {4}to: 2007\n {4}title: Opvang/);
    assert.match(event('sinds 4-9-2016'), /from: 2016-09-04\n {4}title: Opvang/);
    assert.match(event('2013-08'), /date: 2013-08\n {4}title: Opvang/);
    const circumstance = (since: string) =>
      added(SEMON, 'circumstances', { kind: 'rooted', title: 'Thuis', since });
    assert.match(circumstance('2004 – mei 2007'), /since: 2004\n {4}until: 2007-05/);
    assert.match(circumstance('2004 tot heden'), /since: 2004\n(?! {4}until)/);
    for (const odd of ['2004 tot ooit', 'een jaar', '2004 tot 2005 tot 2006']) {
      const result = addItem(analyseText(SEMON), 'timeline', { title: 'T', date: odd }, 'nl');
      assert.ok(result && 'problem' in result, odd);
    }
  });

  it('takes what was pasted without what came along from Word', () => {
    const text = 'Zij\u00A0vraagt:\r\n\r\nuit\u200Bstel.';
    const after = added(SEMON, 'timeline', { title: 'De\u00A0dag\u200B', date: '2013', description: text });
    assert.match(after, /title: De dag\n {4}description: >-\n {6}Zij vraagt:\n\n {6}uitstel\./);
  });

  it('asks nothing where there is nothing to choose from', () => {
    const names = itemForm(analyseText(dutchCase('')), 'timeline', 'nl')?.map(({ name }) => name);
    assert.ok(!names?.includes('evidence'), String(names));
  });

  it('says what is missing, and adds nothing', () => {
    const result = addItem(analyseText(SEMON), 'timeline', { title: 'T', date: 'ooit' }, 'nl');
    assert.ok(result && 'problem' in result);
    assert.equal(result.field, 'date');
    assert.equal(addItem(analyseText(SEMON), 'claim', {}, 'nl'), undefined);
    assert.equal(itemForm(analyseText(SEMON), '__proto__', 'nl'), undefined);
  });
});

describe('a letter', () => {
  const text = dutchCase(
    'letters:\n  - id: b # van de school\n    from: {role: school}\n    status: planned\n  - {id: c, from: {role: mayor}, status: requested}\n',
  );
  const set = (id: string, status: string, date?: string) => {
    const edits = setLetter(analyseText(text), id, status, date);
    return edits && applyEdits(text, edits);
  };

  it('gets another state and a date', () => {
    assert.equal(
      set('b', 'received', '2-11-2020'),
      text.replace('status: planned', 'status: received\n    date: 2020-11-02'),
    );
    assert.equal(set('c', 'signed', '2020'), text.replace('status: requested', 'status: signed, date: 2020'));
    assert.equal(set('b', 'planned'), text);
  });

  it('that is not there, or a state that is none, changes nothing', () => {
    assert.equal(set('x', 'signed'), undefined);
    assert.equal(set('b', 'weg'), undefined);
    assert.equal(set('b', 'signed', 'ooit'), undefined);
  });
});

describe('an item of a list', () => {
  const text = dutchCase(
    'timeline:\n  # eerst\n  - id: e1\n    date: 2013\n    title: A\n\n  - id: e2 # ook\n    date: 2014\n    title: B\n',
  );

  it('moves with its comments', () => {
    const edits = moveItem(analyseText(text), 'e2', -1);
    assert.ok(edits);
    const after = applyEdits(text, edits);
    assert.ok(after.indexOf('id: e2 # ook') < after.indexOf('# eerst'));
    assert.ok(after.indexOf('# eerst') < after.indexOf('id: e1'));
  });

  it('is the one in which the cursor stands', () => {
    const edits = moveItem(analyseText(text), text.indexOf('title: B'), -1);
    assert.deepEqual(
      edits && applyEdits(text, edits),
      applyEdits(text, moveItem(analyseText(text), 'e2', -1) ?? []),
    );
    assert.equal(moveItem(analyseText(text), 0, -1), undefined);
  });

  it('stays where it is at the end of its list', () => {
    assert.deepEqual(moveItem(analyseText(text), 'e2', 1), []);
    assert.equal(moveItem(analyseText(text), 'x', 1), undefined);
  });
});
