/** What the rules of this folder share: whom they speak of, and the two ways to mend: a link and a letter stub. */

import { mapOf } from '../../core/case/access.js';
import { isLetter, namedAsEvidence, type Piece } from '../../core/case/evidence.js';
import { applicants } from '../../core/case/facts.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Arg, Fix, Message } from '../../core/findings.js';
import type { CaseModel, Circumstance, Event, Letter, Person } from '../../core/model.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { letterStub } from '../../knowledge/letters.js';

/** The circumstances of the claim; without a claim those of the file. */
export function circumstancesInQuestion({
  claim,
  circumstances,
}: Pick<CaseModel, 'claim' | 'circumstances'>): readonly Circumstance[] {
  if (!claim) return circumstances;
  const ids = new Set(claim.data.circumstances ?? []);
  return circumstances.filter(({ data }) => data.id !== undefined && ids.has(data.id));
}

export function senderName(role: string): Message {
  return { key: `sender.${role}` };
}

/** What a message calls a circumstance or event: its title, else its id, else its kind. */
export function titled({ def, data: { title, id, kind } }: Circumstance | Event): Arg {
  if (isSaid(title)) return shortened(title.trim().replaceAll(/\s+/g, ' '));
  if (id !== undefined) return id;
  return kind ? { enumValue: kind, of: `${def}.kind` } : { key: 'letters.untitled' };
}

/** A message is read in a list: a title that fills it alone is cut between two words. */
const MOST_SHOWN = 50;

function shortened(text: string): string {
  if (text.length <= MOST_SHOWN) return text;
  const end = text.lastIndexOf(' ', MOST_SHOWN - 1);
  return `${text.slice(0, end > 0 ? end : MOST_SHOWN - 1).replace(/(?<![\s,.;:–-])[\s,.;:–-]+$/, '')}…`;
}

/** The names of persons for a message; where none is written down, ‘the person concerned’. */
export function namesOf(persons: readonly Person[]): Arg {
  const names = persons.flatMap(({ data }) => (isSaid(data.name) ? [data.name] : []));
  return names.length > 0 ? { list: names } : { key: 'letters.someone' };
}

export function applicantNames(model: Pick<CaseModel, 'persons'>): Arg {
  return namesOf(applicants(model));
}

/** Who wrote or is to write a letter, for brackets in a message; ‘none’ where the file doesn't say. */
export function senderOf({ data: { from } }: Letter): Arg {
  if (isSaid(from?.name)) return from.name.trim();
  return from?.role ? senderName(from.role) : 'none';
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && !isOnlyBlank(text);
}

type Make = (preferred: boolean) => Fix;

export interface Mending {
  /** Whom to ask for a letter, the likeliest first. */
  readonly roles: readonly string[];
  /** Does this letter or document of the file suit the circumstance? */
  readonly suits: (piece: Piece) => boolean;
  /** Is only what suits to be offered for linking? */
  readonly onlySuitable: boolean;
  readonly today: number;
}

/** Stubs that ask for a letter, and links to what the file has; what nothing else needs and suits comes first. */
export function mendings(draft: Draft, circumstance: Circumstance, mending: Mending): Fix[] {
  const pieces = linkable(draft, mending);
  const links = pieces.map(({ piece }) => linkTo(draft, circumstance, piece));
  const stubs = mending.roles.map((role) => stubFor(draft, circumstance, role, mending.today));
  const inOrder = pieces[0]?.rank === LIKELIEST ? [...links, ...stubs] : [...stubs, ...links];
  return inOrder.filter((make) => make !== undefined).map((make, index) => make(index === 0));
}

const LIKELIEST = 0;
/** More would be a list to search instead of a choice. */
const MOST_LINKS = 5;
/** About who acts for whom, and a life as a whole: no evidence of one circumstance. */
const NO_EVIDENCE: ReadonlySet<string | undefined> = new Set(['power-of-attorney', 'curriculum-vitae']);

function linkable({ model }: Draft, { suits, onlySuitable }: Mending): { piece: Piece; rank: number }[] {
  const named = namedAsEvidence(model);
  const isLoose = ({ data }: Piece) =>
    (data.supports ?? []).length === 0 && data.id !== undefined && !named.has(data.id);
  const pieces: Piece[] = [
    ...model.letters.filter(({ data }) => data.status !== undefined && data.status !== 'refused'),
    ...model.documents.filter(({ data }) => !NO_EVIDENCE.has(data.kind)),
  ];
  return pieces
    .filter((piece) => piece.data.id !== undefined && (!onlySuitable || suits(piece)))
    .map((piece) => ({ piece, rank: (suits(piece) ? 0 : 2) + (isLoose(piece) ? 0 : 1) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_LINKS);
}

function linkTo(draft: Draft, circumstance: Circumstance, piece: Piece): Make | undefined {
  const owner = mapOf(circumstance);
  const id = piece.data.id as string;
  return (
    owner &&
    ((preferred) =>
      draft.fix(
        `link-${id}`,
        { key: isLetter(piece) ? 'letters.fix-link-letter' : 'letters.fix-link-document', args: { id } },
        [draft.addToList(owner, 'circumstance', 'evidence', [id])],
        { preferred },
      ))
  );
}

function stubFor(draft: Draft, circumstance: Circumstance, role: string, today: number): Make | undefined {
  const stub = letterStub(draft, role, [circumstance], today, draft.newIds());
  const letter = draft.appendItems('letters', [stub]);
  const owner = mapOf(circumstance);
  // A circumstance without an id can't be named by the letter, so it names the letter.
  const needsLink = circumstance.data.id === undefined;
  if (needsLink && !owner) return undefined;
  const link =
    needsLink && owner ? [draft.addToList(owner, 'circumstance', 'evidence', [String(stub.id)])] : [];
  return (preferred) =>
    draft.fix(
      `insert-stub-${role}`,
      { key: 'letters.fix-stub', args: { sender: senderName(role) } },
      [...link, letter],
      { preferred },
    );
}
