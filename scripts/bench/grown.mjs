// @ts-check
/**
 * Case files of any length, made of the samples that ship: lists grow by copies of their items, each with ids of its
 * own, so that every reference still leads to the item of the same copy. One copy in ten comes from a sample that is
 * weak on purpose, so that there is something to find at every length.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const WEAK = 'afia-weak.case.yaml';
const SOUND = 'afia.case.yaml';

/** The samples as they are: what a person has open. */
export const REAL = ['afia.case.yaml', 'semon.case.yaml', 'haertefall-sh-weak.case.yaml'];

/**
 * @typedef {{ key: string, head: string, items: string[] }} Section `head` is all of it where there are no items
 */

/** @param {string} root @param {string} name @returns {Promise<string>} */
export function sample(root, name) {
  return readFile(path.join(root, 'samples', name), 'utf8');
}

/**
 * A case file of about so many lines.
 * @param {string} root @param {number} lines @returns {Promise<string>}
 */
export async function caseOfLines(root, lines) {
  const weak = sectionsOf(await sample(root, WEAK));
  const sound = sectionsOf(await sample(root, SOUND));
  return grow(weak, (copy) => (copy % 10 === 0 ? weak : sound), lines);
}

/**
 * A case file in which about one line in ten is found fault with: all copies are of the weak sample.
 * @param {string} root @param {number} lines @returns {Promise<string>}
 */
export async function weakCaseOfLines(root, lines) {
  const weak = sectionsOf(await sample(root, WEAK));
  return grow(weak, () => weak, lines);
}

/** @param {Section[]} first @param {(copy: number) => Section[]} source @param {number} lines */
function grow(first, source, lines) {
  const sections = first.map(({ key, head, items }) => ({ key, parts: [head, ...items] }));
  let left = lines - countLines(sections.flatMap(({ parts }) => parts).join(''));
  for (let copy = 1; left > 0; copy++) {
    const from = source(copy);
    const ids = idsOf(from);
    for (const { key, items } of from) {
      const section = sections.find((one) => one.key === key);
      for (const item of items) {
        if (left <= 0 || !section) break;
        section.parts.push(renamed(item, ids, copy));
        left -= countLines(item);
      }
    }
  }
  return sections.map(({ parts }) => parts.join('')).join('');
}

/** Top-level keys with their list items; the notes for readers of the sample are left out. @param {string} text */
function sectionsOf(text) {
  /** @type {Section[]} */
  const sections = [];
  for (const line of text.split(/(?<=\n)/)) {
    const key = /^(\w+):/.exec(line)?.[1];
    const last = sections.at(-1);
    if (key) sections.push({ key, head: line, items: [] });
    else if (!last || /^\s*# →/.test(line)) continue;
    else if (/^ {2}- /.test(line)) last.items.push(line);
    else if (last.items.length > 0) last.items[last.items.length - 1] += line;
    else last.head += line;
  }
  return sections;
}

/** @param {Section[]} sections */
function idsOf(sections) {
  const ids = sections.flatMap(({ items }) =>
    items.flatMap((item) => [...item.matchAll(/\bid: ([\w-]+)/g)].map((match) => match[1] ?? '')),
  );
  return new Set(ids);
}

/** @param {string} item @param {Set<string>} ids @param {number} copy */
function renamed(item, ids, copy) {
  return item.replaceAll(/[\w-]+/g, (word) => (ids.has(word) ? `${word}-${copy}` : word));
}

/** @param {string} text */
export function countLines(text) {
  return text.split('\n').length - 1;
}
