// @ts-check
import { readFile, rename, writeFile } from 'node:fs/promises';

/** Replaces a generated file in one step, and only when it changed: whoever reads meanwhile sees a whole one. */
export async function put(/** @type {string} */ file, /** @type {string} */ text) {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return;
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, file);
}
