import { Kept } from './kept.js';

/**
 * What is worked out from lists of the model, kept for as long as they stay the same objects: a list does for as long
 * as nothing in it changes, and several rules ask for the same.
 */
export class Remembered<T> {
  private readonly kept = new Kept<object, { readonly inputs: readonly object[]; readonly value: T }>();

  /** The value for these lists, made where it isn't known. */
  of(inputs: readonly [object, ...object[]], make: () => T): T {
    const before = this.kept.get(inputs[0]);
    if (before && areSame(before.inputs, inputs)) return before.value;
    const value = make();
    this.kept.set(inputs[0], { inputs, value });
    return value;
  }
}

function areSame(a: readonly object[], b: readonly object[]): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
