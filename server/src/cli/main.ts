/** The command line. What a command needs is loaded only when it is asked for. */

import { Command, CommanderError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { say } from '../core/words/words.js';
import { FORMATS as EXPORT_FORMATS } from '../features/papers/export.js';
import { WHATS } from '../features/papers/paper.js';
import { check, FORMATS } from './check.js';
import { explain, rules } from './explain.js';
import { exportCases } from './export.js';
import { outputLanguage } from './language.js';

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
  addExport(root);
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

function addExport(root: Command): void {
  root
    .command('export')
    .description(
      'Make papers of case files: the draft request, the case to read, the chronology, letter requests.',
    )
    .argument('<files...>', 'files, folders or globs')
    .addOption(
      new Option('--to <format>', 'what kind of file; default by the name in --output, else docx').choices(
        EXPORT_FORMATS,
      ),
    )
    .addOption(
      new Option('--what <paper>', 'which paper (of no matter for ics: the running time limits)')
        .choices(WHATS)
        .default('request'),
    )
    .option('-o, --output <path>', 'a file, a folder, or - for standard output; default beside the case file')
    .option('--force', 'replace files that are there already')
    .addOption(languageOption('language of the paper and the messages; default the case’s and the system’s'))
    .addHelpText(
      'after',
      '\nA paper with open points is marked as a draft. Information, no legal advice.\n' +
        'Ends with 0: everything was made; 2: something was not, and why is told.',
    )
    .action(async (paths: string[], options: Parameters<typeof exportCases>[1]) => {
      process.exitCode = await exportCases(paths, options);
    });
}

function languageOption(description = 'language of the messages; default the system’s'): Option {
  return new Option('--lang <language>', description).choices(['nl', 'en', 'de']);
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
