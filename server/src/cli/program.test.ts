import assert from 'node:assert/strict';
import { CommanderError } from 'commander';
import { LANGUAGES, type Language } from '../core/words/words.js';
import { helpWords, mistakeInWords } from './command-words.js';
import { program } from './program.js';

/** What is said of this command line. */
function mistake(language: Language, ...args: string[]): string {
  try {
    program(language, () => undefined).parse(args, { from: 'user' });
  } catch (error) {
    assert.ok(error instanceof CommanderError);
    return mistakeInWords(error, helpWords(language));
  }
  return '';
}

describe('the help of the command line', () => {
  for (const language of LANGUAGES)
    it(`is whole in ${language}: every command and option, on lines that fit`, () => {
      const root = program(language, () => undefined);
      for (const command of [root, ...root.commands]) {
        const help = command.helpInformation();
        for (const one of command.commands) assert.ok(help.includes(`  ${one.name()} `), one.name());
        for (const { long, description } of command.options) {
          assert.ok(help.includes(long ?? '?'), long);
          assert.ok(description.length > 0 && !description.startsWith('help.'), long);
        }
        for (const line of help.split('\n')) assert.ok(line.length <= 80, line);
      }
    });

  it('has no English left in Dutch and German', () => {
    for (const language of ['nl', 'de'] as const) {
      const root = program(language, () => undefined);
      for (const command of [root, ...root.commands])
        assert.doesNotMatch(
          command.helpInformation(),
          /Usage|Options:|Commands:|Arguments:|\[options\]|\[command\]|default:|choices|display help/,
        );
    }
  });

  it('says what is wrong with a command line, in each language', () => {
    assert.equal(
      mistake('nl', 'check', '--formt'),
      'De optie ‘--formt’ bestaat niet. Waarschijnlijk is ‘--format’ bedoeld.',
    );
    assert.equal(mistake('de', 'chek'), 'Den Befehl „chek“ gibt es nicht. Gemeint ist wohl „check“.');
    assert.equal(mistake('en', 'explain'), 'This is missing: rule.');
    assert.equal(mistake('en', 'explain', 'a', 'b'), '‘explain’ is given too much.');
    assert.equal(mistake('en', 'check', '--baseline'), 'The value after ‘--baseline <file>’ is missing.');
    assert.equal(
      mistake('en', 'check', '--fail-on', 'loud'),
      '‘loud’ does not fit ‘--fail-on <severity>’. Choose from: error, warning, information, hint.',
    );
    assert.equal(
      mistake('en', 'check', '--max-warnings', '-1'),
      '‘-1’ does not fit ‘--max-warnings <n>’. It takes a whole number from 0 on.',
    );
    assert.equal(
      mistake('en', 'check', '--fix', '--fix-dry-run'),
      '‘--fix-dry-run’ and ‘--fix’ don’t go together.',
    );
  });
});
