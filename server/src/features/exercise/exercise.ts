/**
 * Exercises: a weak case that carries its own task and goals in `x-exercise`, which the format leaves alone. A goal is
 * reached when the check that it names has nothing to say there any more, and what it was about still stands there:
 * taking a thing out, or silencing a check, solves nothing.
 */

import type { Message } from '../../core/findings.js';
import { ValueReader } from '../../core/values.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { indexOf } from '../links.js';
import { onceFor } from '../once.js';

export interface Goal {
  /** The check that has to fall silent. */
  readonly rule: string;
  /** The item that it is about; undefined for the whole file. */
  readonly at: string | undefined;
  readonly isSolved: boolean;
  /** What the check says now, or that the item is gone. */
  readonly message: Message | undefined;
  /** Where to go on, as an offset: the finding, else the exercise itself. */
  readonly place: number;
}

export interface Exercise {
  readonly task: string;
  readonly goals: readonly Goal[];
  readonly solved: number;
  /** The key `x-exercise`. */
  readonly start: number;
  readonly end: number;
}

const KEY = 'x-exercise';

/** Undefined for a file that is none, or whose exercise can't be read. */
export const exerciseOf: (analysis: Analysis) => Exercise | undefined = onceFor((analysis: Analysis) => {
  const { document } = analysis;
  const entry = document.entry(KEY);
  if (!entry) return undefined;
  const value = new ValueReader(document).read(entry.value);
  const { task, goals } = (value ?? {}) as { task?: unknown; goals?: unknown };
  if (typeof task !== 'string' || !Array.isArray(goals)) return undefined;
  const start = document.startOf(entry.key);
  const judged = goals.filter(isGoal).map(({ rule, at }) => judge(analysis, rule, at, start));
  return {
    task: task.trim(),
    goals: judged,
    solved: judged.filter(({ isSolved }) => isSolved).length,
    start,
    end: document.endOf(entry.key),
  };
});

function isGoal(value: unknown): value is { rule: string; at?: string } {
  const { rule, at } = (value ?? {}) as { rule?: unknown; at?: unknown };
  return typeof rule === 'string' && (at === undefined || typeof at === 'string');
}

function judge(analysis: Analysis, rule: string, at: string | undefined, fallback: number): Goal {
  const { document, findings, suppressed, model } = analysis;
  const part = at === undefined ? undefined : indexOf(model).definitions.get(at)?.part;
  if (at !== undefined && !part)
    return {
      rule,
      at,
      isSolved: false,
      message: { key: 'exercise.gone', args: { id: at } },
      place: fallback,
    };
  // A silenced check is still one that has something to say.
  const spoken = [...findings, ...suppressed.map(({ finding }) => finding)].filter(
    (one) => one.rule === rule,
  );
  const from = part && document.startOf(part.node ?? part.place);
  const to = part && document.endOf(part.node ?? part.place);
  const here = spoken.find(({ start }) => from === undefined || (start >= from && start <= (to as number)));
  return { rule, at, isSolved: here === undefined, message: here?.message, place: here?.start ?? fallback };
}
