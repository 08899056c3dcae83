import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { parseDate } from '../core/dates.js';
import type { CaseModel } from '../core/model.js';
import { atOnce } from '../core/steps.js';
import { dateInWords } from '../core/words/dates.js';
import { enumTitle, type Language } from '../core/words/words.js';
import { countryName } from '../features/hover/field.js';
import type { What } from '../features/papers/choices.js';
import { paperOf } from '../features/papers/compose.js';
import type { Paper } from '../features/papers/paper.js';
import { drawnTimeline } from '../features/picture/drawn.js';
import { readableCase } from '../features/readable/readable.js';
import { SHAPES } from '../generated/shape.js';
import { analyseText, dutchCase } from '../testing/marked.js';
import { assertWellFormed, textsOf } from '../testing/xml.js';
import { calendarOf } from './calendar.js';
import { docxOf } from './docx.js';

const EXAMPLE = readFileSync('server/test/export/voorbeeld.case.yaml', 'utf8');

async function wordFile(text: string, what: What, language: Language): Promise<Uint8Array> {
  return atOnce(await docxOf(atOnce(paperOf(analyseText(text), what, language)) as Paper));
}

/** The parts of the file, each well-formed. */
async function parts(text: string, what: What, language: Language = 'nl') {
  const bytes = await wordFile(text, what, language);
  const files = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, strFromU8(content)] as const,
  );
  for (const [name, content] of files) if (/\.(?:xml|rels)$/.test(name)) assertWellFormed(content);
  return new Map(files);
}

async function document(text: string, what: What): Promise<string> {
  return (await parts(text, what)).get('word/document.xml') ?? '';
}

describe('Word files', function () {
  this.timeout(20_000);

  it('hold what the paper says, in real headings, notes and tables', async () => {
    const files = await parts(EXAMPLE, 'request');
    const xml = files.get('word/document.xml') ?? '';
    const paragraphs = textsOf(xml, 'w:p');
    assert.ok(paragraphs.includes('Verzoek op grond van schrijnende omstandigheden'));
    assert.ok(paragraphs.includes('De IND voert aan: ‘Zij koos er zelf voor.’'));
    assert.ok(paragraphs.includes('Productie 2Steunbrief: De bakker, 1 april 2024'));
    const styles = [...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style);
    for (const style of ['Title', 'Heading1', 'Heading2', 'Numbered', 'Labelled', 'Cell'])
      assert.ok(styles.includes(style), style);
    assert.match(xml, /<w:tblHeader\/>/);
    const marks = [...xml.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id);
    const notes = files.get('word/footnotes.xml') ?? '';
    assert.deepEqual(marks, ['1', '2', '3']);
    for (const id of marks) assert.ok(notes.includes(`w:id="${id}"`));
    assert.ok(
      textsOf(notes, 'w:footnote').some((text) =>
        text.includes('ABRvS 26 oktober 2016, ECLI:NL:RVS:2016:2840'),
      ),
    );
    assert.match(files.get('word/_rels/footnotes.xml.rels') ?? '', /https:\/\/deeplink\.rechtspraak\.nl/);
  });

  it('number paragraphs and refer to them so that the numbers move along', async () => {
    const xml = await document(EXAMPLE, 'request');
    const bookmark =
      /<w:bookmarkStart w:name="(paragraph_(\d+))"|<w:bookmarkStart [^>]*w:name="(paragraph_(\d+))"/.exec(
        xml,
      );
    const name = bookmark?.[1] ?? bookmark?.[3];
    assert.ok(name);
    assert.match(xml, new RegExp(`REF ${name} `));
  });

  it('are marked as drafts in the header, and say in the footer that they are no advice, page by page', async () => {
    const files = await parts(EXAMPLE, 'case');
    const all = [...files]
      .filter(([name]) => /word\/(?:header|footer)\d+\.xml/.test(name))
      .map(([, xml]) => xml);
    const text = all.join('');
    assert.match(text, /CONCEPT – \d+ open punten/);
    assert.match(text, /Geen juridisch advies/);
    assert.match(text, /PAGE[\s\S]*NUMPAGES/);
    const final = await parts(readFileSync('samples/semon.case.yaml', 'utf8'), 'request');
    assert.ok(![...final.keys()].some((name) => name.startsWith('word/header')));
  });

  it('begin each letter on a page of its own', async () => {
    const xml = await document(EXAMPLE, 'letters');
    assert.equal(xml.match(/<w:pageBreakBefore\/>/g)?.length, 1);
    assert.ok(!textsOf(xml, 'w:p').includes('Verzoeken om steunbrieven'));
  });

  it('take any text as text, and mark what is to be filled in', async () => {
    const odd = dutchCase('', '  summary: "a\\u0000\\u000Bb\\uD800 <w:p>&amp; ]]> {{naam}}"\n');
    const xml = await document(odd, 'case');
    assert.ok(textsOf(xml, 'w:p').includes('ab <w:p>&amp; ]]> {{naam}}'));
    assert.match(xml, /<w:highlight w:val="yellow"\/>/);
  });

  it('leave out nothing that the case says for itself', async () => {
    for (const name of ['semon', 'afia']) {
      const text = readFileSync(`samples/${name}.case.yaml`, 'utf8');
      const shown = textsOf(await document(text, 'request'), 'w:p').join(' ');
      for (const said of saidIn(analyseText(text).model)) assert.ok(shown.includes(said), said);
    }
  });

  it('draws the timeline in a table whose rows are all as wide, with every row of the picture', async () => {
    for (const name of ['semon', 'afia']) {
      const text = readFileSync(`samples/${name}.case.yaml`, 'utf8');
      const drawn = drawnTimeline(readableCase(analyseText(text), 'nl'));
      assert.ok(drawn);
      for (const what of ['case', 'chronology'] as const) {
        const xml = await document(text, what);
        const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
        const table: string = tables.find((one) => one.includes(drawn.title)) ?? '';
        const columns = table.match(/<w:gridCol /g)?.length;
        assert.ok(columns && columns <= 63, 'as many as Word takes');
        const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
        for (const row of rows) {
          const cells = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell);
          const spans = cells.map((cell) => Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1));
          assert.equal(
            spans.reduce((sum, span) => sum + span, 0),
            columns,
          );
        }
        const shown = textsOf(table, 'w:p');
        for (const { title, rows: own } of drawn.groups)
          for (const part of [title, ...own.flatMap((row) => [row.title, row.note])])
            assert.ok(shown.includes(part), part);
        assert.match(table, /w:fill="8A4B08"/);
      }
    }
  });

  it('tells all of a case, its choices and dates in words', async () => {
    for (const name of ['semon', 'afia', 'haertefall-sh', 'regime-c']) {
      const text = readFileSync(`samples/${name}.case.yaml`, 'utf8');
      const { model, draft } = analyseText(text);
      const bytes = await wordFile(text, 'case', draft.language);
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
      const shown = textsOf(xml, 'w:p').join(' ').toLowerCase();
      const missing = factsOf(model, draft.language).filter((fact) => !shown.includes(fact.toLowerCase()));
      assert.deepEqual(missing, [], name);
    }
  });

  // After a change that is meant, VANGNET_UPDATE=1 writes them anew: look at the pages too (scripts/look/docx-pages.mjs).
  for (const what of ['request', 'chronology'] as const)
    it(`hold the ${what} in exactly the XML that is kept`, async () => {
      const kept = `server/test/export/${what}.nl.docx.xml`;
      const shown = bodyOf(await document(EXAMPLE, what));
      if (process.env.VANGNET_UPDATE) writeFileSync(kept, shown);
      assert.equal(shown, readFileSync(kept, 'utf8'));
    });

  it('can be made of every kind of sample, in every language', async () => {
    for (const [name, what, language] of [
      ['afia', 'case', 'nl'],
      ['haertefall-sh', 'request', 'de'],
      ['common-mistakes', 'case', 'en'],
      ['minimal', 'chronology', 'en'],
    ] as const)
      await parts(readFileSync(`samples/${name}.case.yaml`, 'utf8'), what, language);
  });
});

/** A line for each paragraph and row; what only has to be unique is the same everywhere. */
function bodyOf(xml: string): string {
  const body = xml.slice(xml.indexOf('<w:body>'));
  return `${body
    .replaceAll(/(<w:(?:p|tbl|tr|sectPr)>)/g, '\n$1')
    .replaceAll(/(<w:hyperlink [^>]*r:id=")[^"]*/g, '$1')
    .replaceAll(/(<w:bookmark(?:Start|End) [^>]*w:id=")\d+/g, '$1')}\n`;
}

/** What the file says in words, as far as a request is to say it. */
function saidIn(model: CaseModel): string[] {
  const answered = new Set(model.arguments.flatMap(({ data }) => data.answers ?? []));
  const texts = [
    model.case?.data.summary,
    model.claim?.data.request,
    ...model.persons.map(({ data }) => data.name),
    ...model.timeline.flatMap(({ data }) => [data.title, data.description]),
    ...model.procedures.map(({ data }) => data.reason),
    ...model.circumstances.flatMap(({ data }) => [data.title, data.description, data.existingRoute?.whyNot]),
    ...model.arguments.flatMap(({ data }) => [data.title, data.text]),
    ...model.counterArguments.flatMap(({ data }) => (answered.has(data.id) ? [data.text] : [])),
    ...model.letters.map(({ data }) => data.from?.name),
    ...model.documents.map(({ data }) => data.title),
  ];
  const said = texts.flatMap((text) => (text ? [text.trim().replace(/\.$/, '')] : []));
  assert.ok(said.length > 50, 'a whole case');
  return said;
}

/** Fields that say nothing to a reader of the case, or are told in other words: years of stay, what a snippet became. */
const UNTOLD =
  /(?:^|\.)(?:vangnet|jurisdiction|language|snippet|id|bornHere|pseudonym|inHostCountry|authority|authorityError|powerOfAttorney|scope|conditions|gender|vNumber|raisedBy|addressedTo|file|request)(?:\.|$)/;
/** Fields that name other parts of the file: their titles are told where those stand. */
const REFERENCES =
  /(?:^|\.)(?:persons|evidence|supports|circumstances|answers|raisedIn|cites|grounds)(?:\.|$)/;

/** Every value of the file as a reader is to find it: texts as they are, choices by their names, dates in words. */
function factsOf(model: CaseModel, language: Language): string[] {
  const facts: string[] = [];
  const visit = (value: unknown, def: string, key: string, path: string): void => {
    // Of what sort an event or a counter-argument is, its words tell.
    if (key === 'kind' && (def === 'event' || def === 'counterArgument')) return;
    if (UNTOLD.test(path) || REFERENCES.test(path)) return;
    if (Array.isArray(value)) for (const one of value) visit(one, def, key, path);
    else if (typeof value === 'object' && value !== null) {
      const inner = SHAPES[def]?.keys.find((shape) => shape.name === key)?.def ?? def;
      for (const [name, one] of Object.entries(value)) visit(one, inner, name, `${path}.${name}`);
    } else if (value !== undefined && value !== null && key !== 'newFacts' && value !== 'other')
      facts.push(factOf(value, def, key, language));
  };
  const sections = {
    caseInfo: [model.case],
    person: model.persons,
    event: model.timeline,
    procedure: model.procedures,
  };
  const more = { circumstance: model.circumstances, letter: model.letters, document: model.documents };
  const last = { argument: model.arguments, counterArgument: model.counterArguments };
  for (const [def, parts] of Object.entries({ ...sections, ...more, ...last }))
    for (const part of parts)
      for (const [key, value] of Object.entries(part?.data ?? {})) visit(value, def, key, key);
  assert.ok(facts.length > 100, 'a whole case');
  return facts;
}

function factOf(value: unknown, def: string, key: string, language: Language): string {
  const kind = SHAPES[def]?.keys.find((shape) => shape.name === key)?.kind;
  const date = kind === 'date' ? parseDate(value) : undefined;
  if (date) return dateInWords(date, language, true);
  if (kind !== 'enum') return String(value).trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '');
  return key === 'nationality'
    ? countryName(String(value), language)
    : enumTitle(`${def}.${key}`, String(value), language);
}

describe('calendars', () => {
  const stamp = new Date('2024-06-10T10:00:00Z');
  const calendar = (text: string) => {
    const steps = calendarOf(readableCase(analyseText(text), 'nl'), 'Geen juridisch advies', stamp);
    return steps && atOnce(steps);
  };

  it('hold a day for each term that runs', () => {
    const text = (calendar(EXAMPLE) ?? '').replaceAll('\r\n ', '');
    assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    assert.match(text, /DTSTART;VALUE=DATE:20240625\r\n/);
    assert.match(text, /SUMMARY:Laatste dag om het besluit van 28 mei 2024 aan te vechten/);
    assert.match(text, /Geen juridisch advies/);
    assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 1);
    assert.deepEqual(text.match(/TRIGGER:\S+/g), ['TRIGGER:-P7D', 'TRIGGER:-P1D']);
  });

  it('hold each term once, whatever it is called', () => {
    const decided =
      '\n    kind: regular\n    authority: ind\n    lodged: 2023\n    decided: 2024-05-28\n    outcome: rejected\n';
    const two = dutchCase(`procedures:\n  - id: een${decided}  - id: twee${decided}`);
    const text = calendar(two.replace('title: Test', 'title: "BEGIN:VEVENT\\nEND:VCALENDAR"')) ?? '';
    assert.equal(text.match(/^BEGIN:VEVENT\r$/gm)?.length, 2);
    assert.match(text, /UID:test-een-[\s\S]*UID:test-twee-/);
    for (const line of ['BEGIN:VCALENDAR', 'END:VCALENDAR', 'METHOD:PUBLISH'])
      assert.equal(text.split('\r\n').filter((one) => one === line).length, 1, line);
  });

  it('keep to the lines and marks of their format', () => {
    const text = calendar(EXAMPLE) ?? '';
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('aren’t made where no term runs', () => {
    assert.equal(calendar(readFileSync('samples/semon.case.yaml', 'utf8')), undefined);
  });
});
