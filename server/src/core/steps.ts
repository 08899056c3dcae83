/** Runs work that is made in steps, see `lsp/schedule.ts`, without a pause between them. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
