import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { LANGUAGES, type Language, say } from '../../core/words/words.js';
import { RULES } from '../../generated/rules.js';
import { readConfig } from '../../pipeline/config.js';
import { readCursor } from '../../testing/marked.js';
import { chosenFrom } from '../../testing/offers.js';
import { documentationOf } from '../completion/documentation.js';
import { formatEdits } from '../format/format.js';
import { fieldCard, valueCard } from '../hover/field.js';
import { docsOf } from '../rule-docs.js';
import { configCompletionsAt } from './complete.js';
import { CONFIG_FORMAT } from './config-format.js';
import { configFixesIn } from './fixes.js';
import { configHoverAt } from './hover.js';
import { configOutlineOf } from './symbols.js';

function offers(marked: string, language: Language = 'nl', typed?: string) {
  const { text, offset } = readCursor(marked);
  return configCompletionsAt(readConfig(text), offset, language, typed);
}

const labels = (marked: string) => offers(marked).map(({ label }) => label);

/** What is offered says what it is, as the person sees it in the list. */
const noted = (marked: string, language?: Language) =>
  offers(marked, language).map(({ label, note }) => `${label} | ${note}`);

const chosen = (marked: string, label: string) =>
  chosenFrom(marked, label, (text, offset) => configCompletionsAt(readConfig(text), offset, 'nl'));

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];

describe('completion in the configuration', () => {
  it('offers the fields that are still missing, with what they are', () => {
    assert.deepEqual(noted('█'), [
      'rules | controles',
      'language | taal',
      'ignore | overgeslagen',
      'new | nieuwe zaken',
    ]);
    assert.deepEqual(labels('language: nl\nrules:\n  unused-item: off\n█'), ['ignore', 'new']);
    assert.deepEqual(labels('rules:\n  unused-item: off\nla█\nignore: [a]\n'), ['language', 'new']);
  });

  it('offers every check by its id, with its title and group, but for those that are set', () => {
    const all = noted('rules:\n  █\n');
    assert.equal(all.length, RULES.length);
    assert.ok(all.includes('unexplained-gap | Gat in de tijd · volgorde en datums'), all.join('\n'));
    assert.ok(!labels('rules:\n  unused-item: off\n  █\n').includes('unused-item'));
    assert.ok(offers('rules:\n  █\n').every(({ filter, about }) => filter !== '' && about.of === 'rule'));
  });

  it('stands in the midst of broken and half-typed text', () => {
    assert.ok(labels('rules:\n  unus█\n  : : [\nlanguage: nl\n').includes('unused-item'));
    assert.ok(labels('rules: {unused-item: off, rem█').includes('remedy-late'));
    assert.deepEqual(labels('rules:\n  unused-item:w█\n'), SEVERITIES);
    assert.deepEqual(labels('language: "█\n'), ['Nederlands', 'Engels', 'Duits']);
  });

  it('offers severities with what they are called, and tells the ordinary one', () => {
    assert.deepEqual(noted('rules:\n  unused-item: █\n'), [
      'off | uit',
      'hint | suggestie · standaard',
      'information | ter informatie',
      'warning | let op',
      'error | aanpassen',
    ]);
    assert.deepEqual(noted('rules: {remedy-late: █}\n', 'de')[0], 'off | aus');
    assert.deepEqual(labels('rules:\n  remedy-late:\n    severity: █\n'), SEVERITIES);
    assert.deepEqual(labels('rules:\n  remedy-late: {severity: █}\n'), SEVERITIES);
  });

  it('offers the numbers of the check at hand, with what they are by default', () => {
    assert.deepEqual(labels('rules:\n  unexplained-gap:\n    █\n'), ['severity', 'months']);
    assert.deepEqual(labels('rules:\n  unexplained-gap: {severity: hint, █}\n'), ['months']);
    assert.deepEqual(labels('rules:\n  remedy-late:\n    █\n'), ['severity']);
    assert.deepEqual(noted('rules:\n  unexplained-gap: {months: █}\n'), ['24 | standaard']);
    assert.equal(
      chosen('rules:\n    unexplained-gap: █\n', 'severity, months'),
      'rules:\n    unexplained-gap:\n        severity: information\n        months: 24\n',
    );
    assert.equal(
      chosen('rules: {unexplained-gap: █}\n', 'severity, months'),
      'rules: {unexplained-gap: {severity: information, months: 24}}\n',
    );
    const [months] = offers('rules:\n  unexplained-gap:\n    mo█\n').filter(
      ({ label }) => label === 'months',
    );
    assert.deepEqual([months?.text, months?.stops], ['months: 24', [{ start: 8, end: 10 }]]);
  });

  it('offers languages and countries by name', () => {
    assert.deepEqual(labels('language: █'), ['Nederlands', 'Engels', 'Duits']);
    assert.equal(chosen('new:\n  jurisdiction: █\n', 'Duitsland'), 'new:\n  jurisdiction: de\n');
    assert.deepEqual(labels('new:\n  office: X\n  █\n'), ['jurisdiction']);
  });

  it('writes what is chosen in the way of the file', () => {
    assert.equal(chosen('language: nl\nru█', 'rules'), 'language: nl\nrules:\n  ');
    assert.equal(
      chosen('rules:\n    unused-item: off\n    rem█\n', 'remedy-late').split('\n')[2],
      '    remedy-late: ',
    );
    assert.equal(chosen('rules:\n  unusd-item█: off\n', 'unused-item'), 'rules:\n  unused-item: off\n');
    assert.equal(chosen('rules:\n  unused-item:█\n', 'off'), 'rules:\n  unused-item: off\n');
    assert.equal(chosen('language: nl\nig█', 'ignore'), 'language: nl\nignore: []');
  });

  it('asks on behind a check, and says nothing behind a space in between', () => {
    assert.ok(offers('rules:\n  █\n').every(({ asksOn }) => asksOn));
    assert.deepEqual(offers('rules:\n █\n', 'nl', ' '), []);
    assert.deepEqual(offers('# vangnet-ignore █\nrules:\n'), []);
    assert.deepEqual(offers('new:\n  office: █\n'), []);
  });

  it('offers at no place what would not fit there, as deep and with whatever breaks the file has', () => {
    const text =
      '# team\nrules:\n    unused-item: off # for now\n    unexplained-gap:\n        severity: hint\n    remedy-late: {severity: error}\n\nignore:\n    - archief/**\nnew: {jurisdiction: de, office: X}\n';
    let tried = 0;
    for (const file of [text, text.replaceAll('\n', '\r\n')])
      for (let offset = 0; offset <= file.length; offset++)
        for (const offer of configCompletionsAt(readConfig(file), offset, 'nl')) {
          const { problems } = readConfig(applyEdits(file, [offer]));
          assert.deepEqual(
            problems.map(({ rule, message }) => `${rule} ${JSON.stringify(message.args)}`),
            [],
            `${offer.label} at ${offset}: ${JSON.stringify(applyEdits(file, [offer]).slice(offset - 30, offset + 40))}`,
          );
          tried++;
        }
    assert.ok(tried > 1000, String(tried));
  });

  it('has a page for everything that it offers, in every language', () => {
    for (const language of LANGUAGES)
      for (const marked of [
        '█',
        'rules:\n  █\n',
        'rules:\n  remedy-late: █\n',
        'rules: {unexplained-gap: {█}}\n',
        'new: {█}\n',
        'language: █',
      ])
        for (const { about, label } of offers(marked, language))
          assert.match(documentationOf(about, CONFIG_FORMAT, undefined, language) ?? '', /\S/, label);
    const page = documentationOf({ of: 'rule', id: 'remedy-late' }, CONFIG_FORMAT, undefined, 'nl') ?? '';
    assert.match(page, /`remedy-late` · aanpassen|`remedy-late` · let op/);
  });
});

describe('hover in the configuration', () => {
  const hover = (marked: string, language: Language = 'nl') => {
    const { text, offset } = readCursor(marked);
    return configHoverAt(readConfig(text), offset, language)?.markdown ?? '';
  };

  it('has words for every field and every value, in every language', () => {
    for (const language of LANGUAGES)
      for (const [def, { keys }] of Object.entries(CONFIG_FORMAT.shapes))
        for (const { name, values = [] } of keys) {
          assert.match(
            fieldCard(CONFIG_FORMAT, def, name, language) ?? '',
            /\n\n\S/,
            `${language} ${def}.${name}`,
          );
          for (const value of values)
            assert.ok(
              valueCard(CONFIG_FORMAT, def, name, value, language),
              `${language} ${def}.${name}: ${value}`,
            );
        }
  });

  it('tells of a field what it is, with an example and what holds without it', () => {
    assert.match(
      hover('lan█guage: nl\n'),
      /^\*\*language\*\* · taal\n\nDe taal van de meldingen\.\n\nVoorbeeld: `nl`/,
    );
    assert.match(hover('rules:\n  unexplained-gap: {mo█nths: 3}\n'), /Standaard: `24`/);
    assert.match(hover('rules:\n  unexplained-gap:\n    months: 1█2\n'), /\*\*months\*\* · maanden/);
  });

  it('shows the page of a check, where it is set in either way', () => {
    for (const { meta } of RULES)
      for (const language of LANGUAGES) {
        const card = hover(`rules:\n  █${meta.id}: {severity: off}\n`, language);
        assert.ok(card.startsWith(`# ${docsOf(meta.id, language)?.title}`), meta.id);
        assert.equal(card.split(say({ key: 'rule-page.no-advice' }, language)).length, 2, 'said once');
      }
  });

  it('tells of a severity what it does', () => {
    assert.match(hover('rules: {unused-item: o█ff}\n'), /^\*\*uit\*\* · `off`\n\nDe controle zegt niets\./);
    assert.match(hover('rules:\n  unused-item:\n    severity: err█or\n', 'de'), /^\*\*zu korrigieren\*\*/);
    assert.match(hover('new: {jurisdiction: d█e}\n'), /^\*\*Duitsland\*\*/);
  });

  it('tells wherever something is odd what that means and what helps', () => {
    const text =
      'rules:\n  unusd-item: off\n  remedy-late: loud\n  unexplained-gap: {months: -1}\nlanguage: fr\nlanguage: nl\nignore: 3\n : [\n';
    const read = readConfig(text);
    assert.ok(read.problems.length >= 6, String(read.problems.length));
    for (const problem of read.problems) {
      const card = configHoverAt(read, read.document.startOf(problem.at), 'nl')?.markdown ?? '';
      assert.match(card, /wordt overgeslagen.*\n\n(?:Kies uit|De melding)/s, problem.rule);
    }
  });
});

describe('the configuration otherwise', () => {
  it('has an outline of what is set', () => {
    const text =
      'rules:\n  unused-item: off\n  unexplained-gap:\n    severity: hint\n    months: 3\nlanguage: nl\nignore:\n  - a\n  - b\n';
    const outline = configOutlineOf(readConfig(text), 'nl');
    assert.deepEqual(
      outline.map(({ name, detail, children }) => [
        name,
        detail,
        children.map((child) => `${child.name}: ${child.detail}`),
      ]),
      [
        ['controles', '', ['Nergens aan gekoppeld: uit', 'Gat in de tijd: suggestie']],
        ['taal', 'Nederlands', []],
        ['overgeslagen', '', []],
      ],
    );
    assert.equal(outline[2]?.end, text.trimEnd().length);
  });

  it('offers what was probably meant, at its place alone', () => {
    const text = 'rules:\n  unusd-item: of\n  remedy-late: eror\nlangage: nl\n';
    const read = readConfig(text);
    const all = configFixesIn(read, { start: 0, end: text.length });
    assert.equal(
      applyEdits(
        text,
        all.flatMap(({ edits }) => edits),
      ),
      'rules:\n  unused-item: of\n  remedy-late: error\nlanguage: nl\n',
    );
    const called = readConfig(
      'rules: {unused-item: uit, remedy-late: Achtung}\nnew: {jurisdiction: Duitsland}\n',
    );
    assert.deepEqual(
      called.problems.map(({ meant }) => meant),
      ['off', 'warning', 'de'],
    );
    const at = text.indexOf('eror');
    assert.deepEqual(
      configFixesIn(read, { start: at, end: at }).map(({ title }) => say(title, 'nl')),
      ['Wijzigen in ‘error’'],
    );
  });

  it('is formatted as a case is', () => {
    const text = 'rules:\n    unused-item:   off   \n\n\n\n\nignore:\n- a\n';
    const { document } = readConfig(text);
    const formatted = applyEdits(text, formatEdits(document));
    assert.deepEqual(readConfig(formatted).config, readConfig(text).config);
    assert.match(formatted, /off\n\n\nignore/);
  });
});
