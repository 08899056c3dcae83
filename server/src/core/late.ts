/**
 * Something that is made when it is first asked for, and once. For what a start need not wait for: regular expressions
 * with classes of letters take V8 longer to read than all the rest of their module.
 */
export function late<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
