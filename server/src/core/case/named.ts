/** The parts of a list that ids name, without a look at all the others. */

import { Remembered } from '../remembered.js';

interface Named {
  readonly data: { readonly id?: string | undefined };
}

/** In the order of the list; of several with the same id each. */
export function named<T extends Named>(list: readonly T[], ids: Iterable<string | undefined>): T[] {
  const places = placesIn(list);
  return [...new Set(ids)]
    .flatMap((id) => (id === undefined ? [] : (places.get(id) ?? [])))
    .sort((a, b) => a - b)
    .map((place) => list[place] as T);
}

function placesIn(list: readonly Named[]): ReadonlyMap<string, readonly number[]> {
  return remembered.of([list], () => {
    const places = new Map<string, number[]>();
    for (const [place, { data }] of list.entries()) {
      if (data.id === undefined) continue;
      const before = places.get(data.id);
      if (before) before.push(place);
      else places.set(data.id, [place]);
    }
    return places;
  });
}

const remembered = new Remembered<ReadonlyMap<string, readonly number[]>>();
