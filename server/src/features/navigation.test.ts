import assert from 'node:assert/strict';
import { applyEdits } from '../core/edits/draft.js';
import { analyseText, dutchCase, readCursor } from '../testing/marked.js';
import { definitionOf, idAt, occurrencesOf, rename, renameable } from './navigation.js';

const BODY = `
circumstances:
  - id: circ-hart
    kind: medical
    title: Hartziekte
    persons: [a]
claim:
  id: verzoek
  kind: deferral
  circumstances:
    - circ-hart # de ziekte
    - "circ-weg"
letters:
  - id: brief
    from: {role: physician}
    status: planned
    supports: [circ-hart]
`.slice(1);

/** The analysis of the text with a cursor at the mark that replaces the first of `what` behind `after`. */
function at(what: string, after = '') {
  const from = BODY.indexOf(what, BODY.indexOf(after));
  const { text, offset } = readCursor(dutchCase(`${BODY.slice(0, from + 1)}█${BODY.slice(from + 1)}`));
  return { analysis: analyseText(text), text, offset };
}

describe('navigation', () => {
  it('goes from a reference to the item', () => {
    const { analysis, text, offset } = at('circ-hart', 'supports');
    const found = definitionOf(analysis, idAt(analysis, offset)?.id ?? '');
    assert.equal(text.slice(found?.id.start, found?.id.end), 'circ-hart');
    assert.ok(text.slice(found?.item.start, found?.item.end).startsWith('id: circ-hart\n    kind: medical'));
  });

  it('finds every place of an id, from anywhere', () => {
    for (const { analysis, text, offset } of [at('circ-hart'), at('circ-hart', 'supports')]) {
      const places = occurrencesOf(analysis, idAt(analysis, offset)?.id ?? '');
      assert.deepEqual(
        places.map(({ start, end, isDefinition }) => [text.slice(start, end), isDefinition]),
        [
          ['circ-hart', true],
          ['circ-hart', false],
          ['circ-hart', false],
        ],
      );
    }
  });

  it('knows no id where none is', () => {
    for (const place of [at('title'), at('Hartziekte'), at('physician')])
      assert.equal(idAt(place.analysis, place.offset), undefined);
  });

  it('renames the item with its references, keeping quotes and comments', () => {
    const { analysis, text, offset } = at('circ-hart', 'claim');
    const result = rename(analysis, offset, 'circ-ziek');
    assert.ok('edits' in result);
    assert.equal(applyEdits(text, result.edits), text.replaceAll('circ-hart', 'circ-ziek'));
  });

  it('renames remedies, the claim and persons too', () => {
    const { text, offset } = readCursor(
      dutchCase('procedures:\n  - id: p\n    kind: asylum\n    lodged: 2015\n    persons: [█a]\n'),
    );
    const result = rename(analyseText(text), offset, 'ada');
    assert.ok('edits' in result);
    assert.equal(
      applyEdits(text, result.edits),
      text.replace('- id: a\n', '- id: ada\n').replace('[a]', '[ada]'),
    );
  });

  it('refuses, with a reason: what is no id, leads nowhere, is taken, or has another form', () => {
    const title = at('Hartziekte');
    assert.deepEqual(renameable(title.analysis, title.offset), { refusal: 'no-id' });
    const lost = at('circ-weg');
    assert.deepEqual(renameable(lost.analysis, lost.offset), { refusal: 'not-defined' });
    const { analysis, offset } = at('circ-hart');
    assert.deepEqual(rename(analysis, offset, 'brief'), { refusal: 'taken' });
    for (const name of ['Hart', '1-hart', 'hart ziek', ''])
      assert.deepEqual(rename(analysis, offset, name), { refusal: 'form' });
    assert.ok('edits' in rename(analysis, offset, 'circ-hart'));
  });

  it('refuses where two items have the id, or a line that can’t be read names it', () => {
    const refusalIn = (text: string) => {
      const { text: file, offset } = readCursor(dutchCase(text));
      return renameable(analyseText(file), offset);
    };
    const twice = BODY.replace('- id: brief', '- id: circ-hart');
    assert.deepEqual(refusalIn(twice.replace('circ-hart', 'circ█-hart')), { refusal: 'twice' });
    assert.deepEqual(refusalIn(twice.replace('[circ-hart', '[circ█-hart')), { refusal: 'twice' });
    const odd = (line: string) => BODY.replace('status: planned', line).replace('circ-hart', 'circ█-hart');
    assert.deepEqual(refusalIn(odd('\tsupports: [circ-hart]')), { refusal: 'unreadable' });
    assert.ok('id' in refusalIn(odd('\tsupports: [circ-hart-2]')));
    assert.ok('id' in refusalIn(odd('status: planned')));
  });
});
