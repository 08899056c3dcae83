/** Files that are dropped on a case become letters or documents of it. */

import { type Draft, type Fields, whereThereIsRoom } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import { blank } from '../../core/words/placeholders.js';
import { schemaField } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { idWord } from '../completion/skeleton.js';

export const DROP_KINDS = ['letter', 'document'] as const;
export type DropKind = (typeof DROP_KINDS)[number];

export interface Dropped {
  readonly kind: DropKind;
  readonly ids: readonly string[];
  readonly edit: TextEdit;
}

/**
 * The ways to take them up, the likelier first by the first one's name; a list that can't be written to is none.
 * @param paths from the case file on, with slashes; at least one
 */
export function dropped(analysis: Analysis, paths: readonly string[]): readonly Dropped[] {
  const { draft } = analysis;
  const kinds = looksLikeLetter(paths[0] ?? '') ? DROP_KINDS : [...DROP_KINDS].reverse();
  return kinds.flatMap((kind) => {
    const newId = draft.newIds();
    const fieldsOf = kind === 'letter' ? letterOf : documentOf;
    const items = paths.map((path) => ({ id: newId(idFor(draft, kind, path)), ...fieldsOf(draft, path) }));
    const edit = whereThereIsRoom(() =>
      draft.appendItems(kind === 'letter' ? 'letters' : 'documents', items),
    );
    return edit ? [{ kind, ids: items.map(({ id }) => id), edit }] : [];
  });
}

/** A path below or beside the case file: not an address, not from the root of a disk. */
export function isRelativePath(path: string): boolean {
  return path.length <= 1000 && path.trim() !== '' && !/^\/|^[A-Za-z][\w+.-]*:|\p{Cc}|\\/u.test(path);
}

function looksLikeLetter(path: string): boolean {
  return /brief|letter|schreiben|steun|aanbeveling|empfehlung/i.test(nameOf(path));
}

function letterOf(draft: Draft, file: string): Fields {
  return { from: { role: blankOf(draft, 'letterSender', 'role') }, status: 'received', file };
}

function documentOf(draft: Draft, file: string): Fields {
  const title = nameOf(file).replaceAll('_', ' ').trim();
  return {
    kind: blankOf(draft, 'document', 'kind'),
    title: title === '' ? blankOf(draft, 'document', 'title') : title,
    file,
  };
}

/** The file's name without what says of which kind it is. */
function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/, '').normalize('NFC');
}

/** `brief-burgemeester` of ‘brief burgemeester.pdf’: the word of its kind stands before it once. */
function idFor({ language }: Draft, def: DropKind, file: string): string {
  const word = idWord(def, language);
  const name = nameOf(file).slice(0, 40);
  return name.toLowerCase().startsWith(word) ? name : `${word}-${name}`;
}

function blankOf({ language }: Draft, def: string, key: string): string {
  return blank(schemaField(def, key, language)?.title ?? key);
}
