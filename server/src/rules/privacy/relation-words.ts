/** Words by which a file calls someone without naming anyone: 'Moeder van Sem'on', 'jongste zus', 'Vater'. Lower case. */

/** What someone is to another, or in the case. */
export const RELATIONS: ReadonlySet<string> = words(`
  aanvrager medeaanvrager verzoeker verzoekster betrokkene persoon client cliënt
  moeder vader ouder ouders mama papa voogd verzorger verzorgster
  broer broers broertje broertjes zus zussen zusje zusjes zuster zusters
  kind kinderen zoon zoons zonen zoontje dochter dochters dochtertje baby tweeling peuter kleuter
  partner echtgenoot echtgenote man vrouw vriend vriendin verloofde weduwe weduwnaar
  oma opa grootmoeder grootvader grootouders kleinkind kleinkinderen kleinzoon kleindochter
  tante oom neef neefje nicht nichtje gezin familie familielid buurman buurvrouw buren

  applicant claimant person
  mother father parent parents mum mom mummy dad daddy guardian carer
  brother brothers sister sisters sibling siblings
  child children son sons daughter daughters infant twin twins toddler
  spouse husband wife fiancé fiancée fiance fiancee friend boyfriend girlfriend widow widower
  grandmother grandfather grandparent grandparents grandma grandpa grandchild grandchildren grandson granddaughter
  aunt uncle cousin nephew niece family relative neighbour neighbor

  antragsteller antragstellerin antragstellende betroffene betroffener
  mutter vater elternteil eltern mama papa vormund
  bruder brüder schwester schwestern geschwister
  kind kinder sohn söhne tochter töchter baby zwilling zwillinge
  partnerin ehemann ehefrau ehegatte ehegattin mann frau freund freundin verlobter verlobte witwe witwer
  großmutter großvater großeltern oma opa enkel enkelin enkelkind enkelkinder enkelsohn enkeltochter
  tante onkel cousin cousine vetter neffe nichte familie angehöriger angehörige verwandter verwandte nachbar nachbarin
`);

/** Beginnings of such words: 'schoonmoeder', 'half-brother', 'Stiefvater'. */
export const PREFIXES: readonly string[] = [
  ...words(`
    adoptie groot half overgroot pleeg schoon stief tweeling
    adoptive ex foster grand great half step
    adoptiv groß halb pflege schwieger stief ur zwillings
  `),
];

/** Endings of English ones: 'mother-in-law'. */
export const ENDINGS: readonly string[] = ['-in-law'];

/** What may stand before or behind the relation without naming anyone. */
export const COMPANIONS: ReadonlySet<string> = words(`
  de het een mijn zijn haar hun onze ons en
  oudste jongste middelste oudere jongere eerste tweede derde vierde andere enige kleine grote biologische
  overleden minderjarige meerderjarige volwassen ongeboren pasgeboren

  the a an my his her their our and
  eldest oldest youngest middle elder older younger first second third fourth other only little big biological
  late deceased minor adult unborn newborn foster adoptive twin

  der die das ein eine mein meine sein seine ihr ihre unser unsere und
  älteste ältester ältestes jüngste jüngster jüngstes mittlere mittlerer mittleres ältere älterer älteres
  jüngere jüngerer jüngeres erste erster erstes zweite zweiter zweites dritte dritter drittes andere anderer anderes
  einzige einziger einziges kleine kleiner kleines leibliche leiblicher leibliches
  verstorbene verstorbener verstorbenes minderjährige minderjähriger minderjähriges erwachsene erwachsener
  ungeborene ungeborenes neugeborene neugeborenes person
`);

/** Behind these stands whose relation it is. */
export const LINKS: ReadonlySet<string> = words('van of to von vom der des');

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
