/** Values as YAML text in the style of the file that they go into. */

import { Document, isScalar, Scalar, visit } from 'yaml';
import type { Eol } from '../text.js';
import type { ScalarStyle } from '../tree.js';

export interface Style {
  /** Spaces by which fields stand below their key. */
  readonly indent: number;
  /** Spaces by which a list's dashes stand below their key: 0 or more. */
  readonly dashIndent: number;
  /** From a dash to its item's first key. */
  readonly itemIndent: number;
  readonly quote: 'single' | 'double';
  readonly eol: Eol;
}

export const DEFAULT_STYLE: Style = { indent: 2, dashIndent: 2, itemIndent: 2, quote: 'double', eol: '\n' };

export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [key: string]: Value | undefined };

/** Longer texts are written as a folded block, so that a person can read and edit them. */
const LONG_TEXT = 60;
const LINE_WIDTH = 100;

/** `key: value`, possibly over several lines; the first one without indentation, the others with `column` spaces. */
export function renderPair(key: string, value: Value, column: number, style: Style): string {
  return indentLines(stringify({ [key]: value }, style, column), column, style.eol);
}

/** A list item with its dash, the dash at `column`; the first line without indentation. */
export function renderItem(value: Value, column: number, style: Style): string {
  const text = stringify(value, style, column + style.itemIndent);
  return `-${' '.repeat(Math.max(1, style.itemIndent - 1))}${indentLines(text, column + style.itemIndent, style.eol)}`;
}

/** On one line, for places inside `[…]` and `{…}`. */
export function renderFlow(value: Value): string {
  // A text alone would be written as at the top of a file, where a comma needs no quotes.
  if (typeof value === 'string') return renderFlow([value]).slice(1, -1);
  const document = new Document(value);
  visit(document, {
    Collection(_, node) {
      node.flow = true;
    },
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // Line breaks in texts as \n: further lines of a flow list would have to know how far it is indented.
  const doubleQuotedMinMultiLineLength = Number.POSITIVE_INFINITY;
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength })
    .trimEnd();
}

/** A scalar in the quotes that it needs or that stood there before. */
export function renderScalar(
  value: string | number | boolean,
  like: ScalarStyle | undefined,
  style: Style,
): string {
  const scalar = new Scalar(value);
  if (like === 'single') scalar.type = Scalar.QUOTE_SINGLE;
  if (like === 'double') scalar.type = Scalar.QUOTE_DOUBLE;
  return new Document(scalar).toString({ lineWidth: 0, singleQuote: style.quote === 'single' }).trimEnd();
}

function stringify(value: Value, style: Style, column: number): string {
  const document = new Document(value, { keepUndefined: false });
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      if (node.value.length > LONG_TEXT || node.value.includes('\n')) node.type = Scalar.BLOCK_FOLDED;
    },
    Seq(_, node) {
      // Lists of ids and sources stand on one line, as in the format's own examples.
      node.flow = node.items.every((item) => isScalar(item) && String(item.value).length <= LONG_TEXT);
    },
    Map(_, node) {
      node.flow = false;
    },
  });
  return document
    .toString({
      indent: Math.max(1, style.indent),
      indentSeq: style.dashIndent > 0,
      singleQuote: style.quote === 'single',
      flowCollectionPadding: false,
      lineWidth: Math.max(60, LINE_WIDTH - column),
      minContentWidth: 0,
    })
    .trimEnd();
}

function indentLines(text: string, column: number, eol: Eol): string {
  const pad = ' '.repeat(column);
  return text
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : pad + line))
    .join(eol);
}
