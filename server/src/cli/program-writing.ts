/** The commands that write a case file, or help to learn how to. */

import { type Command, Option } from 'commander';
import type { Language } from '../core/words/words.js';
import { TEMPLATES } from '../features/forms/templates.js';
import { FORMATS, WHATS } from '../features/papers/choices.js';
import { type HelpWord, languageOption } from './command-words.js';
import type { ExportOptions } from './export.js';
import type { Ask, NewOptions } from './new.js';
import type { PseudonymiseOptions } from './pseudonymise.js';

export function addNew(root: Command, language: Language, word: HelpWord): void {
  root
    .command('new')
    .description(word('new'))
    .argument('[file]', word('new-file'))
    .addOption(new Option('--template <kind>', word('new-template')).choices(TEMPLATES))
    .option('--name <name>', word('new-name'))
    .option('--title <title>', word('new-title'))
    .option('--confidentiality <kind>', word('new-confidentiality'))
    .option('--birth-date <date>', word('new-birth-date'))
    .option('--nationality <code>', word('new-nationality'))
    .option('--arrival-date <date>', word('new-arrival-date'))
    .option('--first-procedure <date>', word('new-first-procedure'))
    .option('--circumstances <kinds>', word('new-circumstances'))
    .option('--federal-state <code>', word('new-federal-state'))
    .option('--office <name>', word('new-office'))
    .option('--no-ask', word('new-no-ask'))
    .addOption(languageOption(word))
    .addHelpText('after', `\n${word('new-exit')}`)
    .action(async (file: string | undefined, options: NewOptions) => {
      const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
      // A bundle of its own: `check` need not load the prompts.
      const { ask } = (isTerminal ? require('./ask.cjs') : {}) as { ask?: Ask };
      const { createCase } = await import('./new.js');
      process.exitCode = await createCase(file, options, language, ask);
    });
}

export function addExport(root: Command, language: Language, word: HelpWord): void {
  root
    .command('export')
    .description(word('export'))
    .argument('<files...>', word('export-files'))
    .addOption(new Option('--to <format>', word('export-to')).choices(FORMATS))
    .addOption(new Option('--what <paper>', word('export-what')).choices(WHATS).default('request'))
    .option('-o, --output <path>', word('export-output'))
    .option('--force', word('export-force'))
    .addOption(languageOption(word))
    .addHelpText('after', `\n${word('export-exit')}`)
    .action(async (paths: string[], _own: object, command: Command) => {
      const { exportCases } = await import('./export.js');
      // The language is an option of every command, wherever it stands: of the papers too.
      const options = command.optsWithGlobals<ExportOptions>();
      process.exitCode = await exportCases(paths, options, language);
    });
}

export function addExercise(root: Command, language: Language, word: HelpWord): void {
  root
    .command('exercise')
    .description(word('exercise'))
    .argument('[paths...]', word('check-paths'))
    .addOption(languageOption(word))
    .addHelpText('after', `\n${word('exercise-exit')}`)
    .action(async (paths: string[]) => {
      const { exercise } = await import('./exercise.js');
      process.exitCode = await exercise(paths, language);
    });
}

export function addPseudonymise(root: Command, language: Language, word: HelpWord): void {
  root
    .command('pseudonymise')
    .description(word('pseudonymise'))
    .argument('<file>', word('pseudonymise-file'))
    .option('--output <file>', word('pseudonymise-output'))
    .option('--key <file>', word('pseudonymise-key'))
    .option('--restore', word('pseudonymise-restore'))
    .addOption(languageOption(word))
    .addHelpText('after', `\n${word('new-exit')}`)
    .action(async (file: string, options: PseudonymiseOptions) => {
      const { pseudonymiseFile } = await import('./pseudonymise.js');
      process.exitCode = await pseudonymiseFile(file, options, language);
    });
}
