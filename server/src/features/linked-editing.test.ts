import assert from 'node:assert/strict';
import { analyseText, dutchCase, readCursor } from '../testing/marked.js';
import { ID_PATTERN, linkedRanges } from './linked-editing.js';

const BODY = `circumstances:
  - id: circ-hart
    kind: medical
    title: Hartziekte
claim:
  id: verzoek
  kind: deferral
  circumstances: ["circ-hart"]
letters:
  - id: brief
    from: {role: physician}
    status: planned
    supports:
      - circ-hart # de ziekte
`;

function linked(body: string): string[] {
  const { text, offset } = readCursor(dutchCase(body));
  return linkedRanges(analyseText(text), offset).map(({ start, end }) => {
    assert.match(text.slice(start, end), new RegExp(`^${ID_PATTERN}$`));
    return `${text.slice(text.lastIndexOf('\n', start) + 1, start).trim()}|${text.slice(start, end)}`;
  });
}

describe('linked editing', () => {
  it('changes the id of an item with its references, quoted or not', () => {
    for (const at of ['id: █circ-hart', 'id: circ-hart█', 'id: circ-█hart'])
      assert.deepEqual(linked(BODY.replace('id: circ-hart', at)), [
        '- id:|circ-hart',
        'circumstances: ["|circ-hart',
        '-|circ-hart',
      ]);
  });

  it('leaves alone a reference, which is to name another item', () => {
    assert.deepEqual(linked(BODY.replace('"circ-hart', '"circ-█hart')), []);
    assert.deepEqual(linked(BODY.replace('- circ-hart #', '- circ-█hart #')), []);
  });

  it('waits until the file can be read', () => {
    const body = BODY.replace('id: circ-hart', 'id: █circ-hart');
    assert.equal(linked(body).length, 3);
    assert.deepEqual(linked(body.replace('circumstances: [', 'circumstances:[')), []);
  });

  it('leaves alone an id that nothing refers to, that stands twice, or that is written in another way', () => {
    assert.deepEqual(linked(BODY.replace('id: brief', 'id: br█ief')), []);
    assert.deepEqual(
      linked(`${BODY.replace('id: circ-hart', 'id: circ-█hart')}  - id: circ-hart\n    status: planned\n`),
      [],
    );
    assert.deepEqual(
      linked(BODY.replace('id: circ-hart', 'id: █circ-hart').replace('"circ-hart"', '"circ\\u002dhart"')),
      [],
    );
    assert.deepEqual(linked(BODY.replace('Hartziekte', 'Hart█ziekte')), []);
  });
});
