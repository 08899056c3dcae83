import assert from 'node:assert/strict';
import { dayNumber } from '../../core/dates.js';
import { LANGUAGES } from '../../core/words/words.js';
import { analyseText } from '../../testing/marked.js';
import { firstProblem, problemWith, typedDate } from './field.js';
import { newCase, newCaseFields, templateField } from './new-case.js';
import { TEMPLATES } from './templates.js';

const TODAY = dayNumber(2026, 11, 28);

const AMINA = {
  name: 'Amina Söderberg',
  confidentiality: 'pseudonymised',
  birthDate: '1986',
  nationality: 'IQ',
  arrivalDate: '4-9-2003',
  firstProcedure: '2013-05',
  circumstances: ['rooted', 'medical'],
  office: 'Vangnet Rechtshulp',
};

const found = (text: string) =>
  analyseText(text, { today: '2026-11-28' }).findings.filter(({ severity }) => severity === 'error');

describe('a new case', () => {
  it('holds what was answered, and a blank for the rest', () => {
    const { text, fileName, stops } = newCase('hardship-nl', AMINA, 'nl', TODAY);
    assert.equal(fileName, 'amina-soderberg.case.yaml');
    for (const line of [
      'vangnet: 1',
      '  title: "Amina Söderberg: schrijnende omstandigheden"',
      '  confidentiality: pseudonymised',
      '  office: Vangnet Rechtshulp',
      '    pseudonym: true',
      '    nationality: IQ',
      '    arrivalDate: 2003-09-04',
      '    lodged: 2013-05',
      '    kind: medical',
      '  scope: any-time',
    ])
      assert.ok(text.split('\n').includes(line), `${line}\n\n${text}`);
    assert.ok(stops.length > 3);
    for (const { start, end } of stops) assert.match(text.slice(start, end), /\{\{.*\}\}/);
  });

  for (const template of TEMPLATES)
    for (const language of LANGUAGES)
      for (const [answers, what] of [
        [AMINA, 'with answers'],
        [{ name: 'x' }, 'with nothing but a name'],
        [{ name: "- 'a': {b" }, 'with an odd name'],
        [{ name: '漢字' }, 'with a name that gives no id'],
      ] as const)
        it(`has no error: ${template}, ${language}, ${what}`, () => {
          const { text, fileName } = newCase(template, answers, language, TODAY);
          assert.deepEqual(
            found(text).map(({ rule }) => rule),
            [],
            text,
          );
          assert.match(fileName, /^[a-z][a-z0-9-]*\.case\.yaml$/);
        });

  it('keeps the line breaks that are asked for', () => {
    const { text } = newCase('haertefall-de', AMINA, 'de', TODAY, '\r\n');
    assert.ok(!/[^\r]\n/.test(text));
    assert.deepEqual(
      found(text).map(({ rule }) => rule),
      [],
    );
  });

  it('asks nothing twice, each with words in every language', () => {
    for (const language of LANGUAGES)
      for (const template of TEMPLATES) {
        const fields = [templateField({}, language), ...newCaseFields(template, {}, language)];
        assert.equal(new Set(fields.map(({ name }) => name)).size, fields.length);
        for (const { label, kind, choices } of fields) {
          assert.ok(label.length > 1);
          assert.equal(choices !== undefined, kind === 'one' || kind === 'many');
        }
      }
  });

  it('proposes what the configuration says', () => {
    assert.equal(templateField({ jurisdiction: 'de' }, 'de').initial, 'haertefall-de');
    const office = newCaseFields('hardship-nl', { office: 'Bureau' }, 'nl').find(
      ({ name }) => name === 'office',
    );
    assert.equal(office?.initial, 'Bureau');
  });
});

describe('the name of a new file', () => {
  const nameFor = (name: string) => newCase('hardship-nl', { name }, 'nl', TODAY).fileName;

  it('is a file on every computer, whatever the person is called', () => {
    assert.equal(nameFor('Con'), 'con-1.case.yaml');
    assert.equal(nameFor('LPT1'), 'lpt1-1.case.yaml');
    assert.equal(nameFor('Conny'), 'conny.case.yaml');
    for (const name of ['__proto__', '../../weg', '\u202E\u0007', '=cmd|x', 'a'.repeat(5000)])
      assert.match(nameFor(name), /^[a-z][a-z0-9-]{0,100}\.case\.yaml$/, name);
  });
});

describe('an answer', () => {
  const fields = newCaseFields('haertefall-de', {}, 'nl');

  it('may be left out, but for the name', () => {
    assert.equal(firstProblem(fields, { name: 'Amina' }), undefined);
    assert.equal(firstProblem(fields, { name: '  ' })?.field.name, 'name');
  });

  it('is a date as people write it', () => {
    for (const [typed, date] of [
      ['2013', '2013'],
      ['2013~', '2013~'],
      ['04-09-1986', '1986-09-04'],
      ['4 september 1986', '1986-09-04'],
      ['ooit', undefined],
      ['31-2-2020', undefined],
    ] as const)
      assert.equal(typedDate(typed), date, typed);
    assert.equal(firstProblem(fields, { name: 'A', birthDate: 'ooit' })?.message.key, 'forms.no-date');
  });

  it('is one of the choices', () => {
    const [land] = fields;
    assert.ok(land);
    assert.equal(problemWith(land, 'DE-SH'), undefined);
    assert.equal(problemWith(land, 'DE-XX')?.key, 'forms.no-choice');
  });
});
