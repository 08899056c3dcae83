/** The command line. What a command needs is loaded only when it is asked for. */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { say } from '../core/words/words.js';
import { check, FORMATS } from './check.js';
import { explain, rules } from './explain.js';
import { outputLanguage } from './language.js';
import { readShard, type Shard } from './run/shard.js';

/** Something is at or above `--fail-on`; the run itself failed. */
export const FOUND = 1;
export const FAILED = 2;

function program(): Command {
  const root = new Command('vangnet')
    .description(
      'Checks structured legal case files (hardship claims, NL and DE). Information, no legal advice.',
    )
    .version(manifest.version, '-V, --version')
    .showHelpAfterError('(vangnet --help tells more)')
    .exitOverride();
  root
    .command('check')
    .description('Check case files: files, folders and globs; by default this folder.')
    .argument('[paths...]', 'files, folders or globs')
    .addOption(
      new Option('--format <format>', 'how to print; default pretty on a terminal, else plain').choices(
        FORMATS,
      ),
    )
    .addOption(
      new Option('--fail-on <severity>', 'end with 1 at findings of this severity or above')
        .choices(['error', 'warning', 'information', 'hint'])
        .default('error'),
    )
    .addOption(
      new Option('--jobs <number>', 'threads to use; default by cores and amount of work').argParser(jobs),
    )
    .option('--cache', 'keep what is found, and don’t check again what did not change')
    .option('--no-cache', 'don’t (the default)')
    .option(
      '--cache-location <folder>',
      'where to keep it; default node_modules/.cache/vangnet or .vangnet-cache',
    )
    .addOption(
      new Option(
        '--shard <part>',
        'check only a part, such as 2/5; ‘vangnet merge’ puts the JSON reports together',
      ).argParser(shard),
    )
    .option('--fix', 'apply the safe fixes, save the files, and report what is left')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nEnds with 0: nothing at or above --fail-on; 1: something; 2: the run itself failed.',
    )
    .action(async (paths: string[], options: Parameters<typeof check>[1]) => {
      process.exitCode = await check(paths, options);
    });
  root
    .command('explain')
    .description('Tell what a check looks at, why, and what helps.')
    .argument('<rule>', 'the id of a check, such as first-procedure-only')
    .addOption(languageOption())
    .action((rule: string, { lang }: { lang?: string }) => {
      process.exitCode = explain(rule, outputLanguage(lang));
    });
  root
    .command('rules')
    .description('List every check.')
    .addOption(new Option('--format <format>', 'how to print').choices(['md', 'json']).default('md'))
    .addOption(languageOption())
    .action(({ format, lang }: { format: 'md' | 'json'; lang?: string }) => {
      rules(format, outputLanguage(lang));
    });
  root
    .command('lsp')
    .description('Run the language server, for any editor.')
    .option('--stdio', 'speak over standard input and output (the default)')
    .action(() => {
      // A bundle of its own: `check` need not load the protocol.
      require('./server.cjs');
    });
  return root;
}

function jobs(text: string): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 256) throw new InvalidArgumentError('It is a number from 1 to 256.');
  return number;
}

function shard(text: string): Shard {
  const read = readShard(text);
  if (!read) throw new InvalidArgumentError('It is a part and a number of parts, such as 2/5, at most 999.');
  return read;
}

function languageOption(): Option {
  return new Option('--lang <language>', 'language of the messages; default the system’s').choices([
    'nl',
    'en',
    'de',
  ]);
}

/** A reader that goes away early, such as `head`, is no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

program()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : FAILED;
    else {
      process.exitCode = FAILED;
      const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      process.stderr.write(
        `${say({ key: 'cli.unexpected', args: { error: name } }, outputLanguage(undefined))}\n`,
      );
    }
  });
