/** The command line. What a command needs is loaded only when it is asked for. */

import { Command, CommanderError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { say } from '../core/words/words.js';
import { TEMPLATES } from '../features/forms/new-case.js';
import { check, FORMATS } from './check.js';
import { exercise } from './exercise.js';
import { explain, rules } from './explain.js';
import { outputLanguage } from './language.js';
import { type Ask, createCase, type NewOptions } from './new.js';
import { type PseudonymiseOptions, pseudonymiseFile } from './pseudonymise.js';

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
  newCommand(root.command('new'));
  root
    .command('exercise')
    .description('How much of an exercise (samples/exercises) is solved, and what is left.')
    .argument('[paths...]', 'exercises: files, folders or globs')
    .addOption(languageOption())
    .addHelpText('after', '\nEnds with 0: all solved; 1: something is left; 2: no exercise.')
    .action(async (paths: string[], { lang }: { lang?: string }) => {
      process.exitCode = await exercise(paths, lang);
    });
  root
    .command('pseudonymise')
    .description('Replace names, numbers, contact details and days of birth, so that a case can be shared.')
    .argument('<file>', 'the case file; it stays as it is')
    .option('--output <file>', 'where to write it; - prints it; default a file beside it')
    .option('--key <file>', 'also write the key with the real names, for the way back')
    .option('--restore', 'the way back: put the real names of --key into the file')
    .addOption(languageOption())
    .addHelpText('after', '\nNever changes a file that is there. Ends with 0: done; 2: not done.')
    .action(async (file: string, options: PseudonymiseOptions) => {
      process.exitCode = await pseudonymiseFile(file, options);
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

function newCommand(command: Command): void {
  command
    .description('Begin a case file: asks in a terminal, else takes what the options say.')
    .argument(
      '[file]',
      'the file to make, or a folder for it; - prints it; default a file named after the person',
    )
    .addOption(new Option('--template <kind>', 'what to begin with').choices(TEMPLATES))
    .option('--name <name>', 'name or pseudonym of the applicant')
    .option('--title <title>', 'title of the case')
    .option('--confidentiality <kind>', 'real, pseudonymised or fictional')
    .option('--birth-date <date>', 'a year, month or day, as all dates here')
    .option('--nationality <code>', 'such as IQ (ISO 3166-1), stateless or unknown')
    .option('--arrival-date <date>', 'arrival in the country')
    .option('--first-procedure <date>', 'when a residence permit was first applied for')
    .option('--circumstances <kinds>', 'what makes it hard, such as rooted,medical')
    .option('--federal-state <code>', 'such as DE-SH; Germany only')
    .option('--office <name>', 'who keeps the file')
    .option('--no-ask', 'ask nothing, also in a terminal')
    .addOption(languageOption())
    .addHelpText('after', '\nNever changes a file that is there. Ends with 0: made; 2: not made.')
    .action(async (file: string | undefined, options: NewOptions) => {
      const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
      // A bundle of its own: `check` need not load the prompts.
      const { ask } = (isTerminal ? require('./ask.cjs') : {}) as { ask?: Ask };
      process.exitCode = await createCase(file, options, ask);
    });
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
