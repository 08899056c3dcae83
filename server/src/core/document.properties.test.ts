/** What holds of every text: it is read, and read like plain `yaml`, at places that mean what they say. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editStep } from '../testing/edit-scripts.js';
import { runs } from '../testing/properties.js';
import { edited, SAMPLES, versionsOf, workedOn } from '../testing/texts.js';
import { assertReadLikeYaml, commentsOfDocument, shapeOfDocument } from '../testing/yaml-reference.js';
import { yamlText } from '../testing/yaml-text.js';
import { type CaseDocument, parseCase } from './document.js';
import { descendants, type Node, type Span, type Unit } from './tree.js';

/** What a document holds, with places in the file, whatever units it is made of. */
function contentOf(doc: CaseDocument): unknown {
  const place = (span: Span) => [doc.startOf(span), doc.endOf(span)];
  return {
    units: doc.units.map(({ unit, kind, start }) => [kind, start, unit.text]),
    shape: shapeOfDocument(doc),
    comments: commentsOfDocument(doc),
    problems: doc.problems.map((problem) => [problem.kind, place(problem), problem.args, problem.mends]),
    holes: doc.units.flatMap(({ unit }) => unit.holes.map((hole) => [place({ unit, ...hole }), hole.words])),
  };
}

describe('every text', function () {
  // Other work on the machine may slow it down: a hang is told by the clock of the whole suite.
  this.timeout(120_000);

  it('is read like plain yaml where that finds no error, and has errors where that has', () => {
    for (const text of SAMPLES) {
      assertReadLikeYaml(text);
      assertReadLikeYaml(text.replaceAll('\n', '\r\n'));
    }
    fc.assert(fc.property(yamlText, assertReadLikeYaml), runs(150, 20190501));
    fc.assert(fc.property(edited, assertReadLikeYaml), runs(60, 20250827));
  });

  it('is cut into units that make up the whole, with everything inside its own and on one line', () => {
    fc.assert(
      fc.property(edited, (text) => {
        const doc = parseCase(text);
        let end = 0;
        for (const { unit, start } of doc.units) {
          assert.equal(start, end);
          end += unit.text.length;
          if (doc.conflicts.length === 0) assert.equal(unit.text, text.slice(start, end));
          for (const comment of unit.comments) assert.equal(unit.text[comment.start], '#');
          for (const node of descendants(unit.root)) {
            assertInside(node, unit);
            assertOnOneLine(doc, node);
          }
        }
        assert.equal(end, text.length);
        assertOnOneLine(doc, doc.top);
        for (const problem of doc.problems) {
          assertOnOneLine(doc, problem);
          assert.ok(problem.start >= 0 && problem.end <= problem.unit.text.length);
          assert.ok(!problem.unit.text.slice(problem.start, problem.end).includes('\n'), problem.kind);
        }
      }),
      runs(60, 34),
    );
  });

  it('is read, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom(...'ab:-?#&*!|>\'"%@`{}[], \t\r\n\uFEFF\uD83D\uDE00\u2028<~'), {
          maxLength: 60,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const doc = parseCase(text);
        for (const problem of doc.problems) doc.range(problem);
        shapeOfDocument(doc);
      }),
      runs(800, 86),
    );
  });

  it('is read the same from the version before as from scratch, and leaves that as it was', () => {
    const scripts = fc.tuple(workedOn, fc.array(editStep, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(scripts, ([start, steps]) => {
        const documents: CaseDocument[] = [];
        for (const text of versionsOf(start, steps)) documents.push(parseCase(text, documents.at(-1)));
        for (const doc of documents) assert.deepEqual(contentOf(doc), contentOf(parseCase(doc.text)));
      }),
      runs(15, 1951),
    );
  });

  it('costs an edit the parsing of one unit', () => {
    const text = SAMPLES[0] as string;
    const before = parseCase(text);
    const at = text.indexOf('title: ') + 7;
    const after = parseCase(`${text.slice(0, at)}x${text.slice(at)}`, before);
    const known = new Set(before.units.map(({ unit }) => unit));
    assert.equal(after.units.filter(({ unit }) => !known.has(unit)).length, 1);
  });
});

/** Its place is told within the line on which it begins, and leads back to where it begins. */
function assertOnOneLine(doc: CaseDocument, span: Span): void {
  const { start, end } = doc.range(span);
  assert.equal(start.line, end.line);
  assert.ok(start.character <= end.character);
  assert.equal(doc.lines.offsetAt(start), doc.startOf(span));
}

function assertInside(node: Node, unit: Unit): void {
  assert.equal(node.unit, unit);
  assert.ok(node.start >= 0 && node.start <= node.end && node.end <= unit.text.length, node.kind);
  const children =
    node.kind === 'seq' ? node.items : node.kind === 'map' ? node.pairs.flatMap((p) => [p.key, p.value]) : [];
  for (const child of children) {
    if (child)
      assert.ok(child.start >= node.start && child.end <= node.end, `${child.kind} outside its ${node.kind}`);
  }
}
