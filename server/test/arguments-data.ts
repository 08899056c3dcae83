// What the tests of the argument snippets share: the files as read, the catalogue they must equal, sample facts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import MessageFormatModule from '@messageformat/core';
import { parse } from 'yaml';

// The package is CommonJS: its default export is what `import` gives, whatever its types say.
const MessageFormat = MessageFormatModule as unknown as typeof MessageFormatModule.default;

export type Language = 'nl' | 'en' | 'de';
type Texts = Partial<Record<Language, string>>;

interface Variant {
  from?: string;
  to?: string;
  text: Texts;
  cites: string[];
}
interface Snippet {
  id: string;
  jurisdiction: 'nl' | 'de';
  title: Texts;
  fits: { circumstances?: string[]; procedures?: string[]; when?: string[] };
  rank: number;
  text?: Texts;
  cites?: string[];
  variants?: Variant[];
  answers: string[];
}
interface Fact {
  id: string;
  type: 'text' | 'phrase' | 'number' | 'source';
  source?: string;
}
interface Source {
  id: string;
  inForce?: { from?: string };
}

export const words = (list: string): string[] => list.trim().split(/\s+/);
const load = <T>(name: string): T => parse(readFileSync(`server/knowledge/${name}.yaml`, 'utf8')) as T;

export const snippets = load<Snippet[]>('arguments');
export const facts = load<Fact[]>('facts');
export const sources = load<Source[]>('sources');

export const dutch = words(`
  hardship-arises-over-time minister-remains-competent reasons-must-be-given proportionality
  judge-looked-at-legality new-ties-after-ruling return-directive-any-moment private-life-roots
  best-interests-of-the-child rooted-child-school combination-of-circumstances no-ordinary-ground-fits
  medical-situation dependency-on-care trauma-in-the-netherlands gender-related-violence
  bereavement-in-the-netherlands cannot-leave-through-no-fault authority-error long-stay-has-causes
  fear-of-return-and-long-procedures local-support-is-knowledge invisible-case-lso mayor-duty-of-care
  exception-not-floodgate new-facts-since-refusal stateless-no-return policy-cannot-cover-everything
  comparison-with-germany`);
export const german = words(`
  haertefall-dringende-gruende haertefall-integration haertefall-familie haertefall-gesundheit
  haertefall-keine-andere-moeglichkeit haertefall-kein-ausschluss haertefall-verhaeltnismaessigkeit
  haertefall-kindeswohl haertefall-langer-aufenthalt haertefall-oertliche-stimmen
  haertefall-rueckkehr-unzumutbar haertefall-einzelfall`);
export const rebuttals: Record<'nl' | 'de', Record<string, string[]>> = {
  nl: {
    'court-already-ruled': [
      'judge-looked-at-legality',
      'minister-remains-competent',
      'new-ties-after-ruling',
    ],
    arbitrariness: ['invisible-case-lso', 'local-support-is-knowledge'],
    'false-hope': ['fear-of-return-and-long-procedures', 'long-stay-has-causes'],
    'own-choice': ['fear-of-return-and-long-procedures', 'long-stay-has-causes'],
    'no-new-facts': ['hardship-arises-over-time', 'new-facts-since-refusal'],
    'return-possible': ['cannot-leave-through-no-fault', 'stateless-no-return'],
    'public-order': ['proportionality'],
    floodgates: ['exception-not-floodgate', 'policy-cannot-cover-everything'],
  },
  de: {
    'court-already-ruled': ['haertefall-langer-aufenthalt'],
    arbitrariness: ['haertefall-oertliche-stimmen'],
    'false-hope': ['haertefall-langer-aufenthalt'],
    'own-choice': ['haertefall-langer-aufenthalt'],
    'no-new-facts': ['haertefall-langer-aufenthalt'],
    'return-possible': ['haertefall-rueckkehr-unzumutbar'],
    'public-order': ['haertefall-einzelfall'],
    floodgates: ['haertefall-einzelfall'],
  },
};
export const circumstanceKinds =
  words(`rooted rooted-child medical psychological bereavement violence trauma-here
  dependency no-fault-stay statelessness long-residence administrative-error education livelihood other`);

export const snippet = (id: string): Snippet => {
  const found = snippets.find((entry) => entry.id === id);
  assert.ok(found, `no snippet ${id}`);
  return found;
};
/** Every text of a snippet with the sources that carry it. */
export const editions = (entry: Snippet): { text: Texts; cites: string[] }[] =>
  entry.variants ?? [{ text: entry.text ?? {}, cites: entry.cites ?? [] }];

interface Written {
  id: string;
  language: Language;
  text: string;
  cites: string[];
}
export const written: Written[] = snippets.flatMap((entry) =>
  editions(entry).flatMap(({ text, cites }) =>
    Object.entries(text).map(([language, message]) => ({
      id: entry.id,
      language: language as Language,
      text: message,
      cites,
    })),
  ),
);

const phrases: Record<Language, Record<string, string>> = {
  nl: {
    childAges: '9 jaar',
    stay: 'ruim 17 jaar',
    arrival: 'in 2003',
    firstLodged: 'in 2003',
    firstDecided: 'op 4 mei 2004',
    lastRefusal: 'op 8 december 2015',
    circumstance: '‘17 jaar in Nederland’',
    circumstances: '‘17 jaar in Nederland’',
    circumstanceSince: 'in 2003',
    senders: 'de burgemeester en de huisarts',
    authority: 'de IND',
    authorityReason: 'De IND verlangde een paspoort',
  },
  en: {
    childAges: '9 years',
    stay: 'over 17 years',
    arrival: 'in 2003',
    firstLodged: 'in 2003',
    firstDecided: 'on 4 May 2004',
    lastRefusal: 'on 8 December 2015',
    circumstance: '‘17 years in the Netherlands’',
    circumstances: '‘17 years in the Netherlands’',
    circumstanceSince: 'in 2003',
    senders: 'the mayor and the physician',
    authority: 'the IND',
    authorityReason: 'The IND asked for a passport',
  },
  de: {
    childAges: '9 Jahre',
    stay: 'gut 9 Jahre',
    arrival: '2016',
    firstLodged: '2016',
    firstDecided: 'am 4. Mai 2018',
    lastRefusal: 'am 8. Dezember 2023',
    circumstance: '„neun Jahre in Kiel“',
    circumstances: '„neun Jahre in Kiel“',
    circumstanceSince: '2016',
    senders: 'Bürgermeisteramt und Arztpraxis',
    authority: 'das BAMF',
    authorityReason: 'Ein Pass wurde verlangt',
  },
};
export const counts = (count: number): Record<string, number> => ({
  applicantCount: count,
  personCount: count,
  childCount: count,
});
export const sample = (language: Language, names: string, count: number): Record<string, unknown> => ({
  ...phrases[language],
  newCircumstance: phrases[language].circumstance,
  newCircumstanceSince: phrases[language].circumstanceSince,
  allCircumstances: phrases[language].circumstances,
  applicants: names,
  firstApplicants: names,
  errorApplicants: names,
  persons: names,
  children: names,
  ...counts(count),
});
export const several = (language: Language): Record<string, unknown> => {
  const and = { nl: 'en', en: 'and', de: 'und' }[language];
  const titles = phrases[language].circumstances!;
  const facts = sample(language, `Amina, Yusuf ${and} Sara`, 3);
  const list = `${titles}, ${titles} ${and} ${titles}`;
  return { ...facts, circumstances: list, allCircumstances: list };
};
export const compile = (text: string, language: Language): ((facts: Record<string, unknown>) => string) =>
  new MessageFormat(language).compile(text);
