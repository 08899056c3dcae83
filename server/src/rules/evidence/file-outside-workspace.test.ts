import assert from 'node:assert/strict';
import type { FileState, FileStates } from '../../core/files.js';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'file-outside-workspace';
const disk = (state: FileState | undefined): FileStates => ({ stateOf: () => state });

const document = (file: string) =>
  dutchCase(`documents:\n  - id: stuk\n    kind: other\n    title: T\n    file: ${file}\n`);

describe(RULE, () => {
  it('speaks at the path, and of letters too', () => {
    checkRule(
      RULE,
      `${document('../../besluit.pdf')}#         ^^^^^^^^^^^^^^^^^ error file-outside-workspace\n`,
      {
        files: disk('outside'),
      },
    );
    checkRule(
      RULE,
      dutchCase(
        'letters:\n  - {id: b, from: {role: ngo}, status: signed, file: /etc/x}\n#                                                    ^^^^^^ error file-outside-workspace\n',
      ),
      { files: disk('outside') },
    );
  });

  it('is silent where the file is inside, missing, or where nobody may look', () => {
    for (const state of ['there', 'missing', undefined] as const)
      checkRule(RULE, document('../x.pdf'), { files: disk(state) });
    checkRule(RULE, document('../x.pdf'));
    checkRule(RULE, document('"{{bestand}}"'), { files: disk('outside') });
  });

  it('has words', () => {
    const options = { files: disk('outside') };
    assert.equal(
      messageOf(RULE, document('../x.pdf'), 'nl', options),
      'Het bestand ‘../x.pdf’ van dit bewijsstuk ligt buiten de werkmap. Wie de map krijgt, krijgt het stuk niet mee, en op een andere computer wordt het niet gevonden. Zet het bestand in de map van de zaak en noem de plaats vanaf dit zaakbestand.',
    );
    assert.match(messageOf(RULE, document('../x.pdf'), 'en', options), /lies outside the working folder\./);
    assert.match(
      messageOf(RULE, document('../x.pdf'), 'de', options),
      /liegt außerhalb des Arbeitsordners\./,
    );
  });
});
