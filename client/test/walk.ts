/** Sem'on as somebody tells it who fills in forms: labels and answers, nothing of how a file is written. */
import type { FieldAnswers, FormAnswers } from './driver.js';

export const NEW_CASE: FormAnswers = {
  'Naam of pseudoniem': "Sem'on",
  Titel: "Sem'on: verblijf na een gestrande verlenging",
  Geboortedatum: '1986~',
  Nationaliteit: 'Irak',
  'Datum van aankomst': '2003',
  'Eerste aanvraag': '2003',
  'Wat maakt het schrijnend?': ['Worteling', 'Medisch', 'Fout van de overheid'],
  Organisatie: 'Vangnet Rechtshulp',
};

type Form = readonly [list: string, form: string, answers: FormAnswers];

const event = (title: string, kind: string, date: string): Form => [
  'timeline',
  'Gebeurtenis',
  { Titel: title, 'Soort gebeurtenis': kind, Datum: date },
];
const procedure = (
  kind: string,
  authority: string,
  lodged: string,
  decided: string,
  reason: string,
): Form => [
  'procedures',
  'Procedure',
  {
    'Soort procedure': kind,
    'Wie beslist': authority,
    'Datum van de aanvraag': lodged,
    'Datum van het besluit': decided,
    Uitkomst: 'Afgewezen',
    'Reden van het besluit': reason,
  },
];
const letter = (role: string, name: string, ...supports: string[]): Form => [
  'letters',
  'Steunbrief',
  {
    'Rol van de afzender': role,
    'Naam van de afzender': name,
    'Stand van de brief': 'Ondertekend',
    'Datum van de brief': '2-11-2020',
    Onderbouwt: supports,
  },
];
const paper = (kind: string, title: string, date: string, ...supports: string[]): Form => [
  'documents',
  'Bewijsstuk',
  { 'Soort bewijsstuk': kind, Titel: title, 'Datum van het stuk': date, Onderbouwt: supports },
];
const argument = (answers: FormAnswers): Form => ['arguments', 'Argument', answers];

/** What is added, in the order in which a colleague would. */
export const ADDED: readonly Form[] = [
  [
    'persons',
    'Persoon',
    { Naam: "Moeder van Sem'on", 'Rol in de zaak': 'Ouder', 'Datum van aankomst': '2003' },
  ],
  ['persons', 'Persoon', { Naam: "Vader van Sem'on", 'Rol in de zaak': 'Ouder' }],
  event('Op zijn zeventiende uit huis gezet', 'Familie', '2004'),
  event('Dakloze jongere', 'Wonen', '2004 tot 2007'),
  event('Mbo: marketing en communicatie', 'Opleiding', '2006 tot 2008'),
  event('Vrijwilligerswerk in het buurthuis', 'Meedoen', '9-2009 tot 2014'),
  event('De ambassade geeft geen paspoort', 'Procedure', 'augustus 2013'),
  event('Leven in de schaduw', 'Wonen', '2014 tot 2020'),
  procedure('Verlenging', 'IND', '2013', '11-2-2014', 'De IND vroeg: een Iraaks paspoort'),
  procedure('Verlenging', 'IND', '2015-06', '8-12-2015', 'De aanvraag kwam te laat'),
  procedure('discretionaire', 'Staatssecretaris', '18 april 2019', '10-3-2020', 'Niet schrijnend genoeg'),
  [
    'circumstances',
    'Omstandigheid',
    {
      'Soort omstandigheid': 'Psychisch',
      Titel: 'Voortdurend bang voor uitzetting',
      Sinds: 'sinds 2016',
      Beschrijving:
        "Sem'on leeft met de angst om ontdekt en uitgezet te worden: de ggz behandelt hem daarvoor sinds 2017.",
    },
  ],
  letter('Burgemeester', 'Burgemeester van de woongemeente', 'Thuis in Nederland', 'Vrijwilligerswerk'),
  letter('School', 'Mentor van de mbo-school', 'Mbo: marketing', 'Thuis in Nederland'),
  letter('Arts', 'Huisarts', 'Veel gezondheidsproblemen'),
  letter('ggz', 'Behandelaar bij de ggz', 'Voortdurend bang'),
  [
    'letters',
    'Steunbrief',
    {
      'Rol van de afzender': 'Hulporganisatie',
      'Naam van de afzender': 'Steunpunt',
      'Stand van de brief': 'Gevraagd',
      Onderbouwt: ['Leven in de schaduw', 'Dakloze jongere'],
    },
  ],
  paper('Officieel', 'Bericht van de IND: de eis had niet gemogen', '5-2015', 'Vergunning verloren'),
  paper('Officieel', 'Brief van de ambassade over het paspoort', '2013-08', 'De ambassade geeft'),
  paper('Machtiging', 'Machtiging aan de advocaat', '28-3-2019'),
  [
    'counterArguments',
    'Tegenargument',
    { 'Soort tegenargument': 'Eigen keuze', 'Van wie': 'Staatssecretaris' },
  ],
  ['counterArguments', 'Tegenargument', { 'Soort tegenargument': 'Geen nieuwe feiten', 'Van wie': 'IND' }],
  argument({ Voorbeeldtekst: 'Schrijnendheid ontstaat', 'Weerwoord op': ['geen nieuwe feiten'] }),
  argument({ Voorbeeldtekst: 'Het lange verblijf heeft oorzaken', 'Weerwoord op': ['eigen keuze'] }),
  argument({ Voorbeeldtekst: 'De omstandigheden samen' }),
  argument({ Voorbeeldtekst: 'Steun uit de omgeving' }),
];

const described = (
  title: string,
  since: string,
  description: string,
  more: FieldAnswers = {},
): FieldAnswers => ({
  Titel: title,
  Sinds: since,
  Beschrijving: description,
  ...more,
});

export type Change = readonly [at: string, answers: FieldAnswers];

/** What a new case leaves open: filled in where a text of the file tells of it. Before the rest is added. */
export const FILLED_IN: readonly Change[] = [
  [
    'case:',
    {
      Peildatum: '14-12-2020',
      'Stand van de zaak': 'Definitief',
      'Naam van de gemachtigde': 'mr. A. Voorbeeld',
      'Rol van de gemachtigde': 'Advocaat',
    },
  ],
  [
    'role: applicant',
    {
      Geslacht: 'Man',
      Verblijfsstatus: 'Zonder verblijfsrecht',
      Identiteitspapieren: 'Geen',
      'Bijzondere kwetsbaarheid': ['Geïsoleerd'],
    },
  ],
  [
    'id: proc-eerste',
    {
      'Soort procedure': 'Reguliere',
      'Wie beslist': 'IND',
      'Datum van het besluit': '2003',
      Uitkomst: 'Ingewilligd',
    },
  ],
  [
    'kind: rooted',
    described(
      'Thuis in Nederland',
      '2003',
      "Sem'on werd in Nederland volwassen: hij spreekt Nederlands, haalde hier zijn mbo-certificaten en deed vrijwilligerswerk.",
    ),
  ],
  [
    'kind: medical',
    described(
      'Veel gezondheidsproblemen',
      '2017',
      "Sem'on is sinds maart 2017 onder behandeling van de huisarts; de klachten worden erger bij onzekerheid over zijn verblijf.",
      {
        Verblijfsdoel: 'Uitstel van vertrek',
        'Waarom dit niet helpt':
          'De klachten hangen samen met een leven zonder verblijfsrecht: uitstel geeft geen oplossing die blijft.',
      },
    ),
  ],
  [
    'kind: administrative-error',
    described(
      'Vergunning verloren door een eis die niet had gemogen',
      '2013',
      'In 2013 vroeg de IND een Iraaks paspoort. In 2015 liet de IND weten dat die eis niet gesteld had mogen worden.',
    ),
  ],
];

/** What refers to what was added meanwhile. */
export const CONNECTED: readonly Change[] = [
  ['case:', { Machtiging: 'Machtiging aan' }],
  [
    'lodged: 2015-06',
    {
      'Fout van de instantie': 'Ja',
      'Rechtsmiddel toevoegen …': {
        'Soort rechtsmiddel': 'Bezwaar',
        'Datum van indiening': '29-12-2015',
        'Datum van de beslissing': '17-5-2016',
        Uitkomst: 'Ongegrond',
      },
    },
  ],
  [
    'claim:',
    {
      'Datum van indiening': '18-4-2019',
      'Naar voren gebracht in': ['discretionaire'],
      'Gericht aan': 'Staatssecretaris',
      Rechtsgronden: ['art. 3.4, derde lid'],
      'Omstandigheden van het verzoek': ['Voortdurend bang'],
      'Wat wordt gevraagd':
        "Sem'on vraagt om een vergunning met de discretionaire bevoegdheid: het gaat om alle omstandigheden samen.",
    },
  ],
];
