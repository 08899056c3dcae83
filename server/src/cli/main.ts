/** The command line. What a command needs is loaded only when it is asked for. */

import { CommanderError } from 'commander';
import { type Language, say } from '../core/words/words.js';
import { helpWords, mistakeInWords } from './command-words.js';
import { Configs } from './configs.js';
import { outputLanguage } from './language.js';
import { printable } from './printable.js';
import { program, TOLD } from './program.js';
import { brokenStdout, note, watchStreams } from './stdout.js';

/** The run itself failed. */
const FAILED = 2;

async function main(args: readonly string[]): Promise<void> {
  watchStreams();
  const language = languageOf(args);
  try {
    await program(language, serve, args[0]).parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = FAILED;
    if (!(error instanceof CommanderError)) tellUnexpected(error, language);
    else if (error.exitCode === 0) process.exitCode = 0;
    // Asked for nothing: the help that was printed says it all.
    else if (error.code !== 'commander.help' && error.code !== TOLD) tellMistake(error, args, language);
  }
  const broken = brokenStdout();
  if (broken && args[0] !== 'check') note(broken, language);
  if (broken) process.exitCode = FAILED;
}

/** `--lang`, the configuration of this folder, the system: needed before the command line is read, for its help. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.split('=')[1] ?? (at === -1 ? undefined : args[at + 1]);
  const cwd = process.cwd();
  return outputLanguage(asked, new Configs(cwd).forFolder(cwd).config.language);
}

function tellMistake(error: CommanderError, args: readonly string[], language: Language): void {
  const word = helpWords(language);
  const { commands } = program(language, serve);
  const command = commands.some((one) => one.name() === args[0]) ? `${args[0]} ` : '';
  process.stderr.write(`vangnet: ${printable(mistakeInWords(error, word))}\n${word('more', { command })}\n`);
}

/** A bundle of its own: `check` need not load the protocol. */
function serve(): void {
  require('./server.cjs');
}

function tellUnexpected(error: unknown, language: Language): void {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`${say({ key: 'cli.unexpected', args: { error: name } }, language)}\n`);
}

void main(process.argv.slice(2));
