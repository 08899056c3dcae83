/** What in a case can be opened: laws and rulings where they are published, letters and documents beside the file. */

import { addressOfEcli, normalEcli } from '../core/ecli.js';
import type { CaseModel, Part } from '../core/model.js';
import { findSuppressions } from '../core/suppressions.js';
import { keyText, type Node, type Span, sourceOf } from '../core/tree.js';
import { RULES } from '../generated/rules.js';
import { SHAPES } from '../generated/shape.js';
import { sourceById } from '../knowledge/sources.js';
import type { Analysis } from '../pipeline/analysis.js';
import { onceFor } from './once.js';
import { allParts } from './parts.js';

export interface DocumentLink {
  readonly start: number;
  readonly end: number;
  /** An address on the web. */
  readonly address?: string;
  /** A path as the case file has it, from the case file on. */
  readonly file?: string;
  /** The id of the legal data, whose name says what will be opened. */
  readonly source?: string;
  /** The rule whose page is meant, where a comment silences one. */
  readonly rule?: string;
}

/** In the order of the text. */
export const documentLinksOf: (analysis: Analysis) => readonly DocumentLink[] = onceFor(
  ({ document, model }: Analysis) => {
    const links = addressesIn(document.text);
    for (const { rule, ruleAt } of findSuppressions(document))
      if (RULES.some(({ meta }) => meta.id === rule))
        links.push({ start: document.startOf(ruleAt), end: document.endOf(ruleAt), rule });
    for (const part of allParts(model))
      for (const { at, ...link } of linksIn(part))
        links.push({ start: document.startOf(at), end: document.endOf(at), ...link });
    return apart(links.sort((a, b) => a.start - b.start));
  },
);

/** A file whose name looks like a law or a ruling is a file. */
function apart(links: readonly DocumentLink[]): DocumentLink[] {
  const kept: DocumentLink[] = [];
  for (const link of links) {
    const last = kept.at(-1);
    if (!last || link.start >= last.end) kept.push(link);
    else if (link.file !== undefined) kept[kept.length - 1] = link;
  }
  return kept;
}

/** Addresses, rulings and Dutch laws by their number, wherever in the file they stand, comments too. */
const WRITTEN_OUT = new RegExp(
  [
    String.raw`(?<address>https:\/\/[^\s<>"'${'`'}{}|\\^[\]]+)`,
    String.raw`(?<ecli>\bECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:\d{4}:[A-Z0-9.]{1,25}(?![A-Z0-9]))`,
    String.raw`(?<law>\b(?:jci1\.\d:[a-z]:)?BWB[RV]\d{7}(?:[&?][\w&=.:-]+)?(?!\w))`,
  ].join('|'),
  'gi',
);

function addressesIn(text: string): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const found of text.matchAll(WRITTEN_OUT)) {
    const { address, ecli, law } = found.groups as { address?: string; ecli?: string; law?: string };
    const written = withoutPunctuation(address ?? ecli ?? law ?? '');
    const target = address ? written : ecli ? addressOfEcli(normalEcli(written)) : `${LAWS}${written}`;
    if (URL.canParse(target))
      links.push({ start: found.index, end: found.index + written.length, address: target });
  }
  return links;
}

/** The collection of Dutch law answers to a BWB number and to a Juriconnect reference alike. */
const LAWS = 'https://wetten.overheid.nl/';

/** What ends the sentence is no part of the address; nor is a bracket that was opened before it. */
function withoutPunctuation(text: string): string {
  const closing = text.includes('(') ? '.,;:!?…' : '.,;:!?…)';
  let end = text.length;
  while (end > 0 && closing.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

type Found = { readonly at: Span } & Pick<DocumentLink, 'address' | 'file' | 'source'>;

/** Once for a part. Aliases are not followed: what they name has its own place. */
const linksIn = onceFor((part: Part): readonly Found[] => [...inFields(part.node, part.def)]);

function* inFields(node: Node | undefined, def: string): Generator<Found> {
  for (const { at, value, kind } of valuesIn(node, def)) {
    if (sourceOf(at).includes('\n')) continue;
    const url = kind === 'source' ? sourceById(value)?.url : undefined;
    if (kind === 'file' && value.trim() !== '') yield { at, file: value };
    else if (url !== undefined) yield { at, address: url, source: value };
  }
}

/** A path to a letter or document, as the case file has it. */
export interface NamedFile {
  readonly at: Node;
  readonly value: string;
}

/** Every path to a file that the case names. */
export function* namedFiles(model: CaseModel): Generator<NamedFile> {
  for (const part of allParts(model))
    for (const found of valuesIn(part.node, part.def)) if (found.kind === 'file') yield found;
}

function* valuesIn(
  node: Node | undefined,
  def: string,
): Generator<NamedFile & { readonly kind: 'source' | 'file' }> {
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) {
    const kind = SHAPES[def]?.keys.find(({ name }) => name === keyText(pair))?.kind;
    if (kind !== 'source' && kind !== 'file') continue;
    for (const item of pair.value?.kind === 'seq' ? pair.value.items : [pair.value])
      if (item?.kind === 'scalar' && typeof item.value === 'string')
        yield { at: item, value: item.value, kind };
  }
}
