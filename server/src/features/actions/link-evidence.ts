import { counts, isLetter, type Piece } from '../../core/case/evidence.js';
import type { Arg, Args } from '../../core/findings.js';
import type { Circumstance, Event } from '../../core/model.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { addTo } from '../../rules/hardship/insertions.js';
import { partAt } from '../place.js';
import type { Action, Offer } from './action.js';

type Item = Circumstance | Event;

/** A letter or document that says what it supports, named as evidence there too. */
export const linkEvidence: Offer = {
  kind: 'refactor.rewrite.vangnet',
  find(analysis, { start }) {
    const { model } = analysis;
    const part = partAt(analysis, start);
    if (part?.section === 'letters' || part?.section === 'documents') {
      const piece = part as Piece;
      const items = [...model.circumstances, ...model.timeline].filter((item) => isHalfLinked(piece, item));
      const links = items.map((item) => ({ item, pieces: [piece] }));
      return action(analysis, 'link-piece', { items: named(items) }, links);
    }
    if (part?.section === 'circumstances' || part?.section === 'timeline') {
      const item = part as Item;
      const pieces = [...model.letters, ...model.documents].filter((piece) => isHalfLinked(piece, item));
      return action(analysis, 'link-here', { pieces: named(pieces) }, [{ item, pieces }]);
    }
    return [];
  },
};

/** Does the piece name the item, and not the item the piece? */
function isHalfLinked(piece: Piece, item: Item): boolean {
  const { id } = piece.data;
  if (id === undefined || item.data.id === undefined || !piece.data.supports?.includes(item.data.id))
    return false;
  return !item.data.evidence?.includes(id) && (!isLetter(piece) || counts(piece));
}

function action(
  { draft }: Analysis,
  id: string,
  args: Args,
  links: readonly { readonly item: Item; readonly pieces: readonly Piece[] }[],
): Action[] {
  const edits = links.flatMap(({ item, pieces }) => {
    // Two pieces may have the same id by mistake: it is named once.
    const ids = new Set(pieces.flatMap(({ data }) => data.id ?? []));
    const edit = ids.size > 0 ? addTo(draft, item, 'evidence', [...ids]) : undefined;
    return edit ? [edit] : [];
  });
  const isWhole = edits.length > 0 && edits.length === links.length;
  return isWhole ? [{ id, title: { key: `actions.${id}`, args }, edits }] : [];
}

function named(parts: readonly (Piece | Item)[]): Arg {
  const names = parts.map(({ data }) => ('title' in data && data.title) || senderOf(data) || data.id || '…');
  return { list: names.map((text) => ({ key: 'actions.quoted', args: { text } })) };
}

function senderOf(data: Piece['data'] | Item['data']): string | undefined {
  return 'from' in data && typeof data.from === 'object' ? data.from.name : undefined;
}
