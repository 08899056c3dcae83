import assert from 'node:assert/strict';
import { parseCase } from '../../core/document.js';
import { findIn, stretchesOf } from './stretches.js';

/** What is found in a text, as `kind: stretch`. */
function found(text: string): string[] {
  return findIn(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

/** The text holds just the stretch that stands between its « and ». */
function finds(kind: string, marked: string): void {
  const stretch = /«(.*)»/.exec(marked)?.[1];
  assert.deepEqual(found(marked.replaceAll(/[«»]/g, '')), [`${kind}: ${stretch}`], marked);
}

function findsNothing(...texts: string[]): void {
  for (const text of texts) assert.deepEqual(found(text), [], text);
}

describe('stretches of a text that lead to a person', () => {
  it('are nine digits that pass the 11-test', () => {
    for (const text of [
      '«123456782»',
      'BSN «123456782».',
      'bsn:«111222333», of',
      '(«012345672»)',
      'in 2015 «123456782»',
      'doc-«123456782»',
      'nummer «1234 56 782» van',
      '«123.456.782»',
      '«12 34 56 782»',
      '«123\u00a0456\u00a0782»',
    ])
      finds('bsn', text);
  });

  it('are no nine digits that fail it, are all zero, or that something joins', () => {
    findsNothing('123456789', '000000000', '000 000 000', '123456783');
    findsNothing('1234567820', 'x123456782', '123456782x', 'é123456782', '+123456782');
    findsNothing(
      '123456782/1',
      '1/123456782',
      'nr.123456782',
      '123456782.pdf',
      '123456782.1',
      '1.123.456.782',
    );
    findsNothing('12 123 456 782', '123 456 782 10', '1 2 3 4 5 6 7 8 2', '123-456-782', '123  456  782');
  });

  it('are ten digits behind a word for a V-number', () => {
    for (const text of [
      'V-nummer «2712345678»',
      'v-nr. «2712345678»',
      'V\u2011nummer «2712345678»',
      'vreemdelingennummer: "«2712345678»"',
      'Zijn V-nummer bij de IND is «2712345678».',
      'V-number «271 234 5678»',
      'V-Nummer\n    «2712345678»',
      'aliens number «2712345678»',
      'vNumber: «0612345678»',
    ])
      finds('v-number', text);
    findsNothing('2712345678', 'V-nummer 271234567', 'V-nummer 27123456789', 'V-nummer 0000000000');
    findsNothing('V-nummer onbekend. Dossier 2712345678', 'V-nummer 2712345678/1', 'Av-nummer 2712345678');
  });

  it('are phone numbers', () => {
    for (const text of [
      'bel «06-12345678»',
      '(«06-12345678»)',
      '(«+31 (0)20 1234567»)',
      '«06 12 34 56 78»',
      '«06-2034 5678»',
      '«06-2012 3456»',
      '«0612345678»',
      '«+31612345678»',
      '«+31 6 1234 5678»',
      '«+31 (0)20 123 45 67»',
      '«0031 20 1234567»',
      '«(020) 123 45 67»',
      '«020-1234567»',
      '«020 - 123 45 67»',
      '«0592 123456»',
      '«+49 431 1234567»',
      '«+49 (0) 431 988-0»'.replace('988-0', '98812-10'),
      '«0431 9881234»',
      '«030 123456»',
      '«01512 3456789»',
      '«01701234567»',
      'Tel.: «06-12345678». Daarna',
      'op 04-05-2013 «06-12345678»',
      '«06-12345678» 2 keer',
    ])
      finds('phone', text);
    assert.deepEqual(found('020-1234567 030-7654321'), ['phone: 020-1234567', 'phone: 030-7654321']);
    assert.deepEqual(found('06-12345678/020-1234567'), []);
  });

  it('are no dates, references or other numbers', () => {
    findsNothing(
      '04-05-2013',
      '04-05-2013 12',
      '04-05-2013 - 06-07-2014',
      '04.05.2013 06.07.2014',
      '04 05 2013 1234',
    );
    findsNothing('09-2019 10-2020', '03-2018 - 05-2020', '04-05-13 - 06-07-14', '2013-05-04 2014-06-05');
    findsNothing(
      '202002664/1',
      '0612345678/1',
      '06-12345678/2',
      'Z06-12345678',
      '06.12345678',
      'AWB 09/12345',
    );
    findsNothing(
      '0123456789',
      '0201234567',
      '0000 000000',
      '06-123456',
      '0800',
      '08:30 09:45',
      '+31 6',
      '+32 470 123456',
    );
    findsNothing('ECLI:NL:RVS:2022:2290', 'Stcrt. 2019, 24564', '1 000 000 000');
  });

  it('are e-mail addresses', () => {
    for (const text of [
      'via «buurvrouw@example.org».',
      '<«a.b+c@sub.example.nl»>',
      'mailto:«jan_jansen@example.nl»',
      'het «ada@example.org»-adres',
      '«jörg@münchen.example»',
      '«06-12345678@example.org»',
    ])
      finds('email', text);
    findsNothing(
      '@naam',
      'naam@gemeente',
      'a @ b.nl',
      'https://www.raadvanstate.nl/@114920/samenvatting',
      'x@1.2',
    );
    assert.deepEqual(found('123456782@example.org'), ['bsn: 123456782']);
  });

  it('are bank accounts that pass their check', () => {
    for (const text of [
      '«NL91ABNA0417164300»',
      'IBAN «NL91 ABNA 0417 1643 00» en',
      '«nl91abna0417164300»',
      '«NL91.ABNA.0417.1643.00».',
      '«DE89 3704 0044 0532 0130 00»',
      '«DE89370400440532013000»',
      '«BE71 0961 2345 6769» 12',
    ])
      finds('iban', text);
    findsNothing('NL92 ABNA 0417 1643 00', 'NL92ABNA0417164300', 'DE88 3704 0044 0532 0130 00');
    findsNothing('NL91ABNA04171643001', 'XNL91ABNA0417164300', 'NL91 ABNA 0417', 'nl20 mensen');
  });

  it('are Dutch postcodes with a house number', () => {
    for (const text of [
      '«1234 AB 12»',
      'op «1234AB, 12a» te',
      '«1234 AB-12»',
      '«1234 AB nr. 12-3»',
      'Dorpsstraat «12, 1234 AB» Utrecht',
      'Dorpsstraat «12 bis, 1234 AB» Utrecht'.replace(' bis', '-bis'),
      'Dorpsstr. «12 1234 AB»',
    ])
      finds('address', text);
    findsNothing(
      '1234 AB',
      '1234 AB Utrecht',
      '1234 SS 12',
      '0234 AB 12',
      '12345 AB 12',
      '1234 ab 12',
      '1234 ABC 12',
    );
    findsNothing('2019 EN 2020', 'in 2013, 1234 AB Utrecht', '1234 AB 12-05-2013', '1234 AB 12/3');
  });

  it('are each told once, as the first that applies', () => {
    assert.deepEqual(found('012 345 672'), ['bsn: 012 345 672']);
    assert.deepEqual(found('V-nummer 123456782'), ['bsn: 123456782']);
    assert.deepEqual(found('V-nummer 0612345678'), ['v-number: 0612345678']);
    assert.deepEqual(found('+31 123456782'), ['phone: +31 123456782']);
    assert.deepEqual(found('06-12345678, a@b.nl, 1234 AB 1 en 123456782'), [
      'phone: 06-12345678',
      'email: a@b.nl',
      'address: 1234 AB 1',
      'bsn: 123456782',
    ]);
  });

  it('are found in a time that grows with the text alone', () => {
    const started = performance.now();
    for (const piece of [
      '1',
      '0 1',
      '12 ',
      '06-',
      '+31 (0',
      '(',
      'a@',
      'a.',
      'V-nummer ',
      'NL91 ',
      '1234 AB, ',
      '04-05-',
    ])
      findIn(piece.repeat(Math.ceil(100_000 / piece.length)));
    const spent = performance.now() - started;
    assert.ok(spent < 5000, `${spent} ms`);
  });
});

describe('stretches of a unit', () => {
  function inFile(text: string): string[] {
    return parseCase(text).units.flatMap(({ unit }) =>
      stretchesOf(unit).map(({ kind, start, end, node }) => {
        const where = node ? node.style : 'comment';
        return `${where} ${kind}: ${unit.text.slice(start, end)}`;
      }),
    );
  }

  it('stand in values of every kind and in comments, not in keys', () => {
    assert.deepEqual(
      inFile(
        [
          '# 111222333',
          'x-a: 123456782 # 06-12345678',
          'x-123456782: 012345672',
          `x-b: '06-12345678'`,
          'x-c: >- # 111222333',
          '  tel 06-12345678',
          'x-d: [123456782, {y: "06-12345678"}]',
          'x-e: "{{123456782}}"',
          'x-f: {{123456782}}',
          '',
        ].join('\n'),
      ).sort(),
      [
        'comment bsn: 111222333',
        'comment bsn: 111222333',
        'comment phone: 06-12345678',
        'double phone: 06-12345678',
        'folded phone: 06-12345678',
        'plain bsn: 012345672',
        'plain bsn: 123456782',
        'plain bsn: 123456782',
        'single phone: 06-12345678',
      ],
    );
  });

  it('are not joined by the letter of an escape', () => {
    assert.deepEqual(inFile('x-a: "tel\\n123456782\\tx"\n'), ['double bsn: 123456782']);
    assert.deepEqual(inFile('x-a: "a\\/123456782"\n'), []);
  });

  it('are looked for once in a unit that stays the same', () => {
    const first = parseCase('x-a: 123456782\nx-b: 1\n');
    const next = parseCase('x-a: 123456782\nx-b: 2\n', first);
    const [before, after] = [first, next].map(({ units }) => stretchesOf(units[0]!.unit));
    assert.equal(before, after);
  });
});
