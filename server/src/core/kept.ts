/**
 * What was worked out from a part of a case (an item, a list, a unit of text, a whole file) and is asked for again: by
 * other rules, or for the next version of the file, which has the same object where nothing changed. It is kept on the
 * object itself. A `WeakMap` says the same, but weak tables with entries for every item of every file cost the garbage
 * collector more than all rules together.
 */

const STORE: unique symbol = Symbol('kept');

interface Store {
  /** A copy of the object takes its fields along, and with them what was kept of another. */
  readonly owner: object;
  readonly values: unknown[];
}

/** An object that has room for what is kept with it from the start. Any other object gets it when it is needed. */
export interface Keeper {
  [STORE]?: Store | undefined;
}

/** To be spread into an object that many things are kept of: objects that all have the same fields are quicker. */
export const ROOM: Keeper = { [STORE]: undefined };

/** One sort of thing that is kept of objects of one sort. Not for a value that may be undefined. */
export class Kept<K extends object, V> {
  private static slots = 0;
  private readonly slot = Kept.slots++;

  get(owner: K): V | undefined {
    const store = (owner as Keeper)[STORE];
    return store?.owner === owner ? (store.values[this.slot] as V | undefined) : undefined;
  }

  set(owner: K, value: V): void {
    const keeper: Keeper = owner;
    const store = keeper[STORE];
    if (store?.owner === owner) store.values[this.slot] = value;
    else {
      const values: unknown[] = [];
      values[this.slot] = value;
      keeper[STORE] = { owner, values };
    }
  }
}

/** The same of what depends on something besides the object too: a list item says other things as a letter than as a document. */
export class KeptAs<K extends object, V> {
  private readonly kept = new Kept<K, { readonly as: string; readonly value: V }>();

  /** The value of the object read as that, made where it isn't known. */
  of(owner: K, as: string, make: () => V): V {
    const known = this.kept.get(owner);
    if (known?.as === as) return known.value;
    const value = make();
    this.kept.set(owner, { as, value });
    return value;
  }
}
