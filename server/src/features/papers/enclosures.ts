/** The enclosures of a request, numbered as the text first speaks of them. */

import { joined } from '../../core/words/words.js';
import type { ReadableCase, ReadableDocument, ReadableLetter, Ref } from '../readable/types.js';
import { type ListItem, runs, type TextRun } from './paper.js';
import type { Word } from './words.js';

export class Enclosures {
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly told: ReadableCase,
    private readonly word: Word,
  ) {}

  /** ' (producties 1 en 3)', with what is still to come; empty for nothing. */
  mention(refs: readonly Ref[]): TextRun[] {
    const here = refs.filter(({ isExpected }) => !isExpected).map(({ id }) => this.numberOf(id));
    const coming = refs.filter(({ isExpected }) => isExpected);
    const parts = [
      ...(here.length > 0 ? [this.numbered(here)] : []),
      ...(coming.length > 0
        ? [this.word('follows', { what: this.list(coming.map(({ text }) => text)), count: coming.length })]
        : []),
    ];
    return parts.length > 0 ? runs(` (${parts.join('; ')})`) : [];
  }

  private numbered(numbers: readonly number[]): string {
    const sorted = [...numbers].sort((a, b) => a - b).map(String);
    // The number stays with its word at the end of a line.
    return this.word('enclosure-refs', { numbers: this.list(sorted), count: sorted.length }).replace(
      ' ',
      '\u00A0',
    );
  }

  private list(items: readonly string[]): string {
    return joined(items, 'and', this.told.language);
  }

  private numberOf(id: string): number {
    const number = this.numbers.get(id) ?? this.numbers.size + 1;
    this.numbers.set(id, number);
    return number;
  }

  /** Everything that is there, the rest of the file behind what was mentioned. */
  items(): ListItem[] {
    const pieces = new Map<string, ReadableLetter | ReadableDocument>();
    for (const piece of [...this.told.documents, ...this.told.letters.filter(isIn)])
      if (piece.id !== undefined) pieces.set(piece.id, piece);
    for (const id of pieces.keys()) this.numberOf(id);
    return [...this.numbers].flatMap(([id, number]) => {
      const piece = pieces.get(id);
      return piece
        ? [{ label: this.word('enclosure', { number }), line: runs(this.nameOf(piece)), at: piece.at, id }]
        : [];
    });
  }

  /** Letters that are asked for or planned. */
  awaited(): ListItem[] {
    return this.told.letters
      .filter((letter) => letter.status === 'planned' || letter.status === 'requested')
      .map((letter) => ({
        line: runs(`${this.nameOf(letter)} (${letter.statusText ?? ''})`),
        at: letter.at,
        id: letter.id,
      }));
  }

  private nameOf(piece: ReadableLetter | ReadableDocument): string {
    const name = 'from' in piece ? this.word('letter-of', { from: piece.from }) : piece.title;
    return piece.date ? `${name}, ${piece.date.text}` : name;
  }
}

function isIn({ status }: ReadableLetter): boolean {
  return status === 'received' || status === 'signed';
}
