/** The commands and their options: one function a command. */

import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { SEVERITIES } from '../core/findings.js';
import type { Language } from '../core/words/words.js';
import { lawDay, lawInUse } from '../knowledge/law-in-use.js';
import { check } from './check.js';
import type { CheckOptions } from './check-options.js';
import { type HelpWord, helpIn, helpWords, languageOption } from './command-words.js';
import { explain, rules } from './explain.js';
import type { Said } from './formats.js';
import type { LawOptions } from './law.js';
import { addExercise, addExport, addNew, addPseudonymise } from './program-writing.js';
import { readShard, type Shard } from './run/shard.js';
import { note } from './stdout.js';

/** Characters on a line of help. */
const WIDTH = 80;

type Adding = (root: Command, language: Language, word: HelpWord, serve: () => void) => void;

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, Adding>> = {
  check: addCheck,
  merge: addMerge,
  explain: addExplain,
  rules: addRules,
  new: addNew,
  export: addExport,
  exercise: addExercise,
  pseudonymise: addPseudonymise,
  law: addLaw,
  lsp: addServer,
};

/**
 * @param serve starts the language server
 * @param first what stands first on the command line: where it names a command, no other is made, which takes longer than
 * to check a small file
 */
export function program(language: Language, serve: () => void, first = ''): Command {
  const word = helpWords(language);
  const root = new Command('vangnet')
    .exitOverride()
    // Mistakes are told in main.ts, in the person's language.
    .configureOutput({ outputError: () => undefined })
    .configureHelp(helpIn(word))
    .helpOption('-h, --help', word('help'))
    .helpCommand('help [command]', word('help-command'))
    .description(word('about'))
    .version(versions(word, language), '-V, --version', word('version'))
    .addOption(languageOption(word));
  const named = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  for (const add of named ? [named] : Object.values(COMMANDS)) add(root, language, word, serve);
  for (const command of root.commands)
    if (RESTS_ON_LAW.has(command.name())) command.option('--law <file>', word('law-file'));
  root.hook('preAction', (_root, command) => takeLaw(command.opts().law, language));
  return root;
}

/** Lines of help that Commander does not lay out itself. */
function wrapped(text: string): string {
  return `\n${new Help().boxWrap(text, WIDTH)}`;
}

const RESTS_ON_LAW: ReadonlySet<string> = new Set([
  'check',
  'explain',
  'new',
  'export',
  'exercise',
  'law',
  'lsp',
]);

/** Of the program, and below it of the law. */
function versions(word: HelpWord, language: Language): string {
  const { version } = lawInUse();
  return `${manifest.version}\n${word('version-law', { date: lawDay(language), version })}`;
}

/** The data of the file that `--law` names, before the command looks at anything. */
async function takeLaw(file: unknown, language: Language): Promise<void> {
  if (typeof file !== 'string') return;
  // Here only: what judges such a file need not be loaded by every run.
  const { loadLaw } = await import('./law.js');
  const problem = await loadLaw(file);
  if (!problem) return;
  note(problem, language);
  throw new CommanderError(2, TOLD, '');
}

/** A mistake of which the person was told already. */
export const TOLD = 'vangnet.told';

function addLaw(root: Command, language: Language, word: HelpWord): void {
  root
    .command('law')
    .description(word('law'))
    .addOption(new Option('--since <date>', word('law-since')).conflicts(['expired', 'export']))
    .addOption(new Option('--expired', word('law-expired')).conflicts(['export']))
    .addOption(new Option('--months <n>', word('law-months')).argParser(wholeNumber))
    .option('--export <file>', word('law-export'))
    .option('--force', word('law-force'))
    .addOption(new Option('--format <format>', word('law-format')).choices(['text', 'json']).default('text'))
    .addOption(languageOption(word))
    .addHelpText('after', () => wrapped(word('law-exit')))
    .action(async (options: LawOptions) => {
      const { law } = await import('./law.js');
      process.exitCode = await law(options, language);
    });
}

function addCheck(root: Command, language: Language, word: HelpWord): void {
  const command = root
    .command('check')
    .description(word('check'))
    .argument('[paths...]', word('check-paths'))
    .optionsGroup(word('group-which'))
    .option('--changed [ref]', word('changed'))
    .addOption(new Option('--stdin', word('stdin')).conflicts(['changed', 'fix', 'watch']))
    .option('--stdin-filename <name>', word('stdin-filename'))
    .addOption(
      new Option('--watch', word('watch')).conflicts(['fix', 'fixDryRun', 'updateBaseline', 'stats']),
    )
    .addOption(
      new Option('--shard <part>', word('shard'))
        .argParser(part)
        .conflicts(['changed', 'stdin', 'watch', 'baseline']),
    )
    .optionsGroup(word('group-report'))
    .option('--stats', word('show-stats'));
  const reports = addReporting(command, word);
  command
    .optionsGroup(word('group-mend'))
    .option('--fix', word('fix'))
    .addOption(new Option('--fix-dry-run', word('fix-dry-run')).conflicts(['fix', 'updateBaseline']))
    .optionsGroup(word('group-speed'))
    .addOption(new Option('--jobs <n>', word('jobs')).argParser(threads))
    .option('--cache', word('cache'))
    .option('--no-cache', word('no-cache'))
    .option('--cache-location <folder>', word('cache-location'))
    .addHelpText('after', () => wrapped(word('check-exit')))
    .action(async (paths: string[], options: Omit<CheckOptions, 'reports'>) => {
      process.exitCode = await check(paths, { ...options, reports }, language);
    });
}

/** Which reports, and what decides the outcome: as well where a run is put together from its parts. */
function addReporting(command: Command, word: HelpWord): readonly Said[] {
  const reports: Said[] = [];
  command
    .optionsGroup(word('group-report'))
    .option('--format <name[:file]>', word('format'), (format: string) => void reports.push({ format }))
    .option('--output <file>', word('output'), (output: string) => void reports.push({ output }))
    .option('--quiet', word('quiet'))
    .addOption(languageOption(word))
    .optionsGroup(word('group-outcome'))
    .addOption(new Option('--fail-on <severity>', word('fail-on')).choices(SEVERITIES).default('error'))
    .option('--max-warnings <n>', word('max-warnings'), wholeNumber)
    .option('--baseline <file>', word('baseline'))
    .option('--update-baseline', word('update-baseline'));
  return reports;
}

function addMerge(root: Command, language: Language, word: HelpWord): void {
  const command = root
    .command('merge')
    .description(word('merge'))
    .argument('<reports...>', word('merge-reports'));
  const reports = addReporting(command, word);
  command
    .addHelpText('after', () => wrapped(word('merge-exit')))
    .action(async (parts: string[], options: Omit<CheckOptions, 'reports'>) => {
      const { merge } = await import('./merge/merge.js');
      process.exitCode = await merge(parts, { ...options, reports }, language);
    });
}

function addExplain(root: Command, language: Language, word: HelpWord): void {
  root
    .command('explain')
    .description(word('explain'))
    .argument('<rule>', word('explain-rule'))
    .addOption(languageOption(word))
    .action(async (rule: string) => {
      process.exitCode = await explain(rule, language);
    });
}

function addRules(root: Command, language: Language, word: HelpWord): void {
  root
    .command('rules')
    .description(word('rules'))
    .addOption(new Option('--format <format>', word('rules-format')).choices(['md', 'json']).default('md'))
    .addOption(languageOption(word))
    .action(({ format }: { format: 'md' | 'json' }) => rules(format, language));
}

function addServer(root: Command, _: Language, word: HelpWord, serve: () => void): void {
  root.command('lsp').description(word('lsp')).option('--stdio', word('lsp-stdio')).action(serve);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('');
  return Number(text);
}

function threads(text: string): number {
  const number = wholeNumber(text);
  if (number < 1 || number > MOST_THREADS) throw new InvalidArgumentError('threads');
  return number;
}

const MOST_THREADS = 256;

function part(text: string): Shard {
  const shard = readShard(text);
  if (!shard) throw new InvalidArgumentError('part');
  return shard;
}
