/** The key of a pseudonymised file: what was replaced by what. It names real people: it is written only when asked for. */

import { mapOf, nodeAt } from '../../core/case/access.js';
import { applyEdits, mergeEdits } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import { pairOf } from '../../core/tree.js';
import type { Analysis } from '../../pipeline/analysis.js';

/** A word of the pseudonymised file, and what stood in its places, in the order of the text. */
export interface KeptWord {
  readonly made: string;
  readonly real: readonly string[];
}

/** A field that was changed or taken away; of the person at that place in the list, else of the case. */
export interface KeptField {
  readonly person?: number;
  readonly key: 'birthDate' | 'vNumber' | 'pseudonym' | 'confidentiality';
  /** Empty where the field wasn't there. */
  readonly value: string;
}

export interface Key {
  readonly vangnetKey: 1;
  readonly words: readonly KeptWord[];
  readonly fields: readonly KeptField[];
}

export function keyOf(text: string, edits: readonly TextEdit[], fields: readonly KeptField[]): Key {
  const words = new Map<string, string[]>();
  for (const { start, end, text: made } of edits) {
    const real = text.slice(start, end);
    const known = words.get(made);
    if (known) known.push(real);
    else words.set(made, [real]);
  }
  return { vangnetKey: 1, words: [...words].map(([made, real]) => ({ made, real })), fields };
}

/** Is it a key, in all of its parts? It may have been edited by hand. */
export function isKey(value: unknown): value is Key {
  if (typeof value !== 'object' || value === null) return false;
  const { vangnetKey, words, fields } = value as Partial<Record<keyof Key, unknown>>;
  return (
    vangnetKey === 1 &&
    Array.isArray(words) &&
    words.every(isWord) &&
    Array.isArray(fields) &&
    fields.every(isField)
  );
}

function isWord(value: unknown): value is KeptWord {
  const { made, real } = (value ?? {}) as Partial<Record<keyof KeptWord, unknown>>;
  return (
    typeof made === 'string' &&
    made !== '' &&
    Array.isArray(real) &&
    real.length > 0 &&
    real.every((one) => typeof one === 'string')
  );
}

const KEYS: ReadonlySet<unknown> = new Set(['birthDate', 'vNumber', 'pseudonym', 'confidentiality']);

function isField(value: unknown): value is KeptField {
  const { person, key, value: kept } = (value ?? {}) as Partial<Record<keyof KeptField, unknown>>;
  return KEYS.has(key) && typeof kept === 'string' && (person === undefined || Number.isInteger(person));
}

/**
 * The words of the key put back. Where a word still stands as often as it was put in, each place gets what stood
 * there; where the text was edited meanwhile, each gets what stood there most.
 */
export function restoreWords(text: string, { words }: Key): string {
  const edits: TextEdit[] = [];
  for (const { made, real } of [...words].sort((a, b) => b.made.length - a.made.length)) {
    const places = placesOf(text, made).filter(
      (start) => !edits.some((edit) => edit.start < start + made.length && start < edit.end),
    );
    const isSame = places.length === real.length;
    const usual = mostOf(real);
    places.forEach((start, index) => {
      edits.push({ start, end: start + made.length, text: isSame ? (real[index] as string) : usual });
    });
  }
  return applyEdits(text, mergeEdits(edits));
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    if (isApart(text[at - 1]) && isApart(text[at + word.length])) places.push(at);
  return places;
}

/** A hyphen joins ids: `brief` is not to be found in `brief-school`. In names it doesn't (everywhere.ts, `standsAlone`). */
function isApart(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}_-]/u.test(character);
}

function mostOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The fields of the key put back; what isn't there any more is left out. */
export function restoreFields({ model, draft, text }: Analysis, { fields }: Key): string {
  const edits: TextEdit[] = [];
  for (const { person: at, key, value } of fields) {
    const part = at === undefined ? model.case : model.persons[at];
    const owner = part && mapOf(part);
    if (!part || !owner) continue;
    const node = nodeAt(part, key);
    const pair = pairOf(owner, key);
    if (key === 'pseudonym') {
      if (pair && value === '') edits.push(draft.removePairWhole(owner, pair));
      else if (node) edits.push(draft.setScalar(node, value === 'true'));
    } else if (node) edits.push(draft.setScalar(node, value));
    else edits.push(draft.setKey(owner, at === undefined ? 'caseInfo' : 'person', key, value));
  }
  return applyEdits(text, mergeEdits(edits));
}
