/** `vangnet merge`: the reports of the parts of a run become one, as if it had been one run. */

import path from 'node:path';
import type { Message } from '../../core/findings.js';
import type { Language } from '../../core/words/words.js';
import { Run } from '../check.js';
import { type CheckOptions, planReports } from '../check-options.js';
import type { CheckedFile } from '../reporter.js';
import { Reports } from '../reports.js';
import { note } from '../stdout.js';
import { Part } from './part.js';

/** The exit code, as that of `check`. */
export async function merge(
  reports: readonly string[],
  options: CheckOptions,
  language: Language,
): Promise<number> {
  const plan = planReports([], options);
  if ('problem' in plan) {
    note(plan.problem, language);
    return 2;
  }
  const cwd = process.cwd();
  const run = new Run(options, await Reports.open(plan.wanted, cwd, language, options), language, 0);
  const opened = await Promise.all(reports.map((shown) => Part.open(shown, path.resolve(cwd, shown))));
  for (const one of opened) if ('problem' in one) run.complain(one.problem);
  const parts = fitting(
    opened.filter((one) => one instanceof Part),
    run,
  );
  await run.readBaseline(cwd);
  for await (const file of inOrder(parts)) {
    await run.report({ file, milliseconds: 0, isKnown: false });
    if (run.isPointless) break;
  }
  for (const part of parts) for (const problem of problemsOf(part)) run.complain(problem);
  return run.end(undefined);
}

/** Each part once, and all of one run. What is missing is told, and the rest still reported. */
function fitting(parts: readonly Part[], run: Run): readonly Part[] {
  const byNumber = new Map<number, Part>();
  const of = parts[0]?.header.of ?? 0;
  for (const part of parts) {
    const { number } = part.header;
    const same = byNumber.get(number);
    if (part.header.of !== of)
      run.complain({ key: 'merge.other-run', args: { path: part.shown, count: of } });
    else if (same)
      run.complain({
        key: 'merge.twice',
        args: { path: part.shown, other: same.shown, part: `${number}/${of}` },
      });
    else byNumber.set(number, part);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (number) => !byNumber.has(number),
  );
  if (missing.length > 0)
    run.complain({
      key: 'merge.missing',
      args: { parts: missing.map((number) => `${number}/${of}`).join(', ') },
    });
  return [...byNumber.values()];
}

/** Each part is in the order of its paths: so is the whole, and no more than a file of each is held. */
async function* inOrder(parts: readonly Part[]): AsyncGenerator<CheckedFile> {
  const heads = await Promise.all(parts.map(async (part) => ({ part, file: await part.next() })));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads)
      if (head.file && (!first?.file || head.file.path < first.file.path)) first = head;
    if (!first?.file) return;
    yield first.file;
    first.file = await first.part.next();
  }
}

function problemsOf({ shown, damage, problems }: Part): readonly Message[] {
  const told = problems.map((text) => ({ key: 'merge.told', args: { path: shown, problem: text } }));
  return damage ? [damage, ...told] : told;
}
