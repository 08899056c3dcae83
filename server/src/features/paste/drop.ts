/** A file that is dropped on a case becomes a letter or a document of it. */

import type { Fields } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import { blank } from '../../core/words/placeholders.js';
import { schemaField } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { idWord } from '../completion/skeleton.js';

export const DROP_KINDS = ['letter', 'document'] as const;
export type DropKind = (typeof DROP_KINDS)[number];

export interface Dropped {
  readonly kind: DropKind;
  readonly id: string;
  readonly edit: TextEdit;
}

/**
 * Both ways to take it up, the likelier first by the file's name.
 * @param path from the case file on, with slashes
 */
export function dropped(analysis: Analysis, path: string): readonly Dropped[] {
  const kinds = looksLikeLetter(path) ? DROP_KINDS : [...DROP_KINDS].reverse();
  return kinds.map((kind) => {
    const fields = kind === 'letter' ? letterOf(analysis, path) : documentOf(analysis, path);
    const section = kind === 'letter' ? 'letters' : 'documents';
    return { kind, id: String(fields.id), edit: analysis.draft.appendItems(section, [fields]) };
  });
}

/** A path below or beside the case file: not an address, not from the root of a disk. */
export function isRelativePath(path: string): boolean {
  return path.length <= 1000 && path.trim() !== '' && !/^[/\\]|^[A-Za-z][\w+.-]*:|[\0-\x1F\\]/.test(path);
}

function looksLikeLetter(path: string): boolean {
  return /brief|letter|schreiben|steun|aanbeveling|empfehlung/i.test(nameOf(path));
}

function letterOf({ draft }: Analysis, file: string): Fields {
  return {
    id: newId(draft, 'letter', file),
    from: { role: blankOf(draft, 'letterSender', 'role') },
    status: 'received',
    file,
  };
}

function documentOf({ draft }: Analysis, file: string): Fields {
  return {
    id: newId(draft, 'document', file),
    kind: blankOf(draft, 'document', 'kind'),
    title: nameOf(file).replaceAll('_', ' ').trim() || blankOf(draft, 'document', 'title'),
    file,
  };
}

/** The file's name without what says of which kind it is. */
function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/, '').normalize('NFC');
}

/** `brief-burgemeester` of ‘brief burgemeester.pdf’: the word of its kind stands before it once. */
function newId(draft: Analysis['draft'], def: DropKind, file: string): string {
  const word = idWord(def, draft.language);
  const name = nameOf(file).slice(0, 40);
  return draft.newIds()(name.toLowerCase().startsWith(word) ? name : `${word}-${name}`);
}

function blankOf({ language }: Analysis['draft'], def: string, key: string): string {
  return blank(schemaField(def, key, language)?.title ?? key);
}
