import assert from 'node:assert/strict';
import { cleanCharacters, proseOf } from './clean.js';

describe('the text of a paste', () => {
  const characters: [what: string, raw: string, clean: string][] = [
    ['non-breaking spaces', 'art.\u00A03.4\u202Fen\u20075', 'art. 3.4 en 5'],
    ['zero-width characters and marks of direction', 'ze\u200Bker\uFEFF \u200Ehier\u2060', 'zeker hier'],
    ['soft hyphens', 'vreem\u00ADde\u00ADling', 'vreemdeling'],
    ['a word broken at a soft hyphen', 'vreem\u00AD\r\nde\u00ADling', 'vreemdeling'],
    ['line ends of all kinds', 'a\r\nb\rc\vd\u2028e\u2029f\u0085g\fh', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['controls', 'a\u0007b\tc', 'ab c'],
    ['the place of a picture', 'zie \uFFFC hier', 'zie  hier'],
    ['joiners between Latin letters', 'zij\u200Dn', 'zijn'],
  ];
  for (const [what, raw, clean] of characters)
    it(`loses ${what}`, () => assert.equal(cleanCharacters(raw), clean));

  const kept = [
    'Zij zei: “het is ‘goed’ zo” – en … ‰ § 23a',
    'می\u200Cخواهم',
    'een gezin 👨\u200D👩\u200D👧',
    'twee  spaties, É, ẞ, ﬁ',
  ];
  for (const text of kept) it(`keeps ‘${text}’`, () => assert.equal(cleanCharacters(text), text));

  const prose: [what: string, raw: string, paragraphs: string[][]][] = [
    ['paragraphs of Outlook', 'Een.\r\n\r\n\r\nTwee.\r\n', [['Een.'], ['Twee.']]],
    ['paragraphs of Word', 'Een.\rTwee.\r', [['Een.', 'Twee.']]],
    [
      'an address',
      'Gemeente Utrecht\nafdeling zorg\nStadsplateau 1',
      [['Gemeente Utrecht', 'afdeling zorg', 'Stadsplateau 1']],
    ],
    [
      'the lines of a page',
      'Zij woont sinds 2003 in Nederland en heeft hier haar\nhele schooltijd doorgebracht, met goede cijfers en een\ndiploma in 2014.',
      [
        [
          'Zij woont sinds 2003 in Nederland en heeft hier haar hele schooltijd doorgebracht, met goede cijfers en een diploma in 2014.',
        ],
      ],
    ],
    [
      'a list, whose items are as long as each other',
      '- een brief van de school over haar inzet en\n- een brief van de huisarts over de behandeling',
      [['- een brief van de school over haar inzet en', '- een brief van de huisarts over de behandeling']],
    ],
    [
      'two sentences on lines of their own',
      'Zij woont al sinds haar kinderjaren in Nederland.\nHaar ouders zijn nooit naar Irak teruggegaan.',
      [
        [
          'Zij woont al sinds haar kinderjaren in Nederland.',
          'Haar ouders zijn nooit naar Irak teruggegaan.',
        ],
      ],
    ],
    [
      'a broken word that is whole elsewhere',
      'De vreemdelingenpolitie heeft haar die dag niet vreem-\ndelingenpolitie genoemd, maar vroeg of zij meekwam.',
      [
        [
          'De vreemdelingenpolitie heeft haar die dag niet vreemdelingenpolitie genoemd, maar vroeg of zij meekwam.',
        ],
      ],
    ],
    [
      'a broken word that is nowhere whole: its hyphen may belong to it',
      'De aanvraag werd op 3 mei van dat jaar door de IND niet-\nontvankelijk verklaard, zonder dat zij was gehoord.',
      [
        [
          'De aanvraag werd op 3 mei van dat jaar door de IND niet-ontvankelijk verklaard, zonder dat zij was gehoord.',
        ],
      ],
    ],
    [
      'a hyphen for a part of a word',
      'De school schrijft over de leerling en haar in-\nen uitschrijving in het jaar waarin zij verhuisde.',
      [
        [
          'De school schrijft over de leerling en haar in- en uitschrijving in het jaar waarin zij verhuisde.',
        ],
      ],
    ],
  ];
  for (const [what, raw, paragraphs] of prose)
    it(`has ${what}`, () => assert.deepEqual(proseOf(raw, ''), paragraphs));
});
