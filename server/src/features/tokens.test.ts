import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyseText, dutchCase } from '../testing/marked.js';
import { tokensOf } from './tokens.js';

/** `kind text` of every token from the given one on; fields left out unless asked for. */
function tokens(text: string, fields = false): string[] {
  return tokensOf(analyseText(text))
    .filter(({ kind }) => fields || kind !== 'field')
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

/** Those of the body, behind the head of the case. */
function own(body: string): string[] {
  const all = tokens(dutchCase(body));
  return all.slice(all.indexOf('date 2015') + 1);
}

describe('tokens', () => {
  it('tell fields that the format knows from those that it doesn’t', () => {
    assert.deepEqual(
      tokens('vangnet: 1\nclaim:\n  id: v\n  kindd: deferral\n  x-own: 1\nletter: []\n', true),
      ['section vangnet', 'section claim', 'field id', 'own-id v'],
    );
  });

  it('stand once where two sections share their items by an alias', () => {
    const text = dutchCase('letters: &b\n  - {id: l, from: {role: mayor}, status: planned}\ndocuments: *b\n');
    const found = tokensOf(analyseText(text)).filter(({ start }) => start > text.indexOf('letters'));
    assert.deepEqual(
      found.map(({ start }) => start),
      [...new Set(found.map(({ start }) => start))],
    );
    assert.ok(found.some(({ kind, start }) => kind === 'choice' && text.startsWith('planned', start)));
  });

  it('tell an own id from a reference, and none of a reference that leads nowhere or to the wrong kind', () => {
    assert.deepEqual(
      own(`
        circumstances:
        - {id: circ, kind: medical, title: T, persons: [a, weg, circ], evidence: ["brief"]}
        letters:
        - id: brief
          from: {role: mayor}
      `),
      [
        'section circumstances',
        'own-id circ',
        'choice medical',
        'reference a',
        'reference "brief"',
        'section letters',
        'own-id brief',
        'choice mayor',
      ],
    );
  });

  it('tell choices and dates that are some', () => {
    assert.deepEqual(
      own(`
        timeline:
          - id: e
            date: 2019-05~ # ongeveer
            kind: familie
            title: Val
          - id: f
            date: 04-05-2013
            kind: family
            title: 2013
      `),
      ['section timeline', 'own-id e', 'date 2019-05~', 'own-id f', 'choice family'],
    );
  });

  it('tell sources of the catalogue, rulings and addresses', () => {
    assert.deepEqual(
      own(`
        procedures:
          - {id: p, kind: asylum, lodged: 2015, remedies: [{id: r, kind: appeal, lodged: 2016, ruling: "ECLI:NL:RVS:2021:1"}]}
        claim:
          id: v
          grounds: [nl.vw.14, nl.vw.999, ECLI:NL:RVS:2021:2, https://example.org/x]
      `).filter((token) => /source|ruling|address/.test(token)),
      [
        'ruling "ECLI:NL:RVS:2021:1"',
        'source nl.vw.14',
        'ruling ECLI:NL:RVS:2021:2',
        'address https://example.org/x',
      ],
    );
  });

  it('tell every blank, in texts of several lines too, and nothing else of such a value', () => {
    assert.deepEqual(
      own(`
        arguments:
          - id: "{{kenmerk}}"
            title: {{titel}}
            text: >-
              Op {{datum}} kwam
              {{naam}} met [naam] naar TODO.
            cites: ["{{bron}}", nl.vw.14]
      `),
      [
        'section arguments',
        'blank {{kenmerk}}',
        'blank {{titel}}',
        'blank {{datum}}',
        'blank {{naam}}',
        'blank [naam]',
        'blank TODO',
        'blank {{bron}}',
        'source nl.vw.14',
      ],
    );
  });

  it('tell what silences a check, and which', () => {
    assert.deepEqual(
      tokens(
        '# vangnet-ignore-file claim-missing: komt nog\nvangnet: 1\n# vangnet-ignore dit-niet: x\nclaim:\n# vangnet-ignore\n',
      ),
      [
        'directive vangnet-ignore-file',
        'rule claim-missing',
        'section vangnet',
        'directive vangnet-ignore',
        'section claim',
        'directive vangnet-ignore',
      ],
    );
  });

  it('never overlap, and end on their own line, with CRLF too', () => {
    for (const name of ['semon.case.yaml', 'common-mistakes.case.yaml'])
      for (const eol of ['\n', '\r\n']) {
        const text = readFileSync(`samples/${name}`, 'utf8').replaceAll('\n', eol);
        const analysis = analyseText(text);
        let last = 0;
        for (const { start, end } of tokensOf(analysis)) {
          assert.ok(start >= last && end > start, `${name} ${text.slice(start, end)}`);
          assert.ok(!/[\r\n]/.test(text.slice(start, end)), name);
          last = end;
        }
        assert.ok(tokensOf(analysis).length > 10, name);
      }
  });

  it('stand once for what an alias repeats, and live through what can’t be read', () => {
    assert.deepEqual(own('letters:\n- &b {id: brief, status: signed}\n- *b\ndocuments:\n- id: "d\n'), [
      'section letters',
      'own-id brief',
      'choice signed',
      'section documents',
    ]);
  });

  it('are worked out once for a version, and once for a part', () => {
    const analysis = analyseText(dutchCase(''));
    assert.equal(tokensOf(analysis), tokensOf(analysis));
  });
});
