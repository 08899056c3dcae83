// @ts-check
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Options
 * @property {string} folder
 * @property {number | undefined} port
 * @property {boolean} light
 * @property {boolean} open
 * @property {boolean} check
 * @property {boolean} help
 */

/** A mistake in how the command was called; the message says how to call it. */
export class UsageError extends Error {}

const known = /** @type {const} */ ({
  folder: { type: 'string' },
  port: { type: 'string' },
  light: { type: 'boolean' },
  open: { type: 'boolean' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
});

/**
 * @param {string[]} args
 * @param {string} defaultFolder
 * @param {ReturnType<import('./words.mjs').wordsFor>} words
 * @returns {Options}
 */
export function readOptions(args, defaultFolder, words) {
  // Not strict, so that what is wrong can be said in words of our own.
  const { values, tokens } = parseArgs({
    args,
    options: known,
    strict: false,
    allowNegative: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') throw new UsageError(words.unknownOption(token.value));
    if (token.kind === 'option') requireKnown(token, words);
  }
  const options = {
    folder: path.resolve(typeof values.folder === 'string' ? values.folder : defaultFolder),
    port: readPort(values.port, words),
    light: values.light === true,
    open: values.open !== false,
    check: values.check === true,
    help: values.help === true,
  };
  if (!options.help && !statSync(options.folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(words.folderMissing(options.folder));
  }
  return options;
}

/**
 * @param {{ name: string, rawName: string, value: string | undefined }} token
 * @param {ReturnType<import('./words.mjs').wordsFor>} words
 */
function requireKnown({ name, rawName, value }, words) {
  if (rawName === '--no-open') return;
  if (!(name in known) || rawName.startsWith('--no-')) throw new UsageError(words.unknownOption(rawName));
  const takesValue = name === 'folder' || name === 'port';
  if (takesValue && !value) throw new UsageError(words.valueMissing(rawName));
  if (!takesValue && value !== undefined) throw new UsageError(words.unknownOption(`${rawName}=${value}`));
}

/**
 * @param {unknown} value
 * @param {ReturnType<import('./words.mjs').wordsFor>} words
 */
function readPort(value, words) {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (typeof value !== 'string' || !/^\d+$/.test(value) || port > 65_535) {
    throw new UsageError(words.portUnclear(String(value)));
  }
  return port;
}
