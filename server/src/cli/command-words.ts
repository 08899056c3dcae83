/** Commander's own words, which are English, in the language of the person. */

import {
  type Argument,
  type Command,
  type CommanderError,
  Help,
  type HelpConfiguration,
  Option,
} from 'commander';
import type { Args } from '../core/findings.js';
import { LANGUAGES, type Language, say } from '../core/words/words.js';

export type HelpWord = (name: string, args?: Args) => string;

export function helpWords(language: Language): HelpWord {
  return (name, args) => say({ key: `help.${name}`, ...(args ? { args } : {}) }, language);
}

/** How help is put together, for `configureHelp`. */
export function helpIn(word: HelpWord): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': word('usage'),
    'Arguments:': word('arguments'),
    'Options:': word('options'),
    'Commands:': word('commands'),
  };
  const translated = (usage: string) =>
    usage.replace('[options]', word('short-options')).replace('[command]', word('short-command'));
  const plain = new Help();
  return {
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command: Command) => translated(plain.commandUsage(command)),
    subcommandTerm: (command: Command) => translated(plain.subcommandTerm(command)),
    optionDescription: (option: Option) => described(option, option.argChoices, word),
    argumentDescription: (argument: Argument) => argument.description,
  };
}

function described(option: Option, choices: readonly string[] | undefined, word: HelpWord): string {
  const extra = [
    ...(choices ? [word('choices', { list: choices.join(', ') })] : []),
    ...(option.defaultValue === undefined ? [] : [word('default', { value: String(option.defaultValue) })]),
  ];
  return extra.length > 0 ? `${option.description} (${extra.join('; ')})` : option.description;
}

/** What is wrong with the command line. What we have no words for is told in Commander's. */
export function mistakeInWords({ code, message }: CommanderError, word: HelpWord): string {
  const [given = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted ?? '');
  const [, meant] = /Did you mean (?:one of )?([^,?]+)/.exec(message) ?? [];
  // What is wrong with it, by the key of its words: an InvalidArgumentError of ours.
  const [, reason = 'whole-number'] = /is invalid\. ([a-z][a-z-]*)$/.exec(message) ?? [];
  const [, choices] = /choices are (.+)\.$/s.exec(message) ?? [];
  const hint = meant ? [word('meant', { meant })] : [];
  switch (code) {
    case 'commander.unknownOption':
      return [word('unknown-option', { given }), ...hint].join(' ');
    case 'commander.unknownCommand':
      return [word('unknown-command', { given }), ...hint].join(' ');
    case 'commander.missingArgument':
      return word('missing-argument', { given });
    case 'commander.optionMissingArgument':
      return word('missing-value', { given });
    case 'commander.excessArguments':
      return word('too-many', { given });
    case 'commander.conflictingOption':
      return word('conflict', { given, value });
    case 'commander.invalidArgument':
      return [
        word('odd-value', { given, value }),
        choices ? word('choose-from', { list: choices }) : word(reason),
      ].join(' ');
    default:
      return message.replace(/^error: /, '');
  }
}

/** Read before the commands are made (main.ts): their help is in that language too. */
export function languageOption(word: HelpWord): Option {
  return new Option('--lang <language>', word('lang')).choices(LANGUAGES);
}
