import assert from 'node:assert/strict';
import { analyseText, dutchCase, readCursor } from '../testing/marked.js';
import { hierarchyItemAt, hierarchyStep } from './hierarchy.js';

const BODY = `
timeline:
  - id: ev-val
    date: 2019
    title: Val van de trap
    evidence: [brief-arts]
circumstances:
  - id: circ-hart
    kind: medical
    title: Hartziekte
    evidence: [brief-arts, doc-foto, circ-los, niets]
  - id: circ-los
    kind: other
    title: Los
claim:
  id: verzoek
  kind: deferral
  circumstances: [circ-hart]
letters:
- id: brief-arts
  from: {name: Dr. X, role: physician}
  status: signed
  supports: [circ-hart]
- {id: brief-nee, from: {role: neighbour}, status: refused, supports: [circ-hart]}
documents:
  - {id: doc-foto, kind: media, title: Foto}
arguments:
  - {id: arg, title: Evenredigheid, text: T, supports: [circ-hart, ev-val], answers: [contra]}
counterArguments:
  - {id: contra, kind: other, text: T}
`.slice(1);

const analysis = analyseText(dutchCase(BODY));
const step = (id: string, direction: 'carries' | 'carriedBy') =>
  hierarchyStep(analysis, id, direction, 'nl').map(({ name }) => name);

/** The item at the mark that stands behind the first of `what`. */
function at(what: string): string | undefined {
  const { text, offset } = readCursor(dutchCase(BODY.replace(what, `${what}█`)));
  return hierarchyItemAt(analyseText(text), offset, 'nl')?.id;
}

describe('the hierarchy', () => {
  it('goes down from the claim to circumstances, evidence and arguments', () => {
    assert.deepEqual(step('verzoek', 'carriedBy'), ['Hartziekte']);
    assert.deepEqual(step('circ-hart', 'carriedBy'), ['Dr. X', 'Foto', 'Evenredigheid']);
    assert.deepEqual(step('ev-val', 'carriedBy'), ['Dr. X', 'Evenredigheid']);
    assert.deepEqual(step('arg', 'carriedBy'), []);
    assert.deepEqual(step('circ-los', 'carriedBy'), []);
  });

  it('goes up again, each link once, whichever side it is written on', () => {
    assert.deepEqual(step('brief-arts', 'carries'), ['Val van de trap', 'Hartziekte']);
    assert.deepEqual(step('doc-foto', 'carries'), ['Hartziekte']);
    assert.deepEqual(step('arg', 'carries'), ['Hartziekte', 'Val van de trap']);
    assert.deepEqual(
      hierarchyStep(analysis, 'circ-hart', 'carries', 'nl').map(({ id }) => id),
      ['verzoek'],
    );
    assert.deepEqual(step('verzoek', 'carries'), []);
  });

  it('leaves out refused letters, rebuttals, and links to nothing or to the wrong kind of item', () => {
    assert.deepEqual(step('brief-nee', 'carries'), []);
    assert.deepEqual(step('contra', 'carriedBy'), []);
    assert.deepEqual(step('niets', 'carriedBy'), []);
    assert.deepEqual(step('circ-los', 'carries'), []);
  });

  it('begins at an id, or anywhere in an item', () => {
    assert.equal(at('supports: [circ'), 'circ-hart');
    assert.equal(at('title: Hart'), 'circ-hart');
    assert.equal(at('claim:\n  id: verzoek\n  ki'), 'verzoek');
    assert.equal(at('- id: ev-'), 'ev-val');
    assert.equal(at('{id: con'), undefined);
    assert.equal(at('letters'), undefined);
  });

  it('has no item for persons and procedures', () => {
    const { text, offset } = readCursor(
      dutchCase('procedures:\n  - id: p█\n    kind: asylum\n    lodged: 2015\n'),
    );
    assert.equal(hierarchyItemAt(analyseText(text), offset, 'nl'), undefined);
  });
});
