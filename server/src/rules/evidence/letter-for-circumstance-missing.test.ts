import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'letter-for-circumstance-missing';
const MARK = '#       ^^^^ warning letter-for-circumstance-missing\n';

/** One circumstance, one letter linked to it, and what else stands below. */
const linked = (kind: string, role: string, rest = '') =>
  dutchCase(
    `circumstances:\n  - id: circ\n    kind: ${kind}\n    title: Zo is het\n    persons: [a]\nletters:\n  - id: brief\n    from: {role: ${role}}\n    status: signed\n    supports: [circ]\n${rest}`,
  );
const marked = (text: string) => text.replace('- id: circ\n', `- id: circ\n${MARK}`);
/** The rule on a pupil's school, which would speak instead, is off. */
const settings = { rules: { 'school-letter-missing': { severity: 'off' as const } } };
const silent = (text: string) => checkRule(RULE, text, { settings });
const speaks = (text: string) => checkRule(RULE, marked(text), { settings });

describe(RULE, () => {
  it('asks each kind for a letter of its own row', () => {
    const rows: Record<string, readonly string[]> = {
      'trauma-here': ['mental-health', 'physician'],
      dependency: ['physician', 'social-work', 'family'],
      violence: ['social-work', 'ngo', 'physician', 'child-protection'],
      rooted: [
        'municipality',
        'mayor',
        'employer',
        'school',
        'faith-community',
        'sports-club',
        'neighbour',
        'ngo',
      ],
      'long-residence': ['municipality', 'ngo'],
    };
    for (const [kind, roles] of Object.entries(rows)) {
      for (const role of roles) silent(linked(kind, role));
      speaks(linked(kind, 'lso'));
      speaks(linked(kind, 'other'));
    }
    speaks(linked('dependency', 'neighbour'));
    speaks(linked('rooted', 'family'));
  });

  it('asks nothing for kinds without a row, nor where the kind can not be read', () => {
    for (const kind of [
      'bereavement',
      'no-fault-stay',
      'livelihood',
      'other',
      'administrative-error',
      'rootd',
      '"{{soort}}"',
    ])
      silent(linked(kind, 'lso'));
  });

  it('takes a link from either side', () => {
    const other = linked('rooted', 'mayor').replace('    supports: [circ]\n', '');
    speaks(other);
    silent(other.replace('    persons: [a]\n', '    persons: [a]\n    evidence: [brief]\n'));
  });

  it('takes a document in place of a letter where RULES.md says so', () => {
    const document = (kind: string) =>
      `documents:\n  - id: doc\n    kind: ${kind}\n    title: D\n    supports: [circ]\n`;
    silent(linked('trauma-here', 'lso', document('medical')));
    silent(linked('education', 'lso', document('educational')));
    silent(linked('rooted-child', 'lso', document('educational')));
    speaks(linked('trauma-here', 'lso', document('educational')));
    speaks(linked('dependency', 'lso', document('medical')));
    speaks(linked('rooted', 'lso', document('educational')));
    silent(linked('education', 'lso', document('eductional')));
  });

  it('asks others than the school about a child under 5, and either where the age is open', () => {
    const of = (birth: string, role: string) =>
      linked('rooted-child', role).replace('arrivalDate: 2015', `birthDate: ${birth}`);
    silent(of('2020-01-01', 'physician'));
    silent(of('2020-01-01', 'child-protection'));
    speaks(of('2020-01-01', 'school'));
    silent(of('2010', 'school'));
    speaks(of('2010', 'physician'));
    speaks(of('2019-06-01', 'physician'));
    silent(of('2019-06-02', 'physician'));
    for (const open of ['2019', '2020?', '2019-06-01~']) {
      silent(of(open, 'school'));
      silent(of(open, 'physician'));
      speaks(of(open, 'neighbour'));
    }
    silent(of('2010', 'physician').replace('persons: [a]', 'persons: []'));
    silent(of('2010', 'physician').replace('referenceDate: 2024-06-01', 'referenceDate: "?"'));
  });

  it('looks at the circumstances of the claim; without a claim at all of the file', () => {
    const claim = (circumstances: string) => `claim:\n  id: v\n  kind: deferral\n${circumstances}`;
    speaks(linked('rooted', 'lso', claim('  circumstances: [circ]\n')));
    silent(linked('rooted', 'lso', claim('  circumstances: []\n')));
    silent(linked('rooted', 'lso', claim('')));
    silent(linked('rooted', 'lso', 'claim: later\n'));
  });

  it('leaves refused letters out, and counts planned ones', () => {
    const second = '  - {id: b2, from: {role: mayor}, status: refused, supports: [circ]}\n';
    speaks(linked('rooted', 'lso', second));
    silent(linked('rooted', 'lso', second.replace('refused', 'planned')));
    silent(linked('rooted', 'lso', second.replace('refused', 'unknown')));
  });

  it('is silent where a link, a sender or a section can not be read', () => {
    const text = linked('rooted', 'lso');
    silent(linked('rooted', 'majr'));
    silent(text.replace('supports: [circ]', 'supports: circ'));
    silent(text.replace('supports: [circ]', 'supports: [cric]'));
    speaks(text.replace('supports: [circ]', 'supports: [iets-heel-anders]'));
    silent(text.replace('persons: [a]', 'persons: [a]\n    evidence: [bief]'));
    silent(`${text}documents: geen\n`);
    silent(text.replace(/letters:[\s\S]*/, 'letters: komen\n'));
    speaks(`${text}timeline: niets\n`);
  });

  it('needs a letter that is certainly there', () => {
    const text = linked('rooted', 'lso');
    silent(text.replace('    status: signed\n', ''));
    silent(text.replace('signed', 'refused'));
    const off = { rules: { 'supporting-letters-missing': { severity: 'off' as const } } };
    checkRule(RULE, text.replace('signed', 'refused'), { settings: off });
    checkRule(RULE, text.replace(/letters:[\s\S]*/, ''), { settings: off });
    checkRule(RULE, text, { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('gives way to medical-evidence-missing, and silences circumstance-without-evidence', () => {
    const rules = (text: string) =>
      analyseText(text)
        .findings.map(({ rule }) => rule)
        .filter((rule) => [RULE, 'medical-evidence-missing', 'circumstance-without-evidence'].includes(rule));
    assert.deepEqual(rules(linked('medical', 'family')), ['medical-evidence-missing']);
    const unlinked = linked('rooted', 'lso').replace('    supports: [circ]\n', '');
    assert.deepEqual(rules(unlinked), [RULE]);
    assert.deepEqual(rules(unlinked.replace('rooted', 'bereavement')), ['circumstance-without-evidence']);
  });

  it('inserts a stub of the first sender', () => {
    const text = linked('dependency', 'neighbour');
    const { result, fix } = applyFix(text, RULE, 'insert-stub-physician');
    assert.ok(fix.preferred);
    assert.equal(say(fix.title, 'nl'), 'Conceptbrief invoegen voor huisarts');
    assert.match(
      result,
      /\n {2}- id: brief-huisarts\n {4}from:\n {6}role: physician\n {4}status: planned\n {4}supports: \[circ\]\n/,
    );
    silent(result);
  });

  it('keeps CRLF, four spaces and flow lists; links a circumstance without id from its own side', () => {
    const text =
      'vangnet: 1\ncase:\n    id: t\n    title: T\n    jurisdiction: nl\n    confidentiality: fictional\npersons:\n    - {id: a, name: Ada, role: applicant}\ncircumstances: [{kind: rooted, title: Hier, evidence: [b]}]\nletters: [{id: b, from: {role: lso}, status: signed}]\n'.replaceAll(
        '\n',
        '\r\n',
      );
    const { result } = applyFix(text, RULE, 'insert-stub-municipality');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(result, /evidence: \[b, brief-gemeente\]/);
    assert.match(result, /letters: \[\{id: b, [^\r]*\}, \{id: brief-gemeente, from: \{role: municipality\}/);
  });

  it('links a fitting letter that the file has; first where nothing else needs it', () => {
    const used = linked(
      'rooted',
      'lso',
      '  - {id: b2, from: {role: mayor}, status: signed, supports: [ev]}\n',
    );
    const event = 'timeline:\n  - {id: ev, date: 2019, title: E}\n';
    const ids = (text: string) =>
      analyseText(text)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id }) => id);
    assert.deepEqual(ids(used + event), ['insert-stub-municipality', 'link-b2']);
    assert.deepEqual(ids(used.replace(', supports: [ev]', '')), ['link-b2', 'insert-stub-municipality']);
    const from = used.replace(', supports: [ev]', '');
    checkFix(
      RULE,
      'link-b2',
      from,
      from.replace('    persons: [a]\n', '    persons: [a]\n    evidence: [b2]\n'),
    );
  });

  it('has words', () => {
    const text = linked('trauma-here', 'neighbour');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Bij ‘Zo is het’ ontbreekt nog een passende brief. Wie beslist, kan het zo moeilijk nagaan. Vraag iemand die dit uit eigen kennis kan bevestigen. Denk aan: ggz of huisarts.',
    );
    assert.match(messageOf(RULE, text, 'en'), /Think of: mental-health care or physician\.$/);
    assert.match(messageOf(RULE, text, 'de'), /^Zu „Zo is het“ fehlt noch ein passendes Schreiben\./);
    assert.match(messageOf(RULE, text.replace('Zo is het', '"{{titel}}"'), 'nl'), /^Bij ‘circ’ /);
    const long = text.replace(
      'Zo is het',
      'Onderbroken opleiding, en een netwerk dat in al die jaren verloren ging',
    );
    assert.match(
      messageOf(RULE, long, 'nl'),
      /^Bij ‘Onderbroken opleiding, en een netwerk dat in al…’ ontbreekt/,
    );
  });
});
