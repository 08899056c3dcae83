/** What is worked out once for a version of a file, whoever asks and however often. */
export function onceFor<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    let entry = known.get(of);
    if (!entry) {
      entry = { value: make(of) };
      known.set(of, entry);
    }
    return entry.value;
  };
}
