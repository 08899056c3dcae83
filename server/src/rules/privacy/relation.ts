/** Is a name a name, or does it only say what someone is to another? */

import { COMPANIONS, ENDINGS, LINKS, PREFIXES, RELATIONS } from './relation-words.js';

/**
 * 'Moeder', 'jongste zus', 'Kind 2', 'Vader van Sem'on', 'Ada's mother'. Not 'Oma Truus', 'Mother Teresa' or 'Hans
 * Vater': these name someone. `others` are the names in the file, by which 'Adas Mutter' is told from a surname.
 */
export function isOnlyRelation(name: string, others: ReadonlySet<string>): boolean {
  const parts = name
    .normalize('NFC')
    .trim()
    .split(/[\s/&,()]+/)
    .filter((part) => part !== '');
  const start = isOwner(parts[0], others) ? 1 : 0;
  let related = false;
  for (const part of parts.slice(start)) {
    const word = part.toLowerCase().replace(/\.$/, '');
    if (related && LINKS.has(word)) return true;
    if (isRelation(word)) related = true;
    else if (!COMPANIONS.has(word) && !isNumber(word)) return false;
  }
  return related;
}

export function isRelation(word: string): boolean {
  if (RELATIONS.has(word)) return true;
  const ending = ENDINGS.find((candidate) => word.endsWith(candidate));
  if (ending !== undefined) return isRelation(word.slice(0, -ending.length));
  const prefix = PREFIXES.find((candidate) => word.startsWith(candidate) && word.length > candidate.length);
  return prefix !== undefined && isRelation(word.slice(prefix.length).replace(/^-/, ''));
}

/** 'Kind 2', 'Tochter A' */
function isNumber(word: string): boolean {
  return /^(?:[0-9]{1,2}|\p{L})$/u.test(word);
}

function isOwner(part: string | undefined, others: ReadonlySet<string>): boolean {
  const found = /^(.*?)(['’]?)s$|^(.*)['’]$/u.exec(part ?? '');
  if (!found) return false;
  return found[2] !== '' || others.has(found[1] ?? found[3] ?? '');
}
