// @ts-check
/** The thread of one search: it can be ended from outside, even in the middle of a regular expression. */
import { parentPort, workerData } from 'node:worker_threads';
import { codeOf } from './errors.mjs';
import { Folder } from './folder.mjs';
import { expressionOf, matchesIn } from './search-text.mjs';

const largestSearchedFile = 10 * 1024 * 1024;

/**
 * @param {Folder} folder
 * @param {string} file
 * @returns {Promise<string | undefined>} nothing for what is not text
 */
async function readText(folder, file) {
  try {
    const bytes = await folder.read(file, largestSearchedFile);
    return bytes.includes(0) ? undefined : bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch {
    // Gone or unreadable meanwhile: the other files are still worth finding.
    return undefined;
  }
}

/**
 * @param {import('./search.mjs').SearchJob} job
 * @param {import('node:worker_threads').MessagePort} port
 */
async function search({ root, query, maximumMatches }, port) {
  const expression = expressionOf(query);
  const folder = new Folder(root);
  let count = 0;
  for await (const file of folder.walk()) {
    const text = await readText(folder, file);
    if (text === undefined) continue;
    const matches = [];
    for (const match of matchesIn(text, expression, query.isMultiline)) {
      matches.push(match);
      if (++count === maximumMatches) break;
    }
    if (matches.length > 0) port.postMessage({ file, matches });
    if (count === maximumMatches) return { done: true, limitHit: true };
  }
  return { done: true, limitHit: false };
}

if (parentPort) {
  const port = parentPort;
  const answer = search(workerData, port).catch((error) => ({ failed: codeOf(error) }));
  port.postMessage(await answer);
}
