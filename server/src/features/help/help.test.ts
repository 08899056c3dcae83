import assert from 'node:assert/strict';
import { LANGUAGES } from '../../core/words/words.js';
import { RULES } from '../../generated/rules.js';
import { sourceIds } from '../../knowledge/sources.js';
import { readConfig } from '../../pipeline/config.js';
import { analyseText, dutchCase, readCursor } from '../../testing/marked.js';
import { CASE_FORMAT } from '../formats.js';
import { fieldName, settingNames } from './field-page.js';
import { pageAt, settingPageAt } from './page-at.js';
import { helpPage } from './pages.js';

const FIELDS = Object.entries(CASE_FORMAT.shapes).flatMap(([def, { keys }]) =>
  keys.map(({ name }) => `field/${fieldName(def, name)}`),
);
const PAGES = [
  'index',
  'law',
  ...FIELDS,
  ...settingNames().map((name) => `setting/${name}`),
  ...RULES.map(({ meta }) => meta.id),
  ...[...sourceIds()].map((id) => `source/${id}`),
];

/** The pages to which a page leads, by their names. */
function linksOf(name: string, page: string): string[] {
  return [...page.matchAll(/\]\(([^):]+)\.md\)/g)].map(([, target = '']) =>
    new URL(target, `x://x/${name}`).pathname.slice(1),
  );
}

function at(body: string): string {
  const { text, offset } = readCursor(dutchCase(body));
  return pageAt(analyseText(text), offset);
}

describe('the documentation', () => {
  it('has a page for every check, field and source in each language, which leads only to pages that are there', () => {
    const names = new Set(PAGES);
    for (const language of LANGUAGES) {
      for (const name of PAGES) {
        const page = helpPage(name, language) ?? '';
        assert.match(page, /juridisch advies|legal advice|Rechtsberatung/, `${name} ${language}`);
        // A key without words would show as itself.
        assert.doesNotMatch(page, /\b(?:help-page|rule-page|hover)\.[a-z]/, `${name} ${language}`);
        for (const target of linksOf(name, page)) assert.ok(names.has(target), `${name} leads to ${target}`);
      }
    }
  });

  it('lists every page in the index', () => {
    const listed = new Set(linksOf('index', helpPage('index', 'nl') ?? ''));
    assert.deepEqual(
      PAGES.filter((name) => name !== 'index' && !listed.has(name)),
      [],
    );
  });

  it('tells of a field what it is for, what may stand there and where it belongs', () => {
    const page = helpPage('field/letter.status', 'nl') ?? '';
    assert.match(page, /^# .+\n\n`status` · .+ · moet er staan\n/);
    assert.match(page, /Een keuze uit een vaste lijst\./);
    assert.match(page, /- `signed`: \*\*ondertekend\*\*/);
    assert.match(helpPage('field/person.nationality', 'de') ?? '', /`IQ` Irak/);
    assert.match(helpPage('field/letter.from', 'en') ?? '', /\(letterSender\.role\.md\)/);
  });

  it('calls sources by their names, not by their ids', () => {
    const ids = new Set(sourceIds());
    for (const language of LANGUAGES)
      for (const [def, { keys }] of Object.entries(CASE_FORMAT.shapes))
        for (const { name } of keys) {
          const words = CASE_FORMAT.words(def, name, language);
          const said = [
            words?.description,
            ...Object.values(words?.values ?? {}).map((one) => one.description),
          ];
          for (const text of said)
            for (const [word] of text?.matchAll(/[a-z]+(?:\.[\w-]+)+/g) ?? [])
              assert.ok(!ids.has(word), `${def}.${name} in ${language}: ${text}`);
        }
    assert.match(helpPage('field/letterSender.role', 'nl') ?? '', /niet om een oordeel \(KNMG over/);
  });

  it('tells on the page of the law where to look for newer law', () => {
    const page = helpPage('law', 'nl') ?? '';
    assert.match(page, /Recht per \d+-\d+-\d{4} /);
    assert.match(page, /vangnet\.law\.file/);
    assert.match(page, /source\/nl\.vb\.3\.6ba\.md/);
  });

  it('has no page for what isn’t there', () => {
    for (const name of [
      '',
      'nowhere',
      'field/',
      'field/person.nowhere',
      'field/__proto__.x',
      'source/x',
      '../index',
    ])
      assert.equal(helpPage(name, 'nl'), undefined, name);
  });

  it('explains what is under the cursor', () => {
    assert.equal(at('claim:\n  id: v\n  ki█nd: deferral\n'), 'field/claim.kind');
    assert.equal(at('claim:\n  id: v\n  kind: defer█ral\n'), 'field/claim.kind');
    assert.equal(at('cla█im:\n  id: v\n  kind: deferral\n'), 'field/claim');
    assert.equal(at('claim:\n  id: v\n  kind: deferral\n  grounds: [nl.vw█.14]\n'), 'source/nl.vw.14');
    assert.equal(at('claim:\n  id: v\n  kind: deferral\n  grounds: [niet█s]\n'), 'field/claim.grounds');
    assert.equal(at('letters:\n  - id: b\n    from: {ro█le: physician}\n'), 'field/letterSender.role');
    assert.equal(at('# vangnet-ignore unused-it█em: blijft\nclaim:\n  id: v\n'), 'unused-item');
    assert.equal(at('claim:\n  id: v\n\n█\n'), 'index');
  });
});

describe('the page for a place of vangnet.config.yaml', () => {
  const settingAt = (marked: string) => {
    const { text, offset } = readCursor(marked);
    return settingPageAt(readConfig(text), offset);
  };
  it('is that of the field, or of the check that is set there', () => {
    assert.equal(settingAt('lang█uage: nl\n'), 'setting/language');
    assert.equal(settingAt('new:\n  off█ice: Vangnet\n'), 'setting/newCase.office');
    assert.equal(settingAt('rules:\n  remedy-l█ate: off\n'), 'remedy-late');
    assert.equal(settingAt('rules:\n  remedy-late:\n    sev█erity: off\n'), 'remedy-late');
    assert.equal(settingAt('█# niets\n'), 'index');
    assert.match(helpPage('setting/new', 'nl') ?? '', /\(newCase\.office\.md\)/);
  });
});
