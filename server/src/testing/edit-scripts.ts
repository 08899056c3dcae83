/** Random edits as people and editors make them, for comparing an analysis brought up to date with a fresh one. */

import fc from 'fast-check';

const TYPED = [
  ...'ax1:#-\'"[]{}&*|>?!@%`,~ \t\n',
  ': ',
  ' #',
  '- ',
  '\n- ',
  '\n  - id: nieuw\n',
  '\n\n',
  '\r\n',
  '\r',
  "'",
  '"',
  '[a, ',
  '{a: ',
  '&a ',
  '*a',
  '<<: *a',
  '|',
  '>-',
  '---\n',
  '...\n',
  '# ',
  'x-a: 1\n',
  '{{naam}}',
  '\u00A0',
  '\u200B',
  '\uFEFF',
  '😀',
  '\uD800',
  'id:x',
  '!!str ',
  '? ',
  '<<<<<<< ours\n',
  '=======\n',
  '>>>>>>> theirs\n',
  '\t- id: t\n',
  '# vangnet-ignore unused-item: nodig\n',
  'letters:\n',
  'persons: []\n',
  'claim:\n  id: v2\n',
  '2019-05-01',
  'role: applicant\n',
];

export interface EditStep {
  readonly kind:
    | 'type'
    | 'delete'
    | 'drop-line'
    | 'double-line'
    | 'swap-lines'
    | 'indent'
    | 'dedent'
    | 'move-block'
    | 'rename-block'
    | 'join'
    | 'undo';
  /** Where: a place in the text, by parts of 2^20, so that a step means something in every text. */
  readonly at: number;
  readonly to: number;
  readonly typed: string;
  readonly length: number;
}

export const editStep: fc.Arbitrary<EditStep> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('type' as const) },
    { weight: 4, arbitrary: fc.constant('delete' as const) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'drop-line' as const,
        'double-line' as const,
        'swap-lines' as const,
        'indent' as const,
        'dedent' as const,
        'move-block' as const,
        'rename-block' as const,
        'join' as const,
        'undo' as const,
      ),
    },
  ),
  at: fc.nat(2 ** 20),
  to: fc.nat(2 ** 20),
  typed: fc.constantFrom(...TYPED),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(60) }),
});

/** An `undo` means something only where the versions before are known: see `versionsOf`. */
export function applyStep(text: string, step: EditStep): string {
  if (step.kind === 'undo') return text;
  const at = Math.floor((step.at / 2 ** 20) * text.length);
  if (step.kind === 'type') return text.slice(0, at) + step.typed + text.slice(at);
  if (step.kind === 'delete') return text.slice(0, at) + text.slice(at + step.length);
  if (step.kind === 'move-block') return moveBlock(text, step);
  if (step.kind === 'rename-block') return renameBlock(text, step);
  const lines = text.split('\n');
  const line = Math.floor((step.at / 2 ** 20) * lines.length) % lines.length;
  const own = lines[line] ?? '';
  const other = (line + 1) % lines.length;
  if (step.kind === 'drop-line') lines.splice(line, 1 + (step.length % 4));
  else if (step.kind === 'double-line') lines.splice(line, 0, own);
  else if (step.kind === 'indent') lines[line] = `  ${own}`;
  else if (step.kind === 'dedent') lines[line] = own.replace(/^ {1,2}/, '');
  else if (step.kind === 'swap-lines') [lines[line], lines[other]] = [lines[other] ?? '', own];
  else lines.splice(line, 2, own + (lines[line + 1] ?? '').trimStart());
  return lines.join('\n');
}

/** Takes a list item or a section and puts it before another. */
function moveBlock(text: string, { at, to }: EditStep): string {
  const starts = [...text.matchAll(/^(?: *- |\w+:)/gm)].map((found) => found.index);
  if (starts.length < 3) return text;
  const from = Math.floor((at / 2 ** 20) * starts.length) % starts.length;
  const start = starts[from] as number;
  const end = starts[from + 1] ?? text.length;
  const rest = text.slice(0, start) + text.slice(end);
  const target = starts[Math.floor((to / 2 ** 20) * starts.length) % starts.length] as number;
  const place = target > start ? Math.max(start, target - (end - start)) : target;
  return rest.slice(0, place) + text.slice(start, end) + rest.slice(place);
}

/** Gives a section the name of another: what stands below it is now read as something else. */
function renameBlock(text: string, { at, to }: EditStep): string {
  const names = [...text.matchAll(/^\w+(?=:)/gm)];
  if (names.length < 2) return text;
  const [from, other] = [at, to].map(
    (place) => names[Math.floor((place / 2 ** 20) * names.length) % names.length],
  ) as [RegExpExecArray, RegExpExecArray];
  return text.slice(0, from.index) + other[0] + text.slice(from.index + from[0].length);
}
