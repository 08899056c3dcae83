import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'counter-argument-unanswered';

interface Parts {
  readonly kind?: string;
  readonly answers?: string;
  readonly mark?: boolean;
}

function contested({ kind = 'arbitrariness', answers = '[]', mark = false }: Parts = {}): string {
  return dutchCase(`arguments:
  - id: arg
    title: T
    text: T
    cites: [nl.awb.3-2]
    answers: ${answers}
counterArguments:
  - id: contra
${mark ? '#       ^^^^^^ warning counter-argument-unanswered\n' : ''}    kind: ${kind}
    text: T
`);
}

function fixesOf(text: string): string[] {
  const [finding] = analyseText(text).findings.filter(({ rule }) => rule === RULE);
  return (finding?.fixes() ?? []).map(({ id, preferred }) => (preferred ? `${id} preferred` : id));
}

describe(RULE, () => {
  it('speaks at what no argument answers, of any kind and in both countries', () => {
    checkRule(RULE, contested({ mark: true }));
    checkRule(RULE, contested({ mark: true }).replace('    answers: []\n', ''));
    checkRule(RULE, contested({ kind: 'other', mark: true }));
    checkRule(RULE, contested({ kind: 'gerucht', mark: true }));
    checkRule(RULE, contested({ mark: true }).replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(
      RULE,
      dutchCase(`
counterArguments:
  - {id: een, kind: floodgates, text: T}
#        ^^^ warning counter-argument-unanswered
  - {id: twee, kind: floodgates, text: T}
#        ^^^^ warning counter-argument-unanswered
`),
    );
  });

  it('is silent where an argument answers it, or may', () => {
    for (const answers of ['[contra]', '[contr]', '["{{tegenargument}}"]', 'contra', ''])
      checkRule(RULE, contested({ answers }));
    checkRule(RULE, contested().replace('  - id: contra\n    kind', '  - kind'));
    checkRule(RULE, dutchCase('arguments: volgt\ncounterArguments:\n  - {id: c, kind: other, text: T}\n'));
    checkRule(RULE, contested({ answers: '[arg]', mark: true }));
  });

  it('is silent in closed cases', () => {
    checkRule(RULE, contested().replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'));
  });

  it('names the kind, where it has a name', () => {
    assert.equal(
      messageOf(RULE, contested(), 'nl'),
      'Op het tegenargument ‘willekeur’ is nog geen weerwoord. Wat onbesproken blijft, kan bij de beslissing tegen het verzoek tellen. Voeg een argument toe dat erop ingaat, en noem dit tegenargument daar bij ‘answers’ (weerwoord op).',
    );
    assert.match(messageOf(RULE, contested({ kind: 'other' }), 'nl'), /^Op dit tegenargument is nog geen/);
    assert.match(
      messageOf(RULE, contested(), 'en'),
      /^The counter-argument ‘arbitrariness’ has no rebuttal yet\./,
    );
    assert.match(messageOf(RULE, contested(), 'de'), /^Auf das Gegenargument „Willkür“ gibt es noch keine/);
  });

  it('offers the rebuttals of the kind and the country, the best first', () => {
    assert.deepEqual(fixesOf(contested()), [
      'answer-local-support-is-knowledge preferred',
      'answer-invisible-case-lso',
    ]);
    assert.deepEqual(fixesOf(contested().replace('jurisdiction: nl', 'jurisdiction: de')), [
      'answer-haertefall-oertliche-stimmen preferred',
    ]);
    assert.deepEqual(fixesOf(contested({ kind: 'other' })), []);
    assert.deepEqual(fixesOf(contested({ kind: 'gerucht' })), []);
  });

  it('marks the first that can be inserted', () => {
    const old = contested({ kind: 'no-new-facts' }).replace('2024-06-01', '1990-01-01');
    assert.deepEqual(fixesOf(old), []);
    const before2019 = contested({ kind: 'court-already-ruled' }).replace('2024-06-01', '1996-06-01');
    assert.deepEqual(fixesOf(before2019), ['answer-new-ties-after-ruling preferred']);
  });

  it('clears it with every rebuttal of every kind', () => {
    for (const jurisdiction of ['nl', 'de'])
      for (const kind of [
        'court-already-ruled',
        'arbitrariness',
        'false-hope',
        'own-choice',
        'no-new-facts',
        'return-possible',
        'public-order',
        'floodgates',
      ]) {
        const text = contested({ kind }).replace('jurisdiction: nl', `jurisdiction: ${jurisdiction}`);
        const fixes = fixesOf(text);
        assert.ok(fixes.length > 0, kind);
        for (const fix of fixes) checkRule(RULE, applyFix(text, RULE, fix.replace(' preferred', '')).result);
      }
  });

  it('inserts the rebuttal with what it answers', () => {
    const { result, fix } = applyFix(contested(), RULE, 'answer-local-support-is-knowledge');
    assert.match(result, /\n {4}snippet: local-support-is-knowledge\n/);
    assert.match(result, /\n {4}answers: \[contra\]\ncounterArguments:\n/);
    assert.equal(say(fix.title, 'en'), 'Insert the rebuttal: local support is knowledge');
  });

  it('lets an argument that is there already answer it', () => {
    const there = (answers: string) =>
      contested({ answers }).replace(
        '    title: T\n',
        '    snippet: local-support-is-knowledge\n    title: T\n',
      );
    checkFix(RULE, 'answer-local-support-is-knowledge', there('[]'), there('[contra]'));
    checkFix(
      RULE,
      'answer-local-support-is-knowledge',
      there('[]').replace('    answers: []\n', ''),
      there('[contra]'),
    );
  });

  it('answers what nothing answers yet, not what another argument answers already', () => {
    const text = (answers: string) =>
      dutchCase(`arguments:
  - {id: een, title: T, text: T, cites: [nl.awb.3-2], answers: [k1]}
  - {id: twee, snippet: exception-not-floodgate, title: T, text: T, cites: [nl.awb.4-84], answers: ${answers}}
counterArguments:
  - {id: k1, kind: floodgates, text: T}
  - {id: k2, kind: floodgates, text: T}
`);
    checkFix(RULE, 'answer-exception-not-floodgate', text('[]'), text('[k2]'));
  });

  it('says that someone can’t leave only of circumstances that show it', () => {
    const text = (kind: string) =>
      contested({ kind: 'return-possible' }).replace(
        'arguments:\n',
        `circumstances:\n  - {id: circ, kind: ${kind}, title: Iets, since: 2019}\narguments:\n`,
      );
    const inserted = (kind: string, fix: string) => applyFix(text(kind), RULE, fix).result;
    for (const fix of ['answer-cannot-leave-through-no-fault', 'answer-stateless-no-return']) {
      assert.match(inserted('statelessness', fix), /gaat om ‘Iets’;.*\n {4}supports: \[circ\]\n/s);
      assert.match(inserted('rooted', fix), /gaat\s+om \{\{omstandigheid\}\};/);
      assert.doesNotMatch(inserted('rooted', fix), /supports:/);
    }
    assert.match(inserted('no-fault-stay', 'answer-cannot-leave-through-no-fault'), /supports: \[circ\]/);
    assert.doesNotMatch(inserted('no-fault-stay', 'answer-stateless-no-return'), /supports:/);
  });

  it('calls nothing new that certainly began before the last refusal', () => {
    const text = contested({ kind: 'no-new-facts' }).replace(
      'arguments:\n',
      `procedures:
  - {id: p, kind: asylum, lodged: 2016, decided: 2017-03-01, outcome: rejected}
circumstances:
  - {id: oud, kind: rooted, title: Oud, since: 2015}
  - {id: toen, kind: medical, title: Toen, since: 2017}
  - {id: nieuw, kind: medical, title: Nieuw, since: 2019}
  - {id: ooit, kind: other, title: Ooit}
arguments:
`,
    );
    const { result } = applyFix(text, RULE, 'answer-new-facts-since-refusal');
    assert.match(result, /supports: \[toen, nieuw, ooit\]\n/);
    assert.match(
      applyFix(text, RULE, 'answer-hardship-arises-over-time').result,
      /supports: \[oud, toen, nieuw, ooit\]\n/,
    );
  });

  it('keeps CRLF, four spaces and lists that stand under their key', () => {
    const text = `vangnet: 1
case:
    id: t
    title: T
    jurisdiction: nl
    confidentiality: fictional
persons:
- id: a
  name: Ada
  role: applicant
counterArguments:
- id: contra
  kind: floodgates
  text: T
`.replaceAll('\n', '\r\n');
    const { result } = applyFix(text, RULE, 'answer-exception-not-floodgate');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(result, /\r\narguments:\r\n- id: arg-exception-not-floodgate\r\n {2}snippet: /);
    assert.match(result, /\r\n {2}answers: \[contra\]\r\ncounterArguments:\r\n/);
  });
});
