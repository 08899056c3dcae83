import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { LANGUAGES, type Language } from '../../core/words/words.js';
import { analyseText, dutchCase, readCursor } from '../../testing/marked.js';
import { chosen, LETTERS, labels, offers } from '../../testing/offers.js';
import { CASE_FORMAT } from '../formats.js';
import { completionsAt } from './complete.js';
import { documentationOf } from './documentation.js';

describe('completion of fields', () => {
  it('offers what is still missing, in the order of the format', () => {
    const missing = ['date', 'supports', 'file', 'summary', 'request'];
    assert.deepEqual(labels(`${LETTERS}    █\n`), missing);
    assert.deepEqual(labels(`${LETTERS}    da█\n`), missing);
    assert.deepEqual(labels(`${LETTERS}    █`), missing);
    assert.deepEqual(labels('letters:\n  - id: b\n    fr█\n    status: planned\n'), ['from', ...missing]);
  });

  it('offers the sections that are not there yet', () => {
    const own = labels(`${LETTERS}█`);
    const wanted = [
      'timeline',
      'procedures',
      'circumstances',
      'claim',
      'documents',
      'arguments',
      'counterArguments',
    ];
    assert.deepEqual(own, wanted);
    assert.deepEqual(labels(`cl█\n${LETTERS}`), wanted);
    assert.deepEqual(labels(`█\n${LETTERS}`), wanted);
  });

  it('knows which are needed, in the language of the person', () => {
    const [from] = offers('letters:\n  - id: b\n    █\n', 'de');
    assert.equal(from?.label, 'from');
    assert.match(from?.note ?? '', / · nötig$/);
    assert.match(from?.filter ?? '', /^from /);
  });

  it('changes the name alone where the colon is there, into one that suits the value', () => {
    assert.equal(chosen('claim:\n  id: v\n  ki█: deferral\n', 'kind'), 'claim:\n  id: v\n  kind: deferral\n');
    assert.deepEqual(labels('claim:\n  id: v\n  gro█: [a]\n'), ['raisedIn', 'grounds', 'circumstances']);
    assert.deepEqual(labels('claim:\n  id: v\n  lod█ged: 2019\n'), ['lodged']);
    assert.deepEqual(labels('claim:\n  █id: v\n'), []);
  });

  it('names what stands below already', () => {
    const below = (key: string) =>
      `letters:\n  - id: b\n    ${key}\n      role: school\n    status: planned\n`;
    assert.deepEqual(labels(below('fr█')), ['from']);
    assert.equal(chosen(below('fr█'), 'from'), below('from:'));
    assert.deepEqual(labels(`let█\n${LETTERS.slice(LETTERS.indexOf('  - '))}`), ['letters']);
  });

  it('puts behind it what the format asks for', () => {
    assert.equal(chosen(`${LETTERS}    █\n`, 'request'), `${LETTERS}    request: >-\n      \n`);
    assert.equal(chosen(`${LETTERS}    █\n`, 'date'), `${LETTERS}    date: \n`);
    assert.equal(
      chosen('letters:\n  - id: b\n    fr█\n    status: planned\n', 'from'),
      'letters:\n  - id: b\n    from:\n      role: "{{rol van de afzender}}"\n    status: planned\n',
    );
    const [supports] = offers(`${LETTERS}    sup█\n`).filter(({ label }) => label === 'supports');
    assert.deepEqual([supports?.text, supports?.withoutStops], ['supports: []', 'supports: ']);
    assert.deepEqual(supports?.stops, [{ start: 11, end: 11 }]);
  });

  it('keeps to the depth and the lists of the file', () => {
    const deep = `vangnet: 1
case:
    id: test
    title: Test
    jurisdiction: nl
    confidentiality: fictional
persons:
    -   id: a
        name: Ada
        role: applicant
█`;
    const letter = `letters:
    -   id: brief
        from:
            role: "{{rol van de afzender}}"
        status: "{{stand van de brief}}"`;
    assert.equal(chosen(deep, 'letters', ''), deep.replace('█', letter));
    const flat = 'vangnet: 1\npersons:\n- id: a\n  name: Ada\n  role: applicant\n█';
    assert.equal(
      chosen(flat, 'documents', ''),
      flat.replace('█', 'documents:\n- id: stuk\n  kind: "{{soort bewijsstuk}}"\n  title: "{{titel}}"'),
    );
  });

  it('offers none that make no sense beside what is there, or in this country', () => {
    const { text, offset } = readCursor(dutchCase('').replace('persons:', '  █\npersons:'));
    const info = completionsAt(analyseText(text), offset, 'nl').map(({ label }) => label);
    assert.deepEqual(info, ['language', 'status', 'office', 'representative', 'summary']);
    const german = completionsAt(
      analyseText(text.replace('jurisdiction: nl', 'jurisdiction: de')),
      offset,
      'de',
    );
    assert.ok(german.some(({ label }) => label === 'federalState'));
    assert.ok(!labels('procedures:\n  - id: p\n    kind: asylum\n    █\n').includes('newFacts'));
    assert.ok(labels('procedures:\n  - id: p\n    kind: "{{soort}}"\n    █\n').includes('newFacts'));
    assert.ok(!labels('timeline:\n  - id: e\n    date: 2010\n    █\n').includes('from'));
    assert.deepEqual(labels('timeline:\n  - id: e\n    from: 2010\n    t█\n').slice(0, 2), ['to', 'kind']);
  });

  it('goes on with what an empty line stands in, wherever the cursor is on it', () => {
    const gap = (cursor: string) => `letters:\n  - id: b\n${cursor}\n    status: planned\n`;
    assert.equal(chosen(gap('█'), 'date'), 'letters:\n  - id: b\n    date: \n    status: planned\n');
    assert.deepEqual(labels(gap('  █')), labels(gap('    █')));
    assert.deepEqual(labels(`${LETTERS}   █\n`), []);
    assert.deepEqual(labels(`${LETTERS}      █\n`), []);
  });

  it('is the same between brackets', () => {
    const from = (inner: string) => `letters:\n  - id: b\n    from: {${inner}}\n    status: planned\n`;
    assert.deepEqual(labels(from('█')), ['name', 'role']);
    assert.deepEqual(labels(from('role: school, █')), ['name']);
    assert.deepEqual(labels(from('role: school █')), []);
    assert.equal(chosen(from('ro█'), 'role'), from('role: '));
    assert.equal(chosen(from('ro█: school'), 'role'), from('role: school'));
    assert.deepEqual(labels('letters:\n  - id: b\n    from: {█\n    status: planned\n'), ['name', 'role']);
  });
});

describe('completion of nothing', () => {
  it('is silent in prose, whatever is typed', () => {
    const prose = [
      'claim:\n  id: v\n  request: Ada vraagt█\n',
      'claim:\n  id: v\n  request: >-\n    Ada vraagt: █\n',
      'claim:\n  id: v\n  request: >-\n    Ada\n    █\n    vraagt\n',
      'claim:\n  id: v\n  request: "Ada, █\n',
      'claim:\n  id: v\n  request: Ada\n    vraagt kind: █\n',
      'letters:\n  - id: b\n    summary: [█]\n',
      '# Over kind: █\nclaim:\n  id: v\n',
      'claim:\n  id: v # van█\n',
    ];
    for (const body of prose)
      for (const typed of [undefined, ' ', ':', ',']) assert.deepEqual(labels(body, 'nl', typed), [], body);
  });

  it('is silent after a space that only indents or parts words', () => {
    assert.deepEqual(labels(`${LETTERS}    █\n`, 'nl', ' '), []);
    assert.notDeepEqual(labels('claim:\n  kind: █\n', 'nl', ' '), []);
    assert.notDeepEqual(labels('letters:\n  - █\n', 'nl', ' '), []);
  });

  it('is silent where a value or its list is there already, and for fields that nobody knows', () => {
    assert.deepEqual(labels('claim:\n  kind: deferral █\n'), []);
    assert.deepEqual(labels('letters: █\n  - id: b\n'), []);
    assert.deepEqual(labels('claim:\n  x-own: █\n'), []);
    assert.deepEqual(labels('x-own:\n  - █\n'), []);
    assert.deepEqual(labels('claim:\n  - █\n'), []);
  });
});

describe('what is shown beside an offer', () => {
  it('has a page for every offer, in every language', () => {
    const bodies = [
      `${LETTERS}█`,
      `${LETTERS}  - █`,
      `${LETTERS}    date: █`,
      `${LETTERS}    supports: [█]\ncircumstances:\n  - id: c\n    title: T\n`,
      'claim:\n  grounds: [█]\n',
      'claim:\n  kind: █\n',
      'arguments:\n  - █\n',
      'counterArguments:\n  - █\n',
      '# vangnet-ignore █\nclaim:\n  id: v\n',
      '# van█\nclaim:\n  id: v\n',
    ];
    for (const body of bodies) {
      const { text, offset } = readCursor(dutchCase(body));
      const analysis = analyseText(text);
      for (const language of LANGUAGES) {
        const found = completionsAt(analysis, offset, language);
        assert.notEqual(found.length, 0, body);
        for (const { about, label, note } of found) {
          const page = documentationOf(about, CASE_FORMAT, analysis, language as Language);
          assert.ok(page && page.length > 80, `${language} ${label}`);
          assert.doesNotMatch(`${page}${label}${note}`, /undefined|completion\./);
        }
      }
    }
  });
});

describe('an offer', () => {
  it('over a blank is found whatever the blank says, and takes its quotes away', () => {
    const body = 'letters:\n  - id: b\n    status: "{{stand van de brief}}█"\n';
    const [planned] = offers(body);
    assert.match(planned?.filter ?? '', /^"\{\{stand van de brief\}\}" planned/);
    assert.equal(chosen(body, 'planned'), 'letters:\n  - id: b\n    status: planned\n');
  });

  it('is put in by its offsets alone', () => {
    const { text, offset } = readCursor(dutchCase('claim:\n  kind: de█f\n'));
    const [first] = completionsAt(analyseText(text), offset, 'nl');
    assert.ok(first);
    assert.match(applyEdits(text, [first]), /kind: residence-on-hardship\n$/);
  });
});
