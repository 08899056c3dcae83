import assert from 'node:assert/strict';
import type { FileState, FileStates } from '../../core/files.js';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'file-not-found';
const disk = (state: FileState | undefined): FileStates => ({ stateOf: () => state });

const letter = (file: string) =>
  dutchCase(`letters:\n  - id: brief\n    from: {role: school}\n    status: signed\n    file: ${file}\n`);

describe(RULE, () => {
  it('speaks at the path of a letter and of a document', () => {
    checkRule(RULE, `${letter('brieven/school.pdf')}#         ^^^^^^^^^^^^^^^^^^ warning file-not-found\n`, {
      files: disk('missing'),
    });
    checkRule(
      RULE,
      dutchCase(
        'documents:\n  - {id: d, kind: other, title: D, file: "a b.pdf"}\n#                                        ^^^^^^^^^ warning file-not-found\n',
      ),
      { files: disk('missing') },
    );
  });

  it('asks for the path as the file has it', () => {
    const asked: string[] = [];
    const files: FileStates = {
      stateOf: (path) => {
        asked.push(path);
        return 'there';
      },
    };
    checkRule(RULE, letter("'brieven/school of thuis.pdf'"), { files });
    assert.ok(asked.length > 0 && asked.every((path) => path === 'brieven/school of thuis.pdf'));
  });

  it('is silent where the file is there or outside, and where nobody can tell', () => {
    for (const state of ['there', 'outside', undefined] as const)
      checkRule(RULE, letter('x.pdf'), { files: disk(state) });
    checkRule(RULE, letter('x.pdf'));
  });

  it('is silent about blanks and what is no path', () => {
    for (const file of ['"{{bestand}}"', '{{bestand}}', 'brieven/{{naam}}.pdf', '[a, b]', '""', '2013'])
      checkRule(RULE, letter(file), { files: disk('missing') });
  });

  it('speaks of documents where the letters can not be read', () => {
    checkRule(
      RULE,
      dutchCase(
        'letters: later\ndocuments:\n  - {id: d, kind: other, title: D, file: d.pdf}\n#                                        ^^^^^ warning file-not-found\n',
      ),
      { files: disk('missing') },
    );
  });

  it('has words', () => {
    const options = { files: disk('missing') };
    assert.equal(
      messageOf(RULE, letter('school.pdf'), 'nl', options),
      'Het bestand ‘school.pdf’ van deze brief is niet gevonden. Wie de zaak overneemt, kan de brief dan niet lezen. Kijk na of de naam klopt en waar het bestand staat; de plaats telt vanaf dit zaakbestand.',
    );
    assert.match(
      messageOf(RULE, letter('x.pdf'), 'en', options),
      /^The file ‘x\.pdf’ of this letter was not found\./,
    );
    assert.match(
      messageOf(
        RULE,
        dutchCase('documents:\n  - {id: d, kind: other, title: D, file: x.pdf}\n'),
        'de',
        options,
      ),
      /^Die Datei „x\.pdf“ zu diesem Nachweis wurde nicht gefunden\./,
    );
  });
});
