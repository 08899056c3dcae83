import { commands, type TextEditor } from 'vscode';
import { closeCase, expectShown, HEAD, openCase, serverRuns, setLanguage, typeText } from '../case.js';

/** Enter, formatting and linked editing, as the keyboard drives them. */
describe('writing', () => {
  let editor: TextEditor;

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
  });
  after(closeCase);

  describe('Enter', () => {
    const supports = 'letters:\n  - id: b\n    supports:\n';
    const cases: [what: string, before: string, after: string][] = [
      ['below the first field of an item', 'letters:\n  - id: b█\n', 'letters:\n  - id: b\n    █\n'],
      ['below a section that holds a list', 'letters:█\n', 'letters:\n  █\n'],
      ['in a list of words', 'x-lijst:\n  - een█\n', 'x-lijst:\n  - een\n  - █\n'],
      ['in a list of ids', `${supports}      - ada█\n`, `${supports}      - ada\n      - █\n`],
      ['behind an empty dash', `${supports}      - ada\n      - █\n`, `${supports}      - ada\n    █\n`],
      ['behind an empty dash of items', 'letters:\n  - id: b\n  - █\n', 'letters:\n  - id: b\n█\n'],
      ['below a field with fields', '  - id: b\n    from:█\n', '  - id: b\n    from:\n      █\n'],
      ['below a text of several lines', 'claim:\n  request: >-█\n', 'claim:\n  request: >-\n    █\n'],
      ['in a text', 'claim:\n  request: >-\n    Ada█\n', 'claim:\n  request: >-\n    Ada\n    █\n'],
      ['in a comment', '# uitleg█\n', '# uitleg\n# █\n'],
    ];
    for (const [what, before, after] of cases)
      it(what, async () => {
        editor = await openCase(HEAD + before);
        await typeText('\n');
        await expectShown(editor, HEAD + after);
      });

    it('behind a field that is then typed, in the file’s own depth', async () => {
      const head = HEAD.replaceAll(/^( +)/gm, '$1$1');
      editor = await openCase(`${head}letters:█\n`);
      await typeText('\n- id: b\nstatus: planned\n');
      await expectShown(editor, `${head}letters:\n    - id: b\n      status: planned\n      █\n`);
    });
  });

  it('a dash below the fields of an item goes to the dashes of its list', async () => {
    editor = await openCase(`${HEAD}    █\n`);
    await typeText('-');
    await expectShown(editor, `${HEAD}  -█\n`);
  });

  it('an id that is changed changes with its references', async () => {
    const claim = 'claim:\n  id: v\n  kind: deferral\n  circumstances: [circ-hart]\n';
    const marked = `${HEAD}circumstances:\n  - id: circ-hart█\n    kind: medical\n    title: T\n${claim}`;
    const linked = marked.replace('hart█', 'hart-en█').replace('[circ-hart]', '[circ-hart-en]');
    // The editor asks for the linked places when the cursor comes to stand there, and tells nobody when it has them:
    // on a busy machine typing can be ahead of it.
    let isLinked = false;
    for (let tries = 0; tries < 3 && !isLinked; tries++) {
      editor = await openCase(marked);
      await commands.executeCommand('editor.action.linkedEditing');
      await typeText('-en');
      isLinked = await expectShown(editor, linked).then(
        () => true,
        () => false,
      );
    }
    await expectShown(editor, linked);
  });

  describe('formatting', () => {
    const untidy =
      '# De zaak van Ada.\nletters:\n    -   id:   b   # wie\n        status:    planned\n\n\n\nclaim:\n   id: v\n';
    const tidy = '# De zaak van Ada.\nletters:\n  - id: b # wie\n    status: planned\n\n\nclaim:\n  id: v\n';

    it('of the whole file keeps comments and the parts between', async () => {
      editor = await openCase(`${HEAD}\n${untidy}█`);
      await commands.executeCommand('editor.action.formatDocument');
      await expectShown(editor, `${HEAD}\n${tidy}█`);
      await commands.executeCommand('undo');
      await expectShown(editor, `${HEAD}\n${untidy}█`);
    });

    it('of a selection leaves the rest', async () => {
      editor = await openCase(
        `${HEAD}\n${untidy.replace('claim:', '█claim:').replace('id: v\n', 'id: v█\n')}`,
      );
      await commands.executeCommand('editor.action.formatSelection');
      await expectShown(
        editor,
        `${HEAD}\n${untidy.replace('claim:', '█claim:').replace('   id: v\n', '  id: v█\n')}`,
      );
    });
  });
});
