// @ts-check
import { readFile } from 'node:fs/promises';

const BEYOND = /[^\0-\x7F]/g;

/**
 * Our sources with every letter beyond ASCII as an escape. esbuild does so in texts and leaves regular expressions as they
 * are; one such letter, and V8 holds the whole bundle with two bytes a letter, which takes a start 2 ms more.
 * @type {import('esbuild').Plugin}
 */
export const asciiAlone = {
  name: 'ascii-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      // There an escape would stay as it is written.
      if (/String\.raw`(?:[^`$]|\$(?!\{))*[^\0-\x7F]/.test(source))
        throw new Error(
          `${path}: a letter beyond ASCII in String.raw. Write it as an escape or in a plain text.`,
        );
      return { contents: source.replaceAll(BEYOND, escaped), loader: 'ts' };
    });
  },
};

/** @param {string} unit one of UTF-16 */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
