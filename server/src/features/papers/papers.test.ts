import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { atOnce } from '../../core/steps.js';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { readableCase } from '../readable/readable.js';
import type { What } from './choices.js';
import { paperOf } from './compose.js';
import { jsonOf } from './data.js';
import { htmlBody, htmlPage } from './html.js';
import { markdownOf } from './markdown.js';
import type { Paper } from './paper.js';

const EXAMPLE = readFileSync('server/test/export/voorbeeld.case.yaml', 'utf8');
const paper = (text: string, what: What, language: 'nl' | 'en' | 'de' = 'nl') =>
  atOnce(paperOf(analyseText(text), what, language)) as Paper;
const sample = (name: string) => readFileSync(`samples/${name}.case.yaml`, 'utf8');

describe('papers', () => {
  it('number enclosures as the text first speaks of them, and list them all', () => {
    const text = atOnce(markdownOf(paper(EXAMPLE, 'request')));
    assert.match(text, /De machtiging is bijgevoegd \(productie\u00A01\)\./);
    assert.match(text, /\*\*2008 – maart 2011\.\*\* Werk in een bakkerij \(productie\u00A02\)\./);
    assert.match(
      text,
      /Ada spreekt Nederlands \(productie\u00A02; brief volgt: school\)\. Dit speelt sinds 2003\./,
    );
    assert.deepEqual(text.match(/- \*\*Productie \d+\*\* .*/g), [
      '- **Productie 1** Machtiging, 9 januari 2024',
      '- **Productie 2** Steunbrief: De bakker, 1 april 2024',
      '- **Productie 3** Uittreksel uit het dossier, maart 2015',
    ]);
    assert.match(text, /### Nog niet ontvangen\n\n- Steunbrief: school \(gepland\)\n- Steunbrief: arts/);
  });

  it('answer in the request only what the file answers, by the number of the paragraph', () => {
    const text = atOnce(markdownOf(paper(EXAMPLE, 'request')));
    const number = /(\d+)\. De gevolgen zijn groot\./.exec(text)?.[1];
    assert.ok(
      text.includes(
        `De IND voert aan: ‘Zij koos er zelf voor.’\n\n    Het weerwoord staat in randnummer ${number}.`,
      ),
    );
    assert.ok(!text.includes('Hierop staat nog niets'));
    assert.ok(atOnce(markdownOf(paper(EXAMPLE, 'case'))).includes('Hierop staat nog niets'));
  });

  it('cite sources in notes, a ruling against an appeal among them', () => {
    const text = atOnce(markdownOf(paper(EXAMPLE, 'request')));
    assert.match(text, /\[\^\d\]: Rb\. Den Haag 10 januari 2006, ECLI:NL:RBDHA:2006:AB1234\./);
    assert.match(text, /\[Rb\. Amsterdam, ECLI:NL:RBAMS:2020:99\]\(<https:\/\/deeplink\.rechtspraak\.nl/);
    const marks = text.match(/(?<!\n)\[\^\d+\](?!:)/g) ?? [];
    assert.equal(marks.length, (text.match(/^\[\^\d+\]:/gm) ?? []).length);
  });

  it('are marked as drafts by what is open, and only then', () => {
    assert.match(paper(EXAMPLE, 'request').mark ?? '', /^CONCEPT – \d+ open punten$/);
    assert.match(paper(EXAMPLE, 'request', 'de').mark ?? '', /^ENTWURF – \d+ offene Punkte$/);
    assert.equal(paper(sample('semon'), 'request').mark, undefined);
    const draft = sample('semon').replace('status: final', 'status: draft');
    assert.equal(paper(draft, 'request').mark, 'CONCEPT');
    assert.match(atOnce(htmlBody(paper(EXAMPLE, 'case'))), /<p class="vn-mark"><strong>CONCEPT – /);
  });

  it('ask each planned sender on a page of its own, others not', () => {
    const { blocks, mark } = paper(EXAMPLE, 'letters');
    assert.equal(blocks.filter(({ kind }) => kind === 'page').length, 1);
    const text = atOnce(markdownOf(paper(EXAMPLE, 'letters')));
    assert.match(text, /\*\*Aan:\*\* de school\n/);
    assert.match(text, /\*\*Aan:\*\* de arts\n/);
    assert.doesNotMatch(text, /buren|bakker/);
    assert.match(text, /Wat weet u van \{\{naam\}\}\?/);
    assert.match(text, /Wij vragen u geen oordeel/, 'a stub of the catalogue');
    assert.equal(mark, 'CONCEPT – 1 open punt', 'the blank in the letter, not what else is open');
    assert.equal(atOnce(paperOf(analyseText(sample('semon')), 'letters', 'nl')), undefined);
  });

  it('ask in a letter only so much, where it doesn’t say what about', () => {
    const many = Array.from({ length: 60 }, (_, n) => `  - {id: c${n}, kind: rooted, title: Band ${n}}\n`);
    const text = dutchCase(
      `circumstances:\n${many.join('')}letters:\n  - {id: b, from: {role: school}, status: planned}\n`,
    );
    const letter = atOnce(markdownOf(paper(text, 'letters')));
    assert.match(letter, /Band 49/i);
    assert.doesNotMatch(letter, /Band 50/i);
  });

  it('say on every one of them that they are no legal advice', () => {
    for (const what of ['request', 'case', 'chronology', 'letters'] as const) {
      assert.match(atOnce(htmlBody(paper(EXAMPLE, what))), /Geen juridisch advies/);
      assert.match(atOnce(markdownOf(paper(EXAMPLE, what, 'de'))), /Keine Rechtsberatung/);
    }
  });

  it('are JSON as any other program writes it, the rows of tables included', () => {
    for (const what of ['request', 'case', 'chronology'] as const) {
      const made = paper(EXAMPLE, what);
      const told = readableCase(analyseText(EXAMPLE), 'nl');
      const blocks = made.blocks.map((block) =>
        'rows' in block ? { ...block, rows: [...block.rows] } : block,
      );
      const data = what === 'case' ? { version: 1, what, case: told } : { version: 1, ...made, blocks };
      assert.equal(atOnce(jsonOf(made, told)), `${JSON.stringify(data, null, 1)}\n`);
    }
  });

  describe('as HTML', () => {
    it('show whatever stands in the file and do nothing with it', () => {
      const hostile = dutchCase(
        `arguments:
          - id: a1
            title: '"><script>alert(1)</script>'
            text: "<img src=x onerror=alert(1)> & 'x' {{naam}}"
            cites: ['https://example.org/"onmouseover="x', 'javascript:alert(1)', 'https://example.org/<x>']
        `,
      ).replace('title: Test', 'title: "</title><script>x</script>"');
      const body = atOnce(htmlBody(paper(hostile, 'case')));
      assert.doesNotMatch(body, /<script|<img|onerror=[^&]*>|href="(?!https:|#)/);
      assert.ok(body.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &#39;x&#39; <mark>{{naam}}</mark>'));
      assert.doesNotMatch(body, /<[^>]*\son[a-z]+=/);
    });

    it('lead each part to its line, and close every section', () => {
      const body = atOnce(htmlBody(paper(EXAMPLE, 'case')));
      const start = EXAMPLE.indexOf('- id: circ-thuis') + 2;
      assert.ok(body.includes(`data-start="${start}"`), 'where the circumstance begins');
      const count = (pattern: RegExp) => body.match(pattern)?.length;
      assert.equal(count(/<section/g), count(/<\/section>/g));
      assert.equal(count(/<th scope="row"/g), count(/<tr data-start/g));
      assert.deepEqual(new Set(body.match(/<h\d/g)), new Set(['<h1', '<h2', '<h3']));
    });

    it('let nothing in but their own style', async () => {
      const page = atOnce(await htmlPage(paper(EXAMPLE, 'case')));
      const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
      const hash = Buffer.from(digest).toString('base64');
      assert.ok(page.includes(`default-src 'none'; style-src 'sha256-${hash}'`));
      assert.doesNotMatch(page, /<link|<script|<iframe|src=|style="|url\(/);
      assert.match(page, /^<!DOCTYPE html>\n<html lang="nl">/);
    });
  });

  describe('as Markdown', () => {
    it('show what would mean something there', () => {
      const text = atOnce(markdownOf(paper(EXAMPLE, 'case')));
      assert.ok(text.includes('Verhuizing \\](javascript:alert(1)) \\*snel\\*'));
      assert.ok(text.startsWith('**CONCEPT'));
      assert.ok(text.includes('# Ada & \\<b\\>Bo\\</b\\>: een voorbeeld'));
      const own = (line: string) =>
        atOnce(markdownOf(paper(dutchCase('', `  summary: ${JSON.stringify(line)}\n`), 'case')));
      for (const [line, shown] of [
        ['# kop', '\\# kop'],
        ['- streep', '\\- streep'],
        ['12. punt', '12\\. punt'],
        ['a | b', 'a \\| b'],
        ['![x](y)', '!\\[x\\](y)'],
        ['&lt;b&gt; & c', '&amp;lt;b&amp;gt; & c'],
        ['=== ', '\\==='],
      ] as const)
        assert.ok(own(line).includes(`\n${shown}\n`), own(line));
    });
  });
});
