// @ts-check
/**
 * The legal content, from server/knowledge/*.yaml to tables: what code decides by (ids, days in force, which
 * circumstance a sender fits) apart from the texts, so that a start-up loads no text that nobody asked for.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModuleImport from '@messageformat/core/compile-module.js';
import { parse } from 'yaml';
import { put } from './put.mjs';

const compileModule = /** @type {any} */ (compileModuleImport).default ?? compileModuleImport;
const LANGUAGES = ['nl', 'en', 'de'];

/** @param {string} root @param {string} out */
export async function generateKnowledge(root, out) {
  const read = async (/** @type {string} */ name) =>
    parse(await readFile(path.join(root, 'server/knowledge', `${name}.yaml`), 'utf8'));
  const [sources, senders, snippets, facts, counterArguments, { regimes }] = await Promise.all(
    ['sources', 'senders', 'arguments', 'facts', 'counter-arguments', 'terms'].map(read),
  );
  await Promise.all([
    put(path.join(out, 'knowledge.ts'), tables(sources, senders, snippets, facts, counterArguments)),
    ...LANGUAGES.flatMap((language) => [
      put(path.join(out, `snippets.${language}.js`), texts(language, senders, snippets)),
      put(path.join(out, `snippets.${language}.d.ts`), SNIPPETS_TYPES),
      put(path.join(out, `source-words.${language}.ts`), sourceWords(language, sources)),
      put(path.join(out, `regimes.${language}.ts`), regimeWords(language, regimes)),
    ]),
  ]);
}

const SNIPPETS_TYPES =
  'export declare const snippets: Readonly<Record<string, (args: Record<string, unknown>) => string>>;\n';

/** @param {any[]} sources @param {any} senders @param {any[]} snippets @param {any[]} facts @param {any[]} counterArguments */
function tables(sources, senders, snippets, facts, counterArguments) {
  const sourceTable = sources.map(
    ({
      id,
      jurisdiction,
      kind,
      inForce,
      url,
      verified,
      confidence,
      ground,
      firstProcedureOnly,
      holdsAtAnyTime,
      addressees,
      ecli,
      supersededBy,
    }) => ({
      id,
      jurisdiction,
      kind,
      inForce,
      url,
      verified,
      confidence,
      ground,
      firstProcedureOnly,
      holdsAtAnyTime,
      addressees,
      ecli,
      supersededBy,
    }),
  );
  const senderTable = senders.senders.map(
    (/** @type {any} */ { role, name, letterTo, personal, sources: from }) => ({
      role,
      name,
      letterTo,
      personal,
      sources: from,
    }),
  );
  const snippetTable = snippets.map(({ id, jurisdiction, title, fits, rank, cites, answers, variants }) => ({
    id,
    jurisdiction,
    title,
    fits: fits ?? {},
    rank,
    cites: cites ?? [],
    answers: answers ?? [],
    variants: (variants ?? []).map(
      (/** @type {any} */ { from, to, cites: own }, /** @type {number} */ index) => ({
        key: `${id}.${index}`,
        from,
        to,
        cites: own,
      }),
    ),
  }));
  const json = (/** @type {unknown} */ value) => JSON.stringify(value, null, 1);
  return `import type { CounterArgumentEntry, FactEntry, SenderEntry, SnippetEntry, SourceEntry } from '../knowledge/types.js';

export const SOURCES: readonly SourceEntry[] = ${json(sourceTable)};
export const SENDERS: readonly SenderEntry[] = ${json(senderTable)};
export const FITTING: Readonly<Record<string, readonly string[]>> = ${json(senders.fitting)};
export const FITTING_YOUNG_CHILD: readonly string[] = ${json(senders.fittingYoungChild)};
export const FITTING_OTHER: readonly string[] = ${json(senders.other)};
export const SNIPPETS: readonly SnippetEntry[] = ${json(snippetTable)};
export const COUNTER_ARGUMENTS: readonly CounterArgumentEntry[] = ${json(counterArguments.map(({ kind, rebuttals, text }) => ({ kind, rebuttals, text })))};
export const FACTS: readonly FactEntry[] = ${json(facts.map(({ id, type, source, label }) => ({ id, type, source, label })))};
`;
}

/** @param {string} language @param {any} senders @param {any[]} snippets */
function texts(language, senders, snippets) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const { role, request } of senders.senders) all[`letter.${role}`] = request[language].trim();
  for (const { id, text, variants } of snippets) {
    if (text?.[language]) all[`argument.${id}`] = text[language].trim();
    for (const [index, variant] of (variants ?? []).entries()) {
      if (variant.text?.[language]) all[`argument.${id}.${index}`] = variant.text[language].trim();
    }
  }
  const code = compileModule(new MessageFormat(language, { biDiSupport: false, returnType: 'string' }), all);
  return code.replace('export default {', 'export const snippets = {');
}

/** @param {string} language @param {any[]} sources */
function sourceWords(language, sources) {
  const words = Object.fromEntries(
    sources.map(({ id, name, text, review, confidenceNote, where }) => [
      id,
      {
        name: name[language],
        text: text[language],
        review: review?.[language],
        note: confidenceNote?.[language],
        where: where?.[language],
      },
    ]),
  );
  return `import type { SourceWords } from '../knowledge/types.js';\n\nexport const words: Readonly<Record<string, SourceWords>> = ${JSON.stringify(words, null, 1)};\n`;
}

/** @param {string} language @param {any[]} regimes */
function regimeWords(language, regimes) {
  const words = Object.fromEntries(
    regimes.map(({ id, text, sources }) => [id, { text: text[language], sources }]),
  );
  return `import type { RegimeWords } from '../knowledge/types.js';\n\nexport const regimes: Readonly<Record<string, RegimeWords>> = ${JSON.stringify(words, null, 1)};\n`;
}
