import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '../../core/edits/draft.js';
import { LANGUAGES } from '../../core/words/words.js';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { commentsOf } from '../comments.js';
import type { Answer } from './field.js';
import { type FilledField, fieldsAt, fieldsAtPlace } from './fields.js';
import { addBelow, setField } from './set-field.js';

const SEMON = readFileSync('samples/semon.case.yaml', 'utf8');
const WEAK = readFileSync('samples/semon-weak.case.yaml', 'utf8');

/** The text with the answer; where nothing can be set, why not. */
function set(text: string, at: string, field: string, answer: Answer): string {
  const outcome = setField(analyseText(text), at, field, answer, 'nl');
  if (!outcome) return 'refused';
  return 'problem' in outcome ? outcome.problem.key : applyEdits(text, outcome.edits);
}

const placesOf = (text: string) => {
  const analysis = analyseText(text);
  const { model } = analysis;
  const lists = [
    'persons',
    'timeline',
    'procedures',
    'circumstances',
    'letters',
    'documents',
    'arguments',
  ] as const;
  return [
    'case',
    'claim',
    ...lists.flatMap((list) => model[list].map((_, index) => `${list}/${index}`)),
    ...model.counterArguments.map((_, index) => `counterArguments/${index}`),
  ].filter((at) => fieldsAt(analysis, at, 'nl'));
};

function another({ kind, choices, name }: FilledField): Answer {
  if (kind === 'date') return '4-9-2015';
  if (kind === 'many') return choices?.slice(-2).map(({ value }) => value);
  if (choices) return choices.at(-1)?.value;
  return kind === 'long'
    ? 'Een: zin.\n\nNog "een" # zin.'
    : name === 'file'
      ? 'brieven/a b.pdf'
      : "Sem'on: # een";
}

describe('the fields of what is in a case', () => {
  it('are all of Sem’on’s: what stands in the file is an answer to a question', () => {
    const analysis = analyseText(SEMON);
    const asked = (at: string) => new Set(fieldsAt(analysis, at, 'nl')?.fields.map(({ name }) => name));
    const missing = (at: string, value: unknown) =>
      Object.entries(value as object).flatMap(([key, one]) => {
        const isBelow = typeof one === 'object' && one !== null && !Array.isArray(one);
        const names = isBelow ? Object.keys(one).map((inner) => `${key}.${inner}`) : [key];
        return names.filter((name) => !['id', 'remedies'].includes(name) && !asked(at).has(name));
      });
    assert.deepEqual(missing('case', analysis.model.case?.value), []);
    assert.deepEqual(missing('claim', analysis.model.claim?.value), []);
    for (const list of [
      'persons',
      'timeline',
      'procedures',
      'circumstances',
      'letters',
      'documents',
    ] as const)
      for (const [index, { value }] of analysis.model[list].entries())
        assert.deepEqual(missing(`${list}/${index}`, value), [], `${list}/${index}`);
  });

  it('change one by one, and nothing else does', () => {
    for (const text of [SEMON, WEAK.replaceAll('\n', '\r\n')]) {
      const analysis = analyseText(text);
      // One of each kind, and those with comments behind their fields.
      for (const at of placesOf(text).filter((one) =>
        /^[a-z]+$|^(?:circ|letters|procedures|timeline)[a-z]*\/[03]$/i.test(one),
      ))
        for (const field of fieldsAt(analysis, at, 'nl')?.fields ?? []) {
          const answer = another(field);
          const outcome = setField(analysis, at, field.name, answer, 'nl');
          assert.ok(outcome && 'edits' in outcome, `${at} ${field.name}`);
          const after = applyEdits(text, outcome.edits);
          const now = analyseText(after);
          const filled = fieldsAt(now, at, 'nl')?.fields.find(({ name }) => name === field.name);
          const expected =
            field.kind === 'date'
              ? '2015-09-04'
              : field.kind === 'long'
                ? 'Een: zin.\nNog "een" # zin.'
                : answer;
          const given =
            field.kind === 'long' ? String(filled?.initial).replaceAll(/\s*\n\s*/g, '\n') : filled?.initial;
          assert.deepEqual(given, expected, `${at} ${field.name}:\n${after}`);
          assert.deepEqual(commentsOf(now.document), commentsOf(analysis.document), `${at} ${field.name}`);
          assert.deepEqual(now.document.problems, []);
          assert.ok(!text.includes('\r') || !/(?<!\r)\n/.test(after), `${at} ${field.name}`);
        }
    }
  });

  it('stay as they are with the answer that they have', () => {
    const analysis = analyseText(SEMON);
    for (const at of ['case', 'claim', 'persons/0', 'timeline/3', 'letters/1', 'arguments/2']) {
      const before = fieldsAt(analysis, at, 'nl')?.fields ?? [];
      for (const { name, initial, start } of before) {
        if (initial === undefined || start !== undefined) continue;
        const outcome = setField(analysis, at, name, initial, 'nl');
        assert.ok(outcome && 'edits' in outcome, `${at} ${name}`);
        const after = analyseText(applyEdits(SEMON, outcome.edits));
        const shown = fieldsAt(after, at, 'nl')?.fields.map((field) => field.shown);
        assert.deepEqual(
          shown,
          before.map((field) => field.shown),
        );
      }
    }
  });

  it('are told in every language', () => {
    const analysis = analyseText(WEAK);
    for (const language of LANGUAGES)
      for (const at of placesOf(WEAK)) {
        const form = fieldsAt(analysis, at, language);
        assert.ok(form && form.title.length > 2);
        for (const { label, help } of form.fields) assert.ok(label.length > 1 && help.length > 1);
      }
  });

  it('are those of the place where the cursor is', () => {
    const at = (before: string) => {
      const offset = SEMON.indexOf(before);
      assert.ok(offset > 0, before);
      return fieldsAtPlace(analyseText(SEMON), offset, 'nl')?.at;
    };
    assert.equal(at('case:'), 'case');
    assert.equal(at('  office:'), 'case');
    assert.equal(at('- id: moeder'), 'persons/1');
    assert.equal(at('      - id: bezwaar-2015'), 'procedures/2/remedies/0');
    assert.equal(at('- id: proc-discretionair'), 'procedures/3');
    assert.equal(at('claim:'), 'claim');
    assert.equal(at('# In een echte zaak'), undefined);
    assert.equal(at('vangnet: 1'), undefined);
  });
});

describe('a field', () => {
  const text = dutchCase('claim:\n  id: v\n  kind: deferral # zo\n  request: "{{verzoek}}"\n');

  it('that holds a blank is not filled in yet', () => {
    const request = fieldsAt(analyseText(text), 'claim', 'nl')?.fields.find(({ name }) => name === 'request');
    assert.deepEqual([request?.shown, request?.initial], [undefined, undefined]);
  });

  it('goes with an empty answer, unless it must be there', () => {
    assert.equal(set(text, 'claim', 'request', ''), text.replace('  request: "{{verzoek}}"\n', ''));
    assert.equal(set(text, 'claim', 'kind', ''), 'forms.required');
  });

  it('is refused where the answer won’t do or the place is not there', () => {
    assert.equal(set(text, 'claim', 'lodged', 'ooit'), 'forms.no-date');
    assert.equal(set(text, 'claim', 'kind', 'weg'), 'forms.no-choice');
    assert.equal(set(text, 'claim', 'request', 'a'.repeat(5_000_000)), 'forms.too-long');
    assert.match(set(text, 'claim', 'request', 'PNG\0\u0001 x'), /request: "PNG x"/);
    assert.equal(set(text, 'letters/7', 'date', '2020'), 'refused');
    assert.equal(set(text, 'claim', '__proto__', 'x'), 'refused');
    assert.equal(set(text, 'claim', 'id', 'x'), 'refused');
  });

  it('of a claim that is not there yet makes one from the case', () => {
    const after = set(dutchCase(''), 'claim', 'lodged', '18-4-2019');
    assert.match(after, /\nclaim:\n {2}id: [\s\S]*lodged: 2019-04-18/);
  });

  it('below another comes with it', () => {
    const after = set(text, 'case', 'representative.name', 'mr. A. Voorbeeld');
    assert.match(after, / {2}representative:\n {4}name: mr\. A\. Voorbeeld\n/);
    assert.match(set(after, 'case', 'representative.role', 'lawyer'), /Voorbeeld\n {4}role: lawyer\n/);
    assert.equal(set(after, 'case', 'representative.name', ''), 'forms.required');
  });
});

describe('a remedy', () => {
  it('is added to its procedure, and its fields are asked', () => {
    for (const original of [SEMON, SEMON.replaceAll('\n', '\r\n')]) {
      const index = 1;
      const answers = { kind: 'objection', lodged: '2014-03', outcome: 'pending' };
      const outcome = addBelow(analyseText(original), `procedures/${index}`, 'remedies', answers, 'nl');
      assert.ok(outcome && 'edits' in outcome);
      const after = analyseText(applyEdits(original, outcome.edits));
      assert.equal(after.model.procedures[index]?.data.remedies?.[0]?.lodged, '2014-03');
      assert.deepEqual(after.document.problems, []);
      const form = fieldsAt(after, `procedures/${index}`, 'nl');
      assert.deepEqual(
        form?.below.map(({ at }) => at),
        [`procedures/${index}/remedies/0`],
      );
      assert.ok(fieldsAt(after, `procedures/${index}/remedies/0`, 'nl'));
    }
    assert.equal(addBelow(analyseText(SEMON), 'letters/0', 'remedies', {}, 'nl'), undefined);
  });

  it('says what is missing', () => {
    const outcome = addBelow(analyseText(SEMON), 'procedures/1', 'remedies', { kind: 'objection' }, 'nl');
    assert.ok(outcome && 'problem' in outcome && outcome.field === 'lodged');
  });
});
