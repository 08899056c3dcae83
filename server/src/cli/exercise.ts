/** `vangnet exercise`: how many goals of an exercise are reached, and what the others still lack. */

import { localDay } from '../core/dates.js';
import { type Language, say } from '../core/words/words.js';
import { exerciseOf } from '../features/exercise/exercise.js';
import { analyse, DEFAULT_SETTINGS } from '../pipeline/analysis.js';
import { findFiles, readText } from './files.js';
import { printable } from './printable.js';
import { humanPosition } from './reporters/plain.js';

/** @returns the exit code: 0 all solved, 1 something is left, 2 not an exercise or not to be read */
export async function exercise(paths: readonly string[], language: Language): Promise<number> {
  const cwd = process.cwd();
  const { files, problems } = await findFiles(paths, cwd);
  let code = problems.length > 0 ? 2 : 0;
  const complain = (message: Parameters<typeof say>[0]) =>
    process.stderr.write(`vangnet: ${printable(say(message, language))}\n`);
  for (const problem of problems) complain(problem);
  for (const path of files) {
    const read = await readText(path, cwd);
    if ('problem' in read) {
      complain(read.problem);
      code = 2;
      continue;
    }
    const analysis = analyse(read.text, { settings: DEFAULT_SETTINGS, today: localDay(new Date()) });
    const found = exerciseOf(analysis);
    if (!found) {
      complain({ key: 'exercise.none', args: { path } });
      code = 2;
      continue;
    }
    const { goals, solved } = found;
    const lines = [
      `${path}: ${say({ key: 'exercise.solved', args: { solved, goals: goals.length } }, language)}`,
    ];
    for (const { isSolved, rule, message, place } of goals) {
      if (isSolved || !message) continue;
      const { line, column } = humanPosition(analysis.document, place);
      lines.push(`  ${path}:${line}:${column}: ${rule} ${say(message, language)}`);
    }
    if (solved === goals.length) lines.push(`  ${say({ key: 'exercise.done' }, language)}`);
    else code = Math.max(code, 1);
    process.stdout.write(`${lines.map(printable).join('\n')}\n`);
  }
  return code;
}
