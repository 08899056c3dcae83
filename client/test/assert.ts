/** The few assertions the suite needs: Node's own don't exist in a web worker. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
  }
}

export function ok(value: unknown, message = 'expected a truthy value'): asserts value {
  if (!value) throw new AssertionError(message, value, true);
}

export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
  if (Object.is(actual, expected)) return;
  throw new AssertionError(`${message}: ${show(actual)} is not ${show(expected)}`, actual, expected);
}

/** For plain data, in which the order of keys counts. */
export function deepEqual<T>(actual: T, expected: T, message = 'not equal'): void {
  const [left, right] = [show(actual), show(expected)];
  if (left !== right) throw new AssertionError(`${message}:\n${left}\nis not\n${right}`, actual, expected);
}

export function match(actual: string, pattern: RegExp, message = 'no match'): void {
  if (!pattern.test(actual))
    throw new AssertionError(`${message}: ${show(actual)} against ${pattern}`, actual, pattern);
}

/** Waits until the function returns something truthy, and answers that. */
export async function eventually<T>(
  what: string,
  attempt: () => T | Promise<T>,
  timeoutMs = 20_000,
): Promise<NonNullable<T>> {
  for (const start = Date.now(); ; ) {
    const value = await attempt();
    if (value) return value;
    if (Date.now() - start > timeoutMs) throw new AssertionError(`waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (inner === undefined ? '(undefined)' : inner), 1);
}
