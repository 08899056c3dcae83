import assert from 'node:assert/strict';
import { applyEdits } from '../core/edits/draft.js';
import { analyseText, dutchCase } from '../testing/marked.js';
import { pathsAfter } from './moved-files.js';

const FOLDER = 'file:///w';
const CASE = `${FOLDER}/zaken/ada.case.yaml`;
const TEXT = dutchCase(`
  letters:
    - id: l # a comment
      from: {role: school}
      status: received
      file: brieven/school.pdf   # and one behind it
  documents:
    - {id: d, kind: other, title: D, file: "../stukken/d e.pdf"}
    - {id: weg, kind: other, title: D, file: '../../buiten.pdf'}
    - {id: leeg, kind: other, title: D, file: 'brieven/{{bestand}}.pdf'}
`);

/** The paths after the move, in their order. */
function after(...moves: [from: string, to: string][]): string[] {
  const analysis = analyseText(TEXT);
  const edits = pathsAfter(
    analysis,
    CASE,
    moves.map(([from, to]) => ({ from: `${FOLDER}/${from}`, to: `${FOLDER}/${to}` })),
    [FOLDER],
  );
  const text = applyEdits(TEXT, edits);
  return [...text.matchAll(/file: (.*?\.pdf["']?)/g)].map(([, path]) => path as string);
}

const SAME = [
  'brieven/school.pdf',
  '"../stukken/d e.pdf"',
  "'../../buiten.pdf'",
  "'brieven/{{bestand}}.pdf'",
];

describe('the paths in a case file', () => {
  it('follow a file and keep their quotes', () => {
    assert.deepEqual(after(['zaken/brieven/school.pdf', 'post/school 2.pdf']), [
      '../post/school 2.pdf',
      ...SAME.slice(1),
    ]);
    assert.deepEqual(after(['stukken/d e.pdf', 'zaken/d.pdf']), [SAME[0], '"d.pdf"', ...SAME.slice(2)]);
  });

  it('follow the folder of a file, and several moves at once', () => {
    const moved = after(['zaken/brieven', 'zaken/post'], ['stukken', 'archief/stukken']);
    assert.deepEqual(moved, ['post/school.pdf', '"../archief/stukken/d e.pdf"', ...SAME.slice(2)]);
  });

  it('are counted from where the case file goes', () => {
    assert.deepEqual(after(['zaken/ada.case.yaml', 'oud/2020/ada.case.yaml']), [
      '../../zaken/brieven/school.pdf',
      '"../../stukken/d e.pdf"',
      ...SAME.slice(2),
    ]);
  });

  it('stay when the case file goes along, keeps its folder, or has nothing to do with it', () => {
    assert.deepEqual(after(['zaken', 'oud'], ['stukken', 'stukken']), SAME);
    assert.deepEqual(after(['zaken/ada.case.yaml', 'zaken/bob.case.yaml']), SAME);
    assert.deepEqual(after(['zaken/brieven/school.pd', 'x.pd']), SAME);
    assert.deepEqual(
      after(
        ['zaken/ada.case.yaml', 'oud/ada.case.yaml'],
        ['zaken/brieven', 'oud/brieven'],
        ['stukken', 'stukken'],
      ),
      SAME,
    );
  });

  it('follow nothing out of the workspace', () => {
    const moves = [{ from: CASE, to: 'file:///elders/ada.case.yaml' }];
    assert.deepEqual(pathsAfter(analyseText(TEXT), CASE, moves, [FOLDER]), []);
    const file = [{ from: `${FOLDER}/zaken/brieven/school.pdf`, to: 'file:///elders/school.pdf' }];
    assert.deepEqual(pathsAfter(analyseText(TEXT), CASE, file, [FOLDER]), []);
  });
});
