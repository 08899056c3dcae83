import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unread } from '../../core/document.js';
import { excerptOf, textOf } from './excerpt.js';
import type { PlainFinding, PlainResult } from './result.js';

const LINE_BREAKS = ['\n', '\r\n', '\r'];

const texts = fc
  .array(
    fc.tuple(
      fc.constantFrom('', 'persons:', '  - id: semon', '    name: "Sem’on" # 😀'),
      fc.constantFrom(...LINE_BREAKS),
    ),
    {
      maxLength: 20,
    },
  )
  .map((lines) => lines.flat().join(''));

function finding(start: number, end: number): PlainFinding {
  return { rule: 'x', severity: 'error', message: { key: 'x' }, start, end };
}

describe('the lines that findings touch', () => {
  it('stand where they stood, with the same positions and the same text', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }), (text, places) => {
        const document = unread(text);
        const spots = places.map(([from, length]) => {
          const start = from % (text.length + 1);
          return finding(start, Math.min(text.length, start + (length % 30)));
        });
        const result: PlainResult = { findings: spots, suppressed: [] };
        const again = unread(textOf(excerptOf(document, JSON.parse(JSON.stringify(result)) as PlainResult)));
        for (const { start, end } of spots) {
          assert.deepEqual(again.lines.range(start, end), document.lines.range(start, end));
          const line = document.lines.lineAt(start);
          const own = (doc: typeof document) =>
            doc.text.slice(doc.lines.lineStart(line), doc.lines.lineEnd(line));
          assert.equal(own(again), own(document));
        }
      }),
    );
  });

  it('are all that is passed on', () => {
    const document = unread('naam: Ada\ngeheim: ja\nfout: x\n');
    const start = document.text.indexOf('x');
    const excerpt = excerptOf(document, { findings: [finding(start, start + 1)], suppressed: [] });
    assert.deepEqual(excerpt, [[2, 21, 'fout: x']]);
  });
});
