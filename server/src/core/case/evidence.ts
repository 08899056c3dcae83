/** Which letters and documents speak for what: linked from either side, `supports` there or `evidence` here. */

import type * as types from '../../generated/case-types.js';
import type { CaseModel, Circumstance, Event, Letter, Part } from '../model.js';
import { meantByAny } from '../nearest.js';
import { Remembered } from '../remembered.js';
import { isClear } from './access.js';

export type EvidenceDocument = Part<types.Document>;
export type Piece = Letter | EvidenceDocument;

export interface Evidence {
  /** Refused letters count for nothing and are left out. */
  readonly letters: readonly Letter[];
  readonly documents: readonly EvidenceDocument[];
}

type Holders = Pick<CaseModel, 'letters' | 'documents'>;
type Supported = Pick<CaseModel, 'circumstances' | 'timeline'>;

export function counts({ data }: Letter): boolean {
  return data.status !== 'refused';
}

export function isLetter(piece: Piece): piece is Letter {
  return piece.section === 'letters';
}

/** What is linked to a circumstance or event. */
export function evidenceFor(item: Circumstance | Event, model: Holders): Evidence {
  const { id, evidence } = item.data;
  const { byId, bySupported, order } = indexOf(model);
  const named = (evidence ?? []).flatMap((name) => (name === undefined ? [] : (byId.get(name) ?? [])));
  const supporting = id === undefined ? [] : (bySupported.get(id) ?? []);
  const linked = [...new Set([...named, ...supporting])].sort(
    (a, b) => (order.get(a) as number) - (order.get(b) as number),
  );
  return {
    letters: linked.filter((piece): piece is Letter => isLetter(piece) && counts(piece)),
    documents: linked.filter((piece): piece is EvidenceDocument => !isLetter(piece)),
  };
}

/**
 * Is every link to the item readable? Where one isn't, it may be the very piece that a rule misses, and a reference
 * to nothing may be meant for this item: such a rule then says nothing, and the cause is told by its own rule.
 */
export function linksAreClear(item: Circumstance | Event, model: Holders & Supported): boolean {
  const { byId, areClear } = indexOf(model);
  return (
    areClear &&
    isClear(item, 'evidence') &&
    isClear(item, 'id') &&
    (item.data.evidence ?? []).every((id) => id !== undefined && byId.has(id)) &&
    !(item.data.id !== undefined && meantBySlips(model).has(item.data.id))
  );
}

/** The ids of letters and documents that a circumstance or event names as its evidence. */
export function namedAsEvidence({ circumstances, timeline }: Supported): ReadonlySet<string> {
  return named.of([circumstances, timeline], () => {
    const ids = [...circumstances, ...timeline].flatMap(({ data }) => data.evidence ?? []);
    return new Set(ids.filter((id): id is string => id !== undefined));
  });
}

const named = new Remembered<ReadonlySet<string>>();

interface Index {
  readonly byId: ReadonlyMap<string, readonly Piece[]>;
  readonly bySupported: ReadonlyMap<string, readonly Piece[]>;
  /** In which order the file has them. */
  readonly order: ReadonlyMap<Piece, number>;
  /** Can every `supports` and every id be read? */
  readonly areClear: boolean;
}

const indexes = new Remembered<Index>();

function indexOf({ letters, documents }: Holders): Index {
  return indexes.of([letters, documents], () => {
    const byId = new Map<string, Piece[]>();
    const bySupported = new Map<string, Piece[]>();
    const pieces: readonly Piece[] = [...letters, ...documents];
    for (const piece of pieces) {
      const { id, supports } = piece.data;
      if (id !== undefined) add(byId, id, piece);
      for (const item of supports ?? []) if (item !== undefined) add(bySupported, item, piece);
    }
    return {
      byId,
      bySupported,
      order: new Map(pieces.map((piece, index) => [piece, index])),
      areClear: pieces.every((piece) => isClear(piece, 'supports') && isClear(piece, 'id')),
    };
  });
}

const slips = new Remembered<ReadonlySet<string>>();

/** The circumstances and events whose id a reference to nothing, in what supports them, may be a slip of. */
function meantBySlips(model: Holders & Supported): ReadonlySet<string> {
  const { letters, documents, circumstances, timeline } = model;
  return slips.of([letters, documents, circumstances, timeline], () => {
    const ids = [...circumstances, ...timeline].flatMap(({ data }) => (data.id ? [data.id] : []));
    const known = new Set(ids);
    const lost = [...indexOf(model).bySupported.keys()].filter((id) => !known.has(id));
    return meantByAny(lost, ids);
  });
}

function add(map: Map<string, Piece[]>, key: string, piece: Piece): void {
  const list = map.get(key);
  if (!list) map.set(key, [piece]);
  else if (list.at(-1) !== piece) list.push(piece);
}
