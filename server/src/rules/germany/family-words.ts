/** Does a circumstance of kind `other` tell of family? Read off its own words, in German, Dutch or English. */

import { Kept } from '../../core/kept.js';
import { late } from '../../core/late.js';
import type { Circumstance } from '../../core/model.js';

/** Parts of words that name relatives, wherever they stand in a word: ‘Großmutter’, ‘familiebanden’. */
const ANYWHERE = [
  'famili|kleinkind|stiefkind|pflegekind|pleegkind|angehörig|verwandt|mutter|mütter|vater|väter|eltern|bruder|brüder|schwester|geschwister',
  'tochter|töchter|söhn|ehefrau|ehemann|ehepartner|ehegatt|verheiratet|heirat|verlob|lebensgefährt|witwe|cousin',
  'gezin|moeder|vader|ouders|broer|dochter|echtgeno|huwelijk|getrouwd|verloofd|weduw',
  'mother|father|parent|brother|sister|sibling|daughter|relatives|husband|spouse|marri|famil|kinship',
];

/** Words that are also parts of others: ‘Ansprechpartner’, ‘zusammen’, ‘nicht’, ‘diploma’. */
const AT_THE_BEGINNING = [
  'partner|kind|child|ehe(?:lich|leute|schließ)|nichten?(?!\\p{L})|sohn|onkel|tante|neffe|enkel|schwager|schwäger|schwieger',
  'zoon|zus(?:je|sen|ter)?(?!\\p{L})|oom(?!\\p{L})|neef|neven|nichtje|opa(?!\\p{L})|oma(?!\\p{L})|schoon(?:ouder|moeder|vader)',
  'sons?(?!\\p{L})|wife|wives|uncle|aunt|nephew|niece|grand(?:ma|pa)',
];

const familyWords = late(
  () => new RegExp(`${ANYWHERE.join('|')}|(?<!\\p{L})(?:${AT_THE_BEGINNING.join('|')})`, 'iu'),
);

/** ‘Ehe’ is a marriage, ‘ehe’ a conjunction. */
const MARRIAGE = /(?<!\p{L})Ehe(?!\p{L})/u;

/** Read once for a circumstance, however many versions of the file hold it. */
const known = new Kept<Circumstance, boolean>();

export function speaksOfFamily(circumstance: Circumstance): boolean {
  let answer = known.get(circumstance);
  if (answer === undefined) {
    const { title, description } = circumstance.data;
    const text = `${title ?? ''} ${description ?? ''}`;
    answer = familyWords().test(text) || MARRIAGE.test(text);
    known.set(circumstance, answer);
  }
  return answer;
}
