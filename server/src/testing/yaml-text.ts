/**
 * Random YAML as people write it, odd but nearly always valid: every style of text, lists at their key's column
 * or further in, comments and blank lines anywhere, CRLF. For the properties of the parser.
 */

import fc from 'fast-check';

type Chomp = '' | '-' | '+';

export type Tree =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'inline'; readonly text: string }
  | {
      readonly kind: 'lines';
      readonly open: string;
      readonly lines: readonly string[];
      readonly close: string;
      readonly indent: number;
    }
  | {
      readonly kind: 'block';
      readonly mark: '|' | '>';
      readonly chomp: Chomp;
      readonly indent: number;
      readonly sized: boolean;
      readonly lines: readonly string[];
    }
  | {
      readonly kind: 'map';
      readonly step: number;
      readonly compact: boolean;
      readonly entries: readonly Entry[];
    }
  | {
      readonly kind: 'seq';
      readonly step: number;
      readonly compact: boolean;
      readonly items: readonly Item[];
    };

interface Trivia {
  /** Comment or blank lines before it. */
  readonly above: readonly string[];
  readonly comment: string;
}

interface Item extends Trivia {
  readonly value: Tree;
}

interface Entry extends Item {
  readonly key: string;
}

/** One word of each kind that has a trap in it; `¦` parts them. */
const words = (...lines: readonly string[]) => lines.join(' ¦ ').split(' ¦ ');

const KEYS = words(
  'id ¦ title ¦ kind ¦ persons ¦ case ¦ vangnet ¦ timeline ¦ letters ¦ claim ¦ x-own ¦ two words ¦ ÿ ¦ 2013 ¦ "quoted"',
  "'it''s' ¦ a:b ¦ a#b ¦ ~ ¦ null ¦ __proto__ ¦ constructor ¦ \"a: b\" ¦ '# no' ¦ true ¦ ключ ¦ 1.0 ¦ \"esc\\taped\" ¦ _x",
  '(a) ¦ -x ¦ ?y ¦ .z ¦ $ ¦ <a> ¦ “q” ¦ 😀 ¦ :c ¦ a[0] ¦ /',
);
const PLAIN = words(
  "x ¦ Sem’on ¦ Sem'on ¦ 2013 ¦ 2013-05 ¦ 2013-05-04 ¦ 1986~ ¦ true ¦ False ¦ ~ ¦ null ¦ 1.5 ¦ -3 ¦ +4 ¦ 0o17 ¦ 0x1F ¦ .inf ¦ -.INF",
  '.nan ¦ 1e3 ¦ .5 ¦ 5. ¦ a b c ¦ foo#bar ¦ a:b ¦ https://example.org/a?b=c#d ¦ -dash ¦ ?what ¦ :x ¦ x, y ¦ a - b ¦ = ¦ <<',
  'emoji 😀 here ¦ é ¦ 1_000 ¦ 00012 ¦ 12:30 ¦ a"b ¦ tail\\ ¦ x] ¦ x} ¦ (…) ¦ “curly” ¦ TODO ¦ . ¦ .. ¦ -1- ¦ yes ¦ NULL ¦ a\u00A0b ¦ a\tb',
  '1e ¦ 0x ¦ +.5e-3 ¦ -0 ¦ 0o8 ¦ .iNF ¦ ~~ ¦ nullx ¦ 12345678901234567890 ¦ 1.e5 ¦ e3 ¦ --x',
);
const FLOW = words(
  'x ¦ 2013 ¦ a b ¦ \'q, q\' ¦ "d: d" ¦ true ¦ ~ ¦ -1 ¦ \'\' ¦ a-b ¦ "\\u00e9" ¦ https://e.org',
);
const QUOTED = words(
  '\'x\' ¦ \'\' ¦ \'it\'\'s\' ¦ \'# no comment\' ¦ \'a: b\' ¦ "" ¦ "a\\nb" ¦ "\\u263A \\x41 \\"" ¦ "- no item" ¦ "{{naam}}" ¦ "tab\\t" ¦ \'"\' ¦ "😀" ¦ \'[x]\'',
);
const BLOCK_LINES = words(
  'text ¦ a: b ¦ - item ¦ # no comment ¦   deeper ¦  one ¦ trailing   ¦ " ¦ \' ¦ [ ¦ ---x ¦ {{naam}} ¦ \ttab ¦ | ¦ key:',
).concat('', 'a\u00A0');
const ABOVE = words('# comment ¦   ¦     # indented comment ¦ # ¦ # a: b ¦ # "unclosed').concat('');

const trivia = {
  above: fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...ABOVE), { maxLength: 3 }) },
  ),
  comment: fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom(' # note', '  #', " # it's: [", ' ') },
  ),
};

const flow: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const items = fc.array(tie('value'), { maxLength: 3 });
  const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', '"c"', "'d'", 'name'), tie('value')), {
    maxLength: 3,
    selector: ([key]) => key,
  });
  const spaces = fc.constantFrom('', ' ');
  const break_ = fc.constantFrom(' ', ' ', ' ', '', '\n  ', '\n\n   ');
  return {
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(...FLOW),
      fc
        .tuple(items, spaces, break_, fc.boolean())
        .map(
          ([list, space, after, comma]) =>
            `[${space}${list.join(`,${after}`)}${comma && list.length > 0 ? ',' : ''}${space}]`,
        ),
      fc
        .tuple(pairs, spaces, break_)
        .map(
          ([list, space, after]) =>
            `{${space}${list.map(([key, value]) => `${key}: ${value}`).join(`,${after}`)}${space}}`,
        ),
    ),
  };
}).value;

const scalar: fc.Arbitrary<Tree> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Tree>({ kind: 'nothing' }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...PLAIN, ...QUOTED).map((text): Tree => ({ kind: 'inline', text })),
  },
  { weight: 3, arbitrary: flow.map((text): Tree => ({ kind: 'inline', text })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', "'", '"'),
        fc.array(fc.constantFrom('word', 'two words', '', 'a#b', 'it is', '-x', '😀', '1'), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(
        ([quote, lines, indent]): Tree => ({
          kind: 'lines',
          open: `${quote}first`,
          lines,
          close: `last${quote}`,
          indent,
        }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('|' as const, '>' as const),
        fc.constantFrom<Chomp>('', '-', '+'),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        fc.array(fc.constantFrom(...BLOCK_LINES), { maxLength: 5 }),
      )
      .map(
        ([mark, chomp, indent, sized, lines]): Tree => ({ kind: 'block', mark, chomp, indent, sized, lines }),
      ),
  },
);

const entriesOf = (value: fc.Arbitrary<Tree>) =>
  fc.uniqueArray(fc.record({ key: fc.constantFrom(...KEYS), value, ...trivia }), {
    minLength: 1,
    maxLength: 5,
    selector: ({ key }) => key.trim(),
  });

const tree: fc.Arbitrary<Tree> = fc.letrec<{ value: Tree }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    scalar,
    fc.record({
      kind: fc.constant('map' as const),
      step: fc.integer({ min: 1, max: 4 }),
      compact: fc.boolean(),
      entries: entriesOf(tie('value')),
    }),
    fc.record({
      kind: fc.constant('seq' as const),
      step: fc.constantFrom(0, 2, 2, 4),
      compact: fc.boolean(),
      items: fc.array(fc.record({ value: tie('value'), ...trivia }), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).value;

export const yamlText: fc.Arbitrary<string> = fc
  .record({
    marker: fc.constantFrom('', '', '', '', '---\n', '# head\n', '\n\n# head\n---\n'),
    entries: entriesOf(tree),
    tail: fc.constantFrom('\n', '\n', '', '\n\n', '\n# end', '\n  # end\n'),
    crlf: fc.boolean(),
  })
  .map(({ marker, entries, tail, crlf }) => {
    const lines: string[] = [];
    for (const entry of entries) writeEntry(lines, '', 0, entry);
    const text = marker + lines.join('\n') + tail;
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

const pad = (column: number) => ' '.repeat(column);

/** `key: value`, the key behind what already stands on the line (`before`), which ends at `column`. */
function writeEntry(lines: string[], before: string, column: number, entry: Entry): void {
  if (before === '') lines.push(...entry.above);
  write(
    lines,
    `${before === '' ? pad(column) : before}${entry.key}:`,
    column,
    entry.value,
    entry.comment,
    'map',
  );
}

function write(
  lines: string[],
  before: string,
  column: number,
  value: Tree,
  comment: string,
  parent: 'map' | 'seq',
): void {
  if (value.kind === 'nothing') lines.push(before + comment);
  else if (value.kind === 'inline')
    lines.push(`${before} ${value.text.replaceAll('\n', `\n${pad(column)}`)}${comment}`);
  else if (value.kind === 'lines') {
    const inner = pad(column + value.indent);
    lines.push(
      `${before} ${value.open}`,
      ...value.lines.map((line) => (line === '' ? '' : inner + line)),
      inner + value.close + comment,
    );
  } else if (value.kind === 'block') writeBlock(lines, before, column, value, comment);
  else if (value.kind === 'map') writeMap(lines, before, column, value, comment, parent);
  else writeSeq(lines, before, column, value, comment, parent);
}

function writeBlock(
  lines: string[],
  before: string,
  column: number,
  value: Extract<Tree, { kind: 'block' }>,
  comment: string,
): void {
  // Without an indicator, the first line of text sets the indentation: it may not be blank or begin with a space.
  const needsSize = /^\s/.test(value.lines.find((line) => line !== '') ?? '');
  const size = value.sized || needsSize ? String(value.indent) : '';
  lines.push(`${before} ${value.mark}${size}${value.chomp}${comment}`);
  for (const line of value.lines) lines.push(line === '' ? '' : pad(column + value.indent) + line);
}

function writeMap(
  lines: string[],
  before: string,
  column: number,
  value: Extract<Tree, { kind: 'map' }>,
  comment: string,
  parent: 'map' | 'seq',
): void {
  const [first, ...others] = value.entries as [Entry, ...Entry[]];
  if (parent === 'seq' && value.compact) {
    const inner = column + 1 + value.step;
    writeEntry(lines, before + pad(value.step), inner, first);
    for (const entry of others) writeEntry(lines, '', inner, entry);
    return;
  }
  lines.push(before + comment);
  for (const entry of value.entries) writeEntry(lines, '', column + value.step, entry);
}

function writeSeq(
  lines: string[],
  before: string,
  column: number,
  value: Extract<Tree, { kind: 'seq' }>,
  comment: string,
  parent: 'map' | 'seq',
): void {
  const compact = parent === 'seq' && value.compact;
  const inner = compact ? column + 2 : column + (parent === 'seq' ? Math.max(1, value.step) : value.step);
  if (!compact) lines.push(before + comment);
  for (const [index, item] of value.items.entries()) {
    if (compact && index === 0) write(lines, `${before} -`, inner, item.value, item.comment, 'seq');
    else {
      lines.push(...item.above);
      write(lines, `${pad(inner)}-`, inner, item.value, item.comment, 'seq');
    }
  }
}
