/** How files of an older format become files of the present one. */

import type { Draft } from './edits/draft.js';
import type { TextEdit } from './findings.js';

export const CURRENT_VERSION = 1;

export interface Migration {
  readonly from: number;
  readonly to: number;
  edits(draft: Draft): readonly TextEdit[];
}

/** None yet: format 1 is the first. A test may register one of its own, to try the rule. */
let registered: readonly Migration[] = [];

export function migrations(): readonly Migration[] {
  return registered;
}

export function withMigrations<T>(own: readonly Migration[], run: () => T): T {
  const before = registered;
  registered = own;
  try {
    return run();
  } finally {
    registered = before;
  }
}

export function pendingMigrations(version: number, known: readonly Migration[]): Migration[] {
  const pending: Migration[] = [];
  for (let at = version; ; ) {
    const next = known.find(({ from }) => from === at);
    if (!next) return pending;
    pending.push(next);
    at = next.to;
  }
}
