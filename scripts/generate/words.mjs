// @ts-check
/**
 * The rules' catalogue and every message, from the YAML files beside rules and features: one table a language,
 * each message compiled from ICU MessageFormat to a function. What is missing in one language, or takes other
 * placeholders there, stops the build.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModuleImport from '@messageformat/core/compile-module.js';
import { parse as parseMessage } from '@messageformat/parser';
import { glob } from 'tinyglobby';
import { parse } from 'yaml';
import { put } from './put.mjs';

const compileModule = /** @type {any} */ (compileModuleImport).default ?? compileModuleImport;
export const LANGUAGES = ['nl', 'en', 'de'];
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** @typedef {{ file: string, group: string, id: string, data: Record<string, any> }} RuleFile */

/** @param {string} root @param {string} out */
export async function generateWords(root, out) {
  const problems = /** @type {string[]} */ ([]);
  const rules = await readRules(root, problems);
  /** @type {Record<string, Record<string, string>>} */
  const messages = { nl: {}, en: {}, de: {} };
  const add = (
    /** @type {string} */ prefix,
    /** @type {Record<string, any>} */ entries,
    /** @type {string} */ file,
  ) => {
    for (const [name, texts] of Object.entries(entries ?? {})) {
      checkTexts(`${file}: ${name}`, texts, problems);
      for (const language of LANGUAGES)
        messages[language][`${prefix}.${name}`] = String(texts?.[language] ?? '').trim();
    }
  };
  for (const { id, data, file } of rules) add(id, data.messages, file);
  // In an order of our own: the disk's is another from one machine to the next, and so would be the bundles.
  for (const file of (await glob('server/src/**/*.words.yaml', { cwd: root })).sort()) {
    const data = parse(await readFile(path.join(root, file), 'utf8'));
    add(data.prefix, data.messages, file);
  }
  // The names of senders are messages too: rules put them into their own.
  const { senders } = parse(await readFile(path.join(root, 'server/knowledge/senders.yaml'), 'utf8'));
  add(
    'sender',
    Object.fromEntries(senders.map((/** @type {any} */ { role, name }) => [role, name])),
    'senders.yaml',
  );
  add(
    'sender-to',
    Object.fromEntries(senders.map((/** @type {any} */ { role, letterTo }) => [role, letterTo])),
    'senders.yaml',
  );
  // So are the short names of sources.
  const sources = parse(await readFile(path.join(root, 'server/knowledge/sources.yaml'), 'utf8'));
  add(
    'source',
    Object.fromEntries(sources.map((/** @type {any} */ { id, short }) => [id, short])),
    'sources.yaml',
  );
  if (problems.length > 0) throw new Error(`The words are not complete:\n  ${problems.join('\n  ')}`);
  for (const language of LANGUAGES) {
    // Object keys are used as they are: messages are looked up by 'rule.name'.
    const code = compileModule(
      new MessageFormat(language, { biDiSupport: false, returnType: 'string' }),
      messages[language],
    );
    await put(
      path.join(out, `messages.${language}.js`),
      code.replace('export default {', 'export const messages = {'),
    );
    await put(path.join(out, `messages.${language}.d.ts`), MESSAGES_TYPES);
    await put(path.join(out, `rule-docs.${language}.ts`), ruleDocs(rules, language));
  }
  await put(path.join(out, 'rules.ts'), registry(rules));
}

const MESSAGES_TYPES =
  'export declare const messages: Readonly<Record<string, (args: Record<string, unknown>) => string>>;\n';

/** @param {string} root @param {string[]} problems @returns {Promise<RuleFile[]>} */
async function readRules(root, problems) {
  const files = (await glob('server/src/rules/*/*.yaml', { cwd: root })).sort();
  return Promise.all(
    files.map(async (file) => {
      const data = parse(await readFile(path.join(root, file), 'utf8'));
      const id = path.basename(file, '.yaml');
      const group = path.basename(path.dirname(file));
      if (data.id !== id) problems.push(`${file}: its id is ${data.id}`);
      if (!SEVERITIES.includes(data.severity)) problems.push(`${file}: severity ${data.severity}`);
      for (const part of ['title', 'what', 'why', 'help'])
        checkTexts(`${file}: docs.${part}`, data.docs?.[part], problems);
      for (const part of ['bad', 'good'])
        if (typeof data.docs?.[part] !== 'string') problems.push(`${file}: docs.${part} is missing`);
      return { file, group, id, data };
    }),
  );
}

/** @param {string} where @param {Record<string, string> | undefined} texts @param {string[]} problems */
function checkTexts(where, texts, problems) {
  for (const language of LANGUAGES) if (!texts?.[language]) problems.push(`${where}: no text in ${language}`);
  const holes = LANGUAGES.map((language) => placeholders(String(texts?.[language] ?? '')));
  if (new Set(holes).size > 1) problems.push(`${where}: placeholders differ: ${holes.join(' | ')}`);
}

/** The names of a message's arguments, from its parsed form. @param {string} text */
function placeholders(text) {
  const names = /** @type {Set<string>} */ (new Set());
  const visit = (/** @type {any[]} */ tokens) => {
    for (const token of tokens) {
      if (token.arg) names.add(token.arg);
      for (const one of token.cases ?? []) visit(one.tokens);
    }
  };
  visit(parseMessage(text));
  return [...names].sort().join(',');
}

/** @param {RuleFile[]} rules */
function registry(rules) {
  const imports = rules.map(
    ({ file, id }, n) => `import { rule as r${n} } from '${sourceOf(file)}'; // ${id}`,
  );
  const entries = rules.map(({ id, group, data }, n) => {
    const meta = {
      id,
      group,
      severity: data.severity,
      ...(data.jurisdiction ? { jurisdiction: data.jurisdiction } : {}),
      sources: data.sources ?? [],
      options: data.options ?? {},
      ...(data.off ? { off: true } : {}),
      silencedBy: { file: data.silencedBy?.file ?? [], item: data.silencedBy?.item ?? [] },
    };
    return `  { ...r${n}, meta: ${JSON.stringify(meta)} },`;
  });
  return `import type { Rule } from '../core/rule.js';\n${imports.join('\n')}\n\nexport const RULES: readonly Rule[] = [\n${entries.join('\n')}\n];\n`;
}

/** @param {string} file */
function sourceOf(file) {
  return file.replace(/^server\/src\//, '../').replace(/\.yaml$/, '.js');
}

/** @param {RuleFile[]} rules @param {string} language */
function ruleDocs(rules, language) {
  const docs = Object.fromEntries(
    rules.map(({ id, data }) => {
      const { title, what, why, help, bad, good } = data.docs ?? {};
      return [
        id,
        {
          title: title?.[language],
          what: what?.[language],
          why: why?.[language],
          help: help?.[language],
          bad,
          good,
        },
      ];
    }),
  );
  return `import type { RuleDocs } from '../core/rule-docs.js';\n\nexport const docs: Readonly<Record<string, RuleDocs>> = ${JSON.stringify(docs, null, 1)};\n`;
}
