/** Long work in steps of a few milliseconds at most: between them the caller may pause or give up (lsp/schedule.ts). */

export type Steps<T> = Generator<void, T>;

/** All of them without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The pieces as one text, a piece a step. */
export function* joined(pieces: Iterable<string>): Steps<string> {
  let all = '';
  for (const piece of pieces) {
    all += piece;
    yield;
  }
  return all;
}

/** What is made of each item when it is asked for, and anew each time: of tens of thousands one need be there. */
export function lazily<T, R>(items: Iterable<T>, make: (item: T) => R): Iterable<R> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item);
    },
  };
}

/** What is made of each item, an item a step. */
export function* mapped<T, R>(items: Iterable<T>, make: (item: T) => R): Steps<R[]> {
  const made: R[] = [];
  for (const item of items) {
    made.push(make(item));
    yield;
  }
  return made;
}
