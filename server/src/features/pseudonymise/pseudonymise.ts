/**
 * A real case as teaching material: names, ids made from them, numbers, contact details and days of birth are replaced
 * everywhere in the file, the same by the same. What was replaced makes up the key, with which the way back goes.
 */

import { mapOf, nodeAt } from '../../core/case/access.js';
import { parseDate } from '../../core/dates.js';
import type { CaseDocument } from '../../core/document.js';
import { applyEdits, type Draft, mergeEdits } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import type { CaseModel, Letter, Person } from '../../core/model.js';
import { withoutBrackets } from '../../core/text.js';
import { type MapNode, type Node, pairOf, type ScalarNode, sourceOf } from '../../core/tree.js';
import { enumTitle, say } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { kindsOf } from '../../rules/privacy/fields.js';
import { madeUpName } from '../../rules/privacy/made-up-names.js';
import { isSomebody, isTelling, surnameOf } from '../../rules/privacy/name-forms.js';
import { isOnlyRelation } from '../../rules/privacy/relation.js';
import { renameEdits } from '../../rules/privacy/rename.js';
import { stretchesOf } from '../../rules/privacy/stretches.js';
import { allLinks } from '../../rules/structure/links.js';
import { FreshWords, placesOfWords } from './everywhere.js';
import { type KeptField, type Key, keyOf } from './key.js';

export interface Pseudonymised {
  readonly text: string;
  readonly key: Key;
  /** How much was replaced, by kind. */
  readonly counts: Readonly<Record<ReplacedKind, number>>;
}

export const REPLACED_KINDS = ['names', 'senders', 'ids', 'details', 'references', 'dates'] as const;
export type ReplacedKind = (typeof REPLACED_KINDS)[number];

export function pseudonymise(analysis: Analysis): Pseudonymised {
  const edits = new Edits();
  const { draft, model } = analysis;
  const kept: KeptField[] = [];
  edits.add('names', nameEdits(draft));
  edits.add('senders', senderEdits(draft));
  edits.add('ids', idEdits(draft));
  edits.add('details', detailEdits(draft));
  edits.add('references', referenceEdits(draft));
  for (const person of model.persons) {
    const { edits: own, fields } = personEdits(draft, person);
    edits.add('dates', own);
    kept.push(...fields);
  }
  const marks = markEdits(draft);
  kept.push(...marks.fields);
  const chosen = edits.chosen(marks.edits, analysis.text.length);
  return {
    text: applyEdits(analysis.text, chosen.all),
    key: keyOf(analysis.text, chosen.replaced, kept),
    counts: chosen.counts,
  };
}

/** Edits that don't touch each other: a name inside an e-mail address goes with the address. */
class Edits {
  private readonly all: { readonly kind: ReplacedKind; readonly edit: TextEdit }[] = [];

  add(kind: ReplacedKind, edits: readonly TextEdit[]): void {
    for (const edit of edits) this.all.push({ kind, edit });
  }

  /** @param length of the text */
  chosen(marks: readonly TextEdit[], length: number) {
    const sorted = [...this.all].sort(
      (a, b) => b.edit.end - b.edit.start - (a.edit.end - a.edit.start) || a.edit.start - b.edit.start,
    );
    const covered = new Int32Array(length + 1);
    const taken = sorted.filter(({ edit: { start, end } }, index) => {
      // None before it is shorter, so one that it touches holds its first or its last character.
      const isFree = start === end ? isBetween(covered, start) : !covered[start] && !covered[end - 1];
      if (isFree) covered.fill(index + 1, start, end);
      return isFree;
    });
    const counts = Object.fromEntries(
      REPLACED_KINDS.map((kind) => [kind, taken.filter((one) => one.kind === kind).length]),
    ) as Record<ReplacedKind, number>;
    const replaced = mergeEdits(taken.filter(({ kind }) => kind !== 'dates').map(({ edit }) => edit));
    return { all: mergeEdits([...taken.map(({ edit }) => edit), ...marks]), replaced, counts };
  }
}

/** Does no single stretch hold the characters on both sides? */
function isBetween(covered: Int32Array, at: number): boolean {
  return at === 0 || covered[at] === 0 || covered[at] !== covered[at - 1];
}

/** Whose name stands in the file as it is, and is more than 'moeder van …'. */
function realPersons(model: CaseModel): readonly Person[] {
  const names = new Set(model.persons.flatMap(({ data }) => (data.name === undefined ? [] : [data.name])));
  return model.persons.filter(
    ({ data }) => data.name !== undefined && data.pseudonym !== true && !isOnlyRelation(data.name, names),
  );
}

/**
 * Every form of a name, and each word of it by itself: here it is better to change a word too many than to leave a
 * surname. One that several bear gets a made-up surname of its own.
 */
function nameEdits(draft: Draft): TextEdit[] {
  const { doc, language, model } = draft;
  const persons = realPersons(model);
  const bearers = new Map<string, string[]>();
  const edits = persons.flatMap((person, index) => {
    const madeUp = madeUpName(doc, index, language);
    for (const word of (person.data.name ?? '').split(/\s+/).filter(isTelling))
      bearers.set(word, [...(bearers.get(word) ?? []), madeUp]);
    return renameEdits(draft, person, madeUp);
  });
  let shared = persons.length;
  const words = new Map<string, string>();
  for (const [word, [madeUp = '', ...others]] of bearers)
    words.set(word, others.length === 0 ? madeUp : madeUpName(doc, shared++, language));
  return [...edits, ...inTexts(draft, words)];
}

/** Who signed: told by what they are, `huisarts 1`; the office and the representative too. */
function senderEdits(draft: Draft): TextEdit[] {
  const { model, language } = draft;
  const fresh = new FreshWords(draft.doc.text);
  const named = new Map<string, string>();
  const own: [ScalarNode, string][] = [];
  const replace = (node: Node | undefined, word: string) => {
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value.trim() === '') return;
    const made = named.get(node.value) ?? fresh.next(word, ' ');
    named.set(node.value, made);
    own.push([node, made]);
  };
  for (const letter of model.letters) {
    const { role } = letter.data.from ?? {};
    const word = role === undefined ? '…' : withoutBrackets(enumTitle('letterSender.role', role, language));
    replace(senderName(letter), word);
  }
  const info = model.case;
  if (info) {
    replace(nodeAt(info, 'office'), say({ key: 'pseudonymise.office' }, language));
    const representative = nodeAt(info, 'representative');
    if (representative?.kind === 'map')
      replace(pairOf(representative, 'name')?.value, say({ key: 'pseudonymise.representative' }, language));
  }
  const surnames = new Map<string, string>();
  for (const [name, surname] of sendersSurnames(model)) {
    const made = named.get(name);
    if (made !== undefined && !surnames.has(surname)) surnames.set(surname, made);
  }
  return [...everywhere(draft, own), ...inTexts(draft, surnames)];
}

function senderName(letter: Letter): Node | undefined {
  const from = nodeAt(letter, 'from');
  return from?.kind === 'map' ? pairOf(from, 'name')?.value : undefined;
}

/** The names of senders and the representative who are somebody, with the surname by which a text may call them. */
function sendersSurnames(model: CaseModel): readonly (readonly [name: string, surname: string])[] {
  const persons = new Set(model.persons.flatMap(({ data }) => data.name?.split(/\s+/) ?? []));
  const names = [...model.letters.map(({ data }) => data.from?.name), model.case?.data.representative?.name];
  return names.flatMap((name) => {
    const surname = name !== undefined && isSomebody(name) ? surnameOf(name) : undefined;
    // A word that is also a person's goes by that person's other name.
    return name === undefined || surname === undefined || persons.has(surname)
      ? []
      : [[name, surname] as const];
  });
}

/** The values themselves, and the same words wherever a text or a comment has them. */
function everywhere(draft: Draft, own: readonly (readonly [ScalarNode, string])[]): TextEdit[] {
  const words = new Map<string, string>();
  for (const [node, made] of own) {
    const word = String(node.value).trim();
    if (word.length >= 3 && !words.has(word)) words.set(word, made);
  }
  // The values come first: of two edits of one place the first is taken, and this one minds the quotes.
  return [...own.map(([node, made]) => draft.setScalar(node, made)), ...inTexts(draft, words)];
}

function inTexts({ doc }: Draft, words: ReadonlyMap<string, string>): TextEdit[] {
  return words.size === 0 ? [] : placesOfWords(doc.text, textsOf(doc), words);
}

/** Where free text stands: values of that kind, and comments. */
function textsOf(doc: CaseDocument): readonly { start: number; end: number }[] {
  const values = [...kindsOf(doc)].flatMap(([node, kind]) =>
    kind === 'text' ? [{ start: doc.startOf(node), end: doc.endOf(node) }] : [],
  );
  const comments = doc.units.flatMap(({ unit }) =>
    unit.comments.map(({ start, end }) => ({ start: doc.base(unit) + start, end: doc.base(unit) + end })),
  );
  return [...values, ...comments];
}

/** Ids in which a name stands: `semon`, `brief-burgemeester-jansen`. */
function idEdits(draft: Draft): TextEdit[] {
  const { model, language } = draft;
  const ofPersons = realPersons(model).flatMap(({ data }) =>
    (data.name ?? '').split(/[\s-]+/).filter(isTelling),
  );
  const ofSenders = sendersSurnames(model).map(([, surname]) => surname);
  const words = new Set([...ofPersons, ...ofSenders].map(asId));
  const { definitions, references } = allLinks(model);
  const fresh = new FreshWords(draft.doc.text);
  const edits: TextEdit[] = [];
  const madeFor = (id: string, kind: string) => {
    const parts = id.split('-');
    if (!parts.some((part) => words.has(part))) return undefined;
    const rest = parts.filter((part) => !words.has(part)).join('-');
    const word = /^[a-z]/.test(rest) ? rest : say({ key: `completion.id-${kind}` }, language);
    return fresh.next(word, '-');
  };
  const made = new Map<string, string | undefined>();
  for (const { id, kind } of new Map(definitions.map((one) => [one.id, one])).values())
    made.set(id, madeFor(id, kind));
  for (const { id, node } of [...definitions, ...references]) {
    const other = made.get(id);
    if (other !== undefined) edits.push(draft.setScalar(node, other));
  }
  const caseId = model.case && nodeAt(model.case, 'id');
  const own = caseId?.kind === 'scalar' ? madeFor(String(caseId.value), 'caseInfo') : undefined;
  if (caseId && own !== undefined) edits.push(draft.setScalar(caseId, own));
  return edits;
}

function asId(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Numbers and addresses that lead to a person: the same number gets the same words. */
function detailEdits(draft: Draft): TextEdit[] {
  const { doc, language } = draft;
  const made = new Map<string, string>();
  const counts = new Map<string, number>();
  const edits: TextEdit[] = [];
  const vNumbers = new Set(draft.model.persons.map((person) => nodeAt(person, 'vNumber')));
  for (const { unit } of doc.units)
    for (const stretch of stretchesOf(unit)) {
      const { kind, node } = stretch;
      const is = node && kindsOf(doc).get(node);
      if (node && (is !== 'text' || vNumbers.has(node))) continue;
      const source = sourceOf(stretch);
      const plain = source.toLowerCase().replaceAll(/[\s.-]/g, '');
      let word = made.get(plain);
      if (word === undefined) {
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        word = say({ key: `pseudonymise.${kind}`, args: { number: count } }, language);
        made.set(plain, word);
      }
      edits.push(draft.replace(stretch, word));
    }
  return edits;
}

/** What the authority calls the case. */
function referenceEdits(draft: Draft): TextEdit[] {
  const own = draft.model.procedures.flatMap((procedure, index): [ScalarNode, string][] => {
    const node = nodeAt(procedure, 'reference');
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return [];
    const args = { number: index + 1 };
    return [[node, say({ key: 'pseudonymise.reference', args }, draft.language)]];
  });
  return everywhere(draft, own);
}

/** The day of birth becomes the year; the V-number goes. */
function personEdits(draft: Draft, person: Person): { edits: TextEdit[]; fields: KeptField[] } {
  const owner = mapOf(person);
  const { birthDate, vNumber } = person.data;
  const edits: TextEdit[] = [];
  const fields: KeptField[] = [];
  if (!owner) return { edits, fields };
  const at = draft.model.persons.indexOf(person);
  const date = parseDate(birthDate);
  const node = nodeAt(person, 'birthDate');
  if (date && date.precision !== 'year' && node) {
    const year = /^\d{4}/.exec(String(birthDate))?.[0] ?? '';
    const uncertain = /[~?]$/.exec(String(birthDate))?.[0] ?? '';
    edits.push(draft.setScalar(node, uncertain === '' ? Number(year) : year + uncertain));
    fields.push({ person: at, key: 'birthDate', value: String(birthDate) });
  }
  const number = pairOf(owner, 'vNumber');
  if (number) {
    edits.push(draft.removePairWhole(owner, number));
    if (vNumber !== undefined) fields.push({ person: at, key: 'vNumber', value: String(vNumber) });
  }
  return { edits, fields };
}

/** The file says of itself that names were changed. */
function markEdits(draft: Draft): { edits: TextEdit[]; fields: KeptField[] } {
  const { model } = draft;
  const edits: TextEdit[] = [];
  const fields: KeptField[] = [];
  const confidentiality = model.case && nodeAt(model.case, 'confidentiality');
  if (model.case?.data.confidentiality === 'real' && confidentiality) {
    edits.push(draft.setScalar(confidentiality, 'pseudonymised'));
    fields.push({ key: 'confidentiality', value: 'real' });
  }
  for (const person of realPersons(model)) {
    const owner = mapOf(person);
    if (!owner) continue;
    edits.push(markEdit(draft, person, owner));
    fields.push({
      person: model.persons.indexOf(person),
      key: 'pseudonym',
      value: nodeAt(person, 'pseudonym') ? 'false' : '',
    });
  }
  return { edits, fields };
}

function markEdit(draft: Draft, person: Person, owner: MapNode): TextEdit {
  const node = nodeAt(person, 'pseudonym');
  return node ? draft.setScalar(node, true) : draft.setKey(owner, 'person', 'pseudonym', true);
}
