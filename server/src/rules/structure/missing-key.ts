import { pairAt } from '../../core/case/access.js';
import type { Draft, Fields } from '../../core/edits/draft.js';
import type { Value } from '../../core/edits/render.js';
import type { Arg, Fix, TextEdit } from '../../core/findings.js';
import type { Person, SectionName } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import type { Span } from '../../core/tree.js';
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
      ({ name, required }) =>
        required && !root.unreadable.has(name) && !root.keys.some((key) => key.name === name),
    );
    if (absent.length > 0 && !root.odd)
      yield missingSections(
        say,
        absent.map(({ name }) => name),
        root,
      );
    for (const issue of allIssues(model, 'missing-key')) yield missingFields(say, issue);
    const personsKey = root.keys.find(({ name }) => name === 'persons');
    if (personsKey && !root.unreadable.has('persons') && lacksApplicant(personsKey.at, model.persons)) {
      yield {
        at: personsKey.at,
        message: say(model.persons.length === 0 ? 'no-persons' : 'no-applicant'),
        fixes: (draft) => applicantFixes(draft, say, model.persons),
      };
    }
  },
});

/** Certainly no applicant: a person whose role can't be read, or of whom lines were left out, might be one. */
function lacksApplicant(key: Span, persons: readonly Person[]): boolean {
  const isWhole = (place: Span) => place.unit.holes.length === 0;
  return (
    isWhole(key) &&
    persons.every(
      ({ data, place, issues }) =>
        isWhole(place) &&
        data.role !== undefined &&
        data.role !== 'applicant' &&
        issues.every(({ key: field }) => field !== 'role'),
    )
  );
}

/** Somebody who asks with others may well be the one; so is who stands alone in the file. */
function applicantFixes(draft: Draft, say: Say, persons: readonly Person[]): Fix[] {
  if (persons.length === 0) {
    const edit = draft.appendItems('persons', [applicant(draft, draft.newIds())]);
    return [draft.fix('insert', say('fix-insert', { fields: 'persons' }), [edit], { preferred: true })];
  }
  const asking = persons.filter(({ data }) => data.role === 'co-applicant');
  const likely = persons.length === 1 ? persons : asking;
  return likely.flatMap((person) => {
    const role = pairAt(person, 'role')?.pair.value;
    const { id, name } = person.data;
    if (!role || !id) return [];
    return draft.fix(
      `set-role-${id}`,
      say('fix-applicant', { name: name ?? id }),
      [draft.setScalar(role, 'applicant')],
      {
        preferred: likely.length === 1,
      },
    );
  });
}

function missingSections(
  say: Say,
  names: readonly string[],
  root: { readonly isEmpty: boolean; readonly top: SchemaIssue['at'] },
): Report {
  const fields: Arg = { list: names.map((field) => ({ field, of: '' })) };
  return {
    at: root.top,
    message: say(root.isEmpty ? 'empty-file' : 'missing-in-file', { fields, count: names.length }),
    fixes: (draft) => {
      // Fields at the top that are indented may have lost what they stood below.
      if (draft.columnAt(draft.doc.startOf(root.top)) > 0) return [];
      const title = say('fix-insert', { fields: { list: [...names] } });
      return [draft.fix('insert', title, sectionEdits(draft, names), { preferred: true })];
    },
  };
}

function sectionEdits(draft: Draft, names: readonly string[]): TextEdit[] {
  const newId = draft.newIds();
  return names.map((name) => {
    if (name === 'vangnet') return draft.insertPlain('vangnet', 1);
    if (name === 'persons') return draft.appendItems(name as SectionName, [applicant(draft, newId)]);
    return draft.insertSection(name, requiredFields(draft, 'caseInfo', newId));
  });
}

/** More than this would make the first sentence too long for a list of findings. */
const MOST_NAMED = 3;

function missingFields(say: Say, issue: SchemaIssue): Report {
  const missing = issue.missing ?? [issue.key];
  const fields: Arg = { list: missing.map((field) => ({ field, of: issue.def })) };
  return {
    at: issue.at,
    message: say(missing.length > MOST_NAMED ? 'missing-many' : 'missing', { fields, count: missing.length }),
    fixes: (draft) => {
      const { owner, def, pair } = issue;
      if (!owner) return [];
      const newId = draft.newIds();
      const blanks = Object.fromEntries(missing.map((key) => [key, blankValue(draft, def, key, newId)]));
      return [
        draft.fix(
          'insert',
          say('fix-insert', { fields: { list: [...missing] } }),
          draft.setKeys(owner, def, blanks, pair?.key),
          { preferred: true },
        ),
      ];
    },
  };
}

export function requiredFields(draft: Draft, def: string, newId: (word: string) => string): Fields {
  const required = SHAPES[def]?.required ?? [];
  return Object.fromEntries(required.map((key) => [key, blankValue(draft, def, key, newId)]));
}

function applicant(draft: Draft, newId: (word: string) => string): Fields {
  return { ...requiredFields(draft, 'person', newId), role: 'applicant' };
}

/** A fresh id, since any will do; else a blank with the field's name: nothing is said of the case that nobody said. */
export function blankValue(draft: Draft, def: string, key: string, newId: (word: string) => string): Value {
  const shape = SHAPES[def]?.keys.find(({ name }) => name === key);
  if (shape?.kind === 'id' && shape.defines) return newId(shape.defines);
  if (def === 'caseInfo' && key === 'id')
    return newId(draft.language === 'nl' ? 'zaak' : draft.language === 'de' ? 'fall' : 'case');
  if (shape?.kind === 'fields' && shape.def) return requiredFields(draft, shape.def, newId) as Value;
  return placeholder(shape, def, key, draft.language);
}
