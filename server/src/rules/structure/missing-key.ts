import type { Draft, Fields } from '../../core/edits/draft.js';
import type { Value } from '../../core/edits/render.js';
import type { Arg, TextEdit } from '../../core/findings.js';
import type { Person, SectionName } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import { placeholder } from '../../core/words/placeholders.js';
import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';

/** A field without which the item can't be understood. One finding for an item, however many it lacks. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'root'],
  needs: [],
  *check({ model, say }) {
    const { root } = model;
    const absent = SECTIONS.filter(
      ({ name, required }) => required && !root.keys.some((key) => key.name === name),
    );
    const readable = !root.odd && absent.every(({ name }) => !root.unreadable.has(name));
    if (absent.length > 0 && readable)
      yield missingSections(
        say,
        absent.map(({ name }) => name),
        root,
      );
    for (const issue of allIssues(model, 'missing-key')) yield missingFields(say, issue);
    const personsKey = root.keys.find(({ name }) => name === 'persons');
    if (personsKey && !root.unreadable.has('persons') && lacksApplicant(model.persons)) {
      yield {
        at: personsKey.at,
        message: say(model.persons.length === 0 ? 'no-persons' : 'no-applicant'),
        fixes: (draft) => applicantFixes(draft, say, model.persons),
      };
    }
  },
});

/** Certainly no applicant: a person whose role can't be read might be one. */
function lacksApplicant(persons: readonly Person[]): boolean {
  return persons.every(
    ({ data, issues }) =>
      data.role !== undefined && data.role !== 'applicant' && issues.every(({ key }) => key !== 'role'),
  );
}

function applicantFixes(draft: Draft, say: Say, persons: readonly Person[]) {
  if (persons.length > 0) return [];
  const edit = draft.appendItems('persons', [requiredFields(draft, 'person', draft.newIds())]);
  return [draft.fix('insert', say('fix-insert', { fields: 'persons' }), [edit], { preferred: true })];
}

function missingSections(
  say: Say,
  names: readonly string[],
  root: { readonly isEmpty: boolean; readonly top: SchemaIssue['at'] },
): Report {
  const fields: Arg = { list: names.map((field) => ({ field, of: '' })) };
  return {
    at: root.top,
    message: say(root.isEmpty ? 'empty-file' : 'missing', { fields, count: names.length }),
    fixes: (draft) => [
      draft.fix('insert', say('fix-insert', { fields: { list: [...names] } }), sectionEdits(draft, names), {
        preferred: true,
      }),
    ],
  };
}

function sectionEdits(draft: Draft, names: readonly string[]): TextEdit[] {
  const newId = draft.newIds();
  return names.map((name) => {
    if (name === 'vangnet') return draft.insertPlain('vangnet', 1);
    if (name === 'persons')
      return draft.appendItems(name as SectionName, [requiredFields(draft, 'person', newId)]);
    return draft.insertSection(name, requiredFields(draft, 'caseInfo', newId));
  });
}

function missingFields(say: Say, issue: SchemaIssue): Report {
  const missing = issue.missing ?? [issue.key];
  const fields: Arg = { list: missing.map((field) => ({ field, of: issue.def })) };
  return {
    at: issue.at,
    message: say('missing', { fields, count: missing.length }),
    fixes: (draft) => {
      const { owner, def } = issue;
      if (!owner) return [];
      const newId = draft.newIds();
      const edits = missing.map((key) => draft.setKey(owner, def, key, blankValue(draft, def, key, newId)));
      return [
        draft.fix('insert', say('fix-insert', { fields: { list: [...missing] } }), edits, {
          preferred: true,
        }),
      ];
    },
  };
}

export function requiredFields(draft: Draft, def: string, newId: (word: string) => string): Fields {
  const required = SHAPES[def]?.required ?? [];
  return Object.fromEntries(required.map((key) => [key, blankValue(draft, def, key, newId)]));
}

/** Something valid in place to be overwritten: a fresh id, the commonest choice, or a blank with its name. */
function blankValue(draft: Draft, def: string, key: string, newId: (word: string) => string): Value {
  const shape = SHAPES[def]?.keys.find(({ name }) => name === key);
  if (shape?.kind === 'id' && shape.defines) return newId(shape.defines);
  if (def === 'caseInfo' && key === 'id')
    return newId(draft.language === 'nl' ? 'zaak' : draft.language === 'de' ? 'fall' : 'case');
  if (shape?.kind === 'date') return draft.referenceYear();
  const value = shape ? likelyValue(shape, key) : undefined;
  return value ?? placeholder(shape, def, key, draft.language);
}

function likelyValue(shape: KeyShape, key: string): Value | undefined {
  if (shape.kind === 'fields' && shape.def) {
    const inner = SHAPES[shape.def];
    return Object.fromEntries(
      (inner?.required ?? []).map((name) => [
        name,
        likelyValue(inner?.keys.find((k) => k.name === name) as KeyShape, name) ?? name,
      ]),
    );
  }
  if (typeof shape.default === 'string') return shape.default;
  if (key === 'status') return 'planned';
  if (key === 'role') return shape.values?.[0] ?? 'other';
  if (shape.values?.includes('other')) return 'other';
  return shape.values?.[0];
}
