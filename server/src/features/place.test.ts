import assert from 'node:assert/strict';
import { analyseText, dutchCase, readCursor } from '../testing/marked.js';
import { placeAt } from './place.js';

/** `on def.key path` at the cursor. */
function at(body: string): string | undefined {
  const { text, offset } = readCursor(dutchCase(body));
  const place = placeAt(analyseText(text), offset);
  return place && `${place.on} ${place.def}.${place.key} ${place.path.join('/')}`;
}

describe('the place at a cursor', () => {
  it('is a field of the file', () => {
    assert.equal(at('let█ters:\n  - id: b\n'), 'key .letters letters');
    assert.equal(at('█claim:\n  id: v\n'), 'key .claim claim');
  });

  it('is a key or a value of an item, also right behind it', () => {
    assert.equal(at('letters:\n  - id: b\n    sta█tus: planned\n'), 'key letter.status status');
    assert.equal(at('letters:\n  - id: b\n    status: planned█\n'), 'value letter.status status');
    assert.equal(at('claim:\n  id: v\n  scope: any█-time\n'), 'value claim.scope scope');
  });

  it('is deeper down: in fields below a field, in lists, in brackets', () => {
    assert.equal(at('letters:\n  - id: b\n    from: {role: ma█yor}\n'), 'value letterSender.role from/role');
    assert.equal(at('letters:\n  - id: b\n    supports: [a, b█c]\n'), 'value letter.supports supports/1');
    assert.equal(
      at('letters:\n  - id: b\n    supports:\n      - a\n      - b█c\n'),
      'value letter.supports supports/1',
    );
    assert.equal(
      at('procedures:\n  - id: p\n    remedies:\n      - id: r\n        kind: app█eal\n'),
      'value remedy.kind remedies/0/kind',
    );
  });

  it('is a field that the format doesn’t know', () => {
    assert.equal(at('claim:\n  id: v\n  surp█rise: 1\n'), 'key claim.surprise surprise');
  });

  it('is nothing between items and in comments', () => {
    assert.equal(at('# let█ters\nclaim:\n  id: v\n'), undefined);
    assert.equal(at('claim:\n  id: v   █\n  kind: deferral\n'), undefined);
  });
});
