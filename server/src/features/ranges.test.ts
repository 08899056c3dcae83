import assert from 'node:assert/strict';
import { parseCase } from '../core/document.js';
import { readCursor } from '../testing/marked.js';
import { foldsOf, stretchesAt } from './ranges.js';

describe('folding', () => {
  it('folds sections, items, long values and comments', () => {
    const text = [
      '# Een',
      '# twee',
      'case:',
      '  id: x',
      '  summary: >-',
      '    Een verhaal',
      '    van twee regels',
      'letters:',
      '  - id: a',
      '    status: planned',
      '',
      '  - id: b',
      'claim: {id: v}',
    ].join('\n');
    assert.deepEqual(
      foldsOf(parseCase(text)).map(({ first, last, kind }) => `${first}-${last}${kind ? ` ${kind}` : ''}`),
      ['0-1 comment', '2-6', '4-6', '7-11', '8-9'],
    );
  });

  it('folds nothing where nothing is', () => {
    assert.deepEqual(foldsOf(parseCase('')), []);
  });
});

describe('selection', () => {
  const steps = (marked: string) => {
    const { text, offset } = readCursor(marked);
    return stretchesAt(parseCase(text), offset).map(({ start, end }) => text.slice(start, end));
  };

  it('grows from the word over value, field and item to the whole', () => {
    assert.deepEqual(steps('letters:\n  - id: a\n    summary: een lange br█ief\n'), [
      'brief',
      'een lange brief',
      'summary: een lange brief',
      'id: a\n    summary: een lange brief',
      '- id: a\n    summary: een lange brief',
      'letters:\n  - id: a\n    summary: een lange brief',
      'letters:\n  - id: a\n    summary: een lange brief\n',
    ]);
  });

  it('grows inside brackets', () => {
    assert.deepEqual(steps('claim:\n  grounds: [a, b█c]\n').slice(0, 3), [
      'bc',
      '[a, bc]',
      'grounds: [a, bc]',
    ]);
  });

  it('is the whole text between things', () => {
    assert.deepEqual(steps('a: 1\n\n█\n'), ['a: 1\n\n\n']);
  });
});
