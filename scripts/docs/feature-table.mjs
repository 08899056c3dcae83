// @ts-check
/** The table in README.md of what the language server does, held against what it announces. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../generate/index.mjs';

/** @typedef {{ name: string, announces: string[], does: string }} Feature */

const BEGIN = '<!-- written by `npm run docs` from docs/features.yaml -->';
const END = '<!-- to here -->';

/**
 * README.md with the table of today.
 * @param {readonly string[]} announced what the server says of itself
 * @returns {Promise<string>}
 * @throws where words and announcements differ, or the README has no place for the table
 */
export async function readmeWithFeatures(announced) {
  /** @type {{ part: string, features: Feature[] }[]} */
  const parts = parse(await readFile(path.join(ROOT, 'docs/features.yaml'), 'utf8'));
  const problems = differences(
    parts.flatMap(({ features }) => features.flatMap(({ announces }) => announces)),
    announced,
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const readme = await readFile(path.join(ROOT, 'README.md'), 'utf8');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error(`README.md has no ‘${BEGIN}’ and ‘${END}’ below it.`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${table(parts)}\n\n${readme.slice(end)}`;
}

/** @param {readonly string[]} told @param {readonly string[]} announced @returns {string[]} */
export function differences(told, announced) {
  return [
    ...announced
      .filter((name) => !told.includes(name))
      .map((name) => `docs/features.yaml says nothing of ‘${name}’, which the server announces.`),
    ...told
      .filter((name) => !announced.includes(name))
      .map((name) => `docs/features.yaml tells of ‘${name}’, which the server doesn’t announce.`),
    ...told
      .filter((name, index) => told.indexOf(name) !== index)
      .map((name) => `docs/features.yaml tells twice of ‘${name}’.`),
  ];
}

/** @param {{ part: string, features: Feature[] }[]} parts */
function table(parts) {
  const rows = parts.flatMap(({ part, features }) => [
    `| **${part}** | |`,
    ...features.map(({ name, does }) => `| ${name} | ${does.trim().replaceAll('|', '\\|')} |`),
  ]);
  return ['| LSP feature | for case files |', '| --- | --- |', ...rows].join('\n');
}
