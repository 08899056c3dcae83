import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'argument-without-source';
const argument = (rest: string) => `arguments:\n  - id: arg\n    title: T\n    text: X\n${rest}`;
const mark = (text: string) => text.replace('- id: arg\n', `- id: arg\n#       ^^^ warning ${RULE}\n`);

function fixIds(text: string): string[] | undefined {
  return analyseText(text)
    .findings.find(({ rule }) => rule === RULE)
    ?.fixes()
    .map(({ id }) => id);
}

describe(RULE, () => {
  it('speaks at the argument, or at its empty list', () => {
    checkRule(RULE, mark(dutchCase(argument(''))));
    checkRule(RULE, dutchCase(argument(`    cites: []\n#          ^^ warning ${RULE}\n`)));
    checkRule(
      RULE,
      dutchCase(`arguments:\n  - {id: arg, title: T, text: X}\n#        ^^^ warning ${RULE}\n`),
    );
  });

  it('is silent where a source is or may be named', () => {
    checkRule(RULE, dutchCase(argument('    cites: [echr.8]\n')));
    checkRule(RULE, dutchCase(argument('    cites: ["ECLI:NL:RVS:2022:285"]\n')));
    checkRule(RULE, dutchCase(argument('    cites: echr.8\n')));
    checkRule(RULE, dutchCase(argument('    cites: ["{{bron}}"]\n')));
    checkRule(RULE, dutchCase(argument('    cites: "{{bron}}"\n')));
    checkRule(RULE, dutchCase(argument('    cites:\n')));
    checkRule(RULE, dutchCase(argument('    cite: [echr.8]\n')));
    checkRule(RULE, dutchCase('arguments:\n  -\n'));
  });

  it('cites what its snippet cites, as far as that existed', () => {
    const snippet = '    snippet: proportionality\n';
    checkFix(
      RULE,
      'cite-snippet',
      dutchCase(argument(snippet)),
      dutchCase(argument(`${snippet}    cites: [nl.awb.3-4-2, nl.awb.4-84, nl.rvs.harderwijk]\n`)),
    );
    checkFix(
      RULE,
      'cite-snippet',
      dutchCase(argument(`${snippet}    cites: []\n`)).replace('2024-06-01', '2019-01-01'),
      dutchCase(argument(`${snippet}    cites: [nl.awb.3-4-2, nl.awb.4-84]\n`)).replace(
        '2024-06-01',
        '2019-01-01',
      ),
    );
  });

  it('takes the sources of the snippet’s text of the day', () => {
    const text = dutchCase(argument('    snippet: minister-remains-competent\n'));
    const at = (day: string) =>
      say(
        analyseText(text.replace('2024-06-01', day))
          .findings.find(({ rule }) => rule === RULE)
          ?.fixes()[0]?.title ?? { key: '' },
        'nl',
      );
    assert.equal(
      at('2024-06-01'),
      'Bronnen noemen: advies Raad van State van 13 maart 2019 en rapport Een humanitair vangnet (2020)',
    );
    assert.equal(
      at('2026-01-01'),
      'Bronnen noemen: art. 14 Vw, uitspraak Raad van State van 27 augustus 2025 en rapport Een humanitair vangnet (2020)',
    );
  });

  it('offers the sources that fit what it supports', () => {
    const circumstances =
      'circumstances:\n  - {id: circ, kind: violence, title: Geweld}\n  - {id: hier, kind: rooted, title: Hier}\n';
    const text = dutchCase(`${circumstances}${argument('    supports: [circ]\n')}`);
    assert.deepEqual(fixIds(text), [
      'cite-nl.awb.3-2',
      'cite-nl.los.schrijnend',
      'cite-nl.dtv.schrijnend',
      'cite-nl.awb.4-84',
      'cite-nl.rvs.2016.2840',
    ]);
    checkFix(
      RULE,
      'cite-nl.awb.3-2',
      text,
      dutchCase(`${circumstances}${argument('    supports: [circ]\n    cites: [nl.awb.3-2]\n')}`),
    );
  });

  it('offers the sources of rebuttals for what it answers, those of the claim where it supports nothing', () => {
    const counter = 'counterArguments:\n  - {id: contra, kind: floodgates, text: X}\n';
    assert.deepEqual(fixIds(dutchCase(`${argument('    answers: [contra]\n')}${counter}`))?.slice(0, 2), [
      'cite-nl.awb.4-84',
      'cite-nl.acvz-2019',
    ]);
    const german = dutchCase(
      `circumstances:\n  - {id: c, kind: rooted-child, title: K}\nclaim: {id: v, kind: deferral, circumstances: [c]}\n${argument('')}`,
    ).replace('jurisdiction: nl', 'jurisdiction: de');
    assert.deepEqual(fixIds(german)?.slice(0, 2), ['cite-crc.3', 'cite-echr.8']);
    assert.deepEqual(fixIds(dutchCase(argument(''))), []);
  });

  it('does not offer a single source twice', () => {
    const ids = fixIds(
      dutchCase(
        `circumstances:\n  - {id: c, kind: bereavement, title: T}\n${argument('    snippet: haertefall-kein-ausschluss\n    supports: [c]\n')}`,
      ).replace('jurisdiction: nl', 'jurisdiction: de'),
    );
    assert.equal(ids?.[0], 'cite-snippet');
    assert.ok(!ids?.includes('cite-de.aufenthg.23a'), ids?.join());
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, dutchCase(argument('')), 'nl'),
      'Dit argument noemt nog geen bron. Zo leest het als een mening die niemand kan nagaan. Noem bij ‘cites’ (bronnen) de wet, de uitspraak of de publicatie waar het op steunt.',
    );
  });
});
