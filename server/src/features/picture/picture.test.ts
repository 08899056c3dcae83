import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { assertWellFormed, textsOf } from '../../testing/xml.js';
import { readableCase } from '../readable/readable.js';
import { timelinePicture } from './picture.js';
import { scaleFor } from './scale.js';

const draw = (text: string) => timelinePicture(readableCase(analyseText(text), 'nl'));
const EXAMPLE = readFileSync('server/test/export/voorbeeld.case.yaml', 'utf8');

/** The row of the item that begins so in the file. */
function rowOf(svg: string, text: string, item: string): string {
  const start = text.indexOf(item) + 2;
  const found = new RegExp(`<g class="vn-row" data-start="${start}"[\\s\\S]*?</g>`).exec(svg);
  assert.ok(found, item);
  return found[0];
}

describe('the timeline as a picture', () => {
  const svg = draw(EXAMPLE) ?? '';

  it('is an image with a name and a description', () => {
    assertWellFormed(svg);
    assert.match(svg, /role="img" aria-labelledby="vn-picture-title vn-picture-about"/);
    assert.equal(textsOf(svg, 'desc')[0]?.startsWith('5 gebeurtenissen en 2 procedures'), true);
  });

  it('draws a day as a diamond, a vague date hatched, an uncertain one dashed with a question mark', () => {
    const day = rowOf(svg, EXAMPLE, '- {id: ev-dag');
    assert.match(day, /<path class="vn-solid vn-event"/);
    assert.doesNotMatch(day, /vn-vague|vn-dashed/);
    const about = rowOf(svg, EXAMPLE, '- {id: ev-komst');
    assert.match(about, /vn-vague[\s\S]*vn-hatch/);
    assert.doesNotMatch(about, /vn-solid/);
    const uncertain = rowOf(svg, EXAMPLE, '- {id: ev-onzeker');
    assert.match(uncertain, /vn-dashed[\s\S]*>\?</);
    assert.doesNotMatch(uncertain, /vn-solid|vn-vague/);
  });

  it('draws periods and procedures as bars, in full only where they certainly were', () => {
    const period = rowOf(svg, EXAMPLE, '- {id: ev-werk');
    const widths = [...period.matchAll(/<rect class="vn-(\w+) [^>]* x="([\d.]+)" [^>]*width="([\d.]+)"/g)];
    assert.deepEqual(
      widths.map(([, kind]) => kind),
      ['vague', 'solid', 'vague'],
    );
    const [before, sure] = widths.map(([, , x, width]) => [Number(x), Number(width)] as const);
    assert.ok(Math.abs((before?.[0] ?? 0) + (before?.[1] ?? 0) - (sure?.[0] ?? 0)) < 0.3, 'they touch');
    assert.match(rowOf(svg, EXAMPLE, '- id: proc-asiel'), /vn-procedure[\s\S]*vn-end/);
    const open = rowOf(svg, EXAMPLE, '- {id: ev-zorg');
    assert.match(open, /<path class="vn-solid vn-event"/, 'an arrow for what goes on');
  });

  it('says everything in words too, and nothing by colour alone', () => {
    const row = rowOf(svg, EXAMPLE, '- {id: proc-regulier');
    assert.deepEqual(textsOf(row, 'title'), [
      'Reguliere aanvraag: 1 november 2023 – 28 mei 2024 · afgewezen',
    ]);
    assert.doesNotMatch(svg, /style=|fill="|stroke="/);
  });

  it('shortens long titles, keeping the whole one for who points at it', () => {
    const title = `${'Lang '.repeat(30)}<einde>`;
    const long = draw(dutchCase(`timeline:\n  - {id: e, date: 2020, title: "${title}"}\n`)) ?? '';
    assertWellFormed(long);
    assert.ok(textsOf(long, 'title').some((text) => text === `${title}: 2020`));
    assert.ok(textsOf(long, 'text').some((text) => text.endsWith('…') && text.length <= 50));
  });

  it('isn’t drawn of a case without dates, and copes with odd ones', () => {
    assert.equal(draw(dutchCase('').replace('    arrivalDate: 2015\n', '')), undefined);
    for (const odd of [
      'timeline:\n  - {id: e, from: 2020, to: 2010, title: T}\n',
      'timeline:\n  - {id: e, date: 0001, title: T}\n  - {id: f, date: 9999-12-31, title: T}\n',
      'procedures:\n  - {id: p, kind: asylum, lodged: 2020, decided: 2010}\n',
      'procedures:\n  - {id: p, kind: asylum, lodged: 2030}\n',
    ]) {
      const drawn = draw(dutchCase(odd)) ?? '';
      assertWellFormed(drawn);
      assert.doesNotMatch(drawn, /NaN|Infinity|undefined|width="-/);
    }
  });

  it('has at most a dozen years on its line, whatever the case spans', () => {
    const day = (year: number) => Math.round(Date.UTC(year, 0, 1) / 86_400_000);
    for (const [from, to] of [
      [2020, 2020],
      [1998, 2021],
      [1900, 2026],
      [1, 9999],
    ] as const) {
      const { ticks, x } = scaleFor([day(from), day(to)], 0, 100);
      assert.ok(ticks.length >= 2 && ticks.length <= 12, `${from}–${to}: ${ticks.length}`);
      assert.ok(x(day(from)) >= 0 && x(day(to)) <= 100);
    }
  });
});
