/** Comments that silence a rule: `# vangnet-ignore rule: reason`, and with `-file` for the whole file. */

import type { Scene } from './climb.js';
import { nextContent } from './lines.js';
import type { Site } from './site.js';

const BEFORE_RULE = /^#[ \t]*vangnet-ignore(-file)?[ \t]+([\w-]*)$/;
/** At least two letters of it: a comment in plain words is left alone. */
const BEFORE_DIRECTIVE = /^#[ \t]*(va[a-z-]*)$/;
const DIRECTIVE = 'vangnet-ignore-file';

export function ruleSites(scene: Scene, comment: number): readonly Site[] {
  const { text, offset } = scene;
  const before = text.slice(comment, offset);
  const rule = BEFORE_RULE.exec(before);
  const word = rule ? (rule[2] as string) : BEFORE_DIRECTIVE.exec(before)?.[1];
  if (word === undefined) return [];
  const isForFile = isAboveEverything(scene, comment);
  if (rule?.[1] !== undefined && !isForFile) return [];
  // Above nothing, or behind something, it would silence nothing.
  if (rule?.[1] === undefined && !isForFile && !standsAboveSomething(scene, comment)) return [];
  if (!rule && !DIRECTIVE.startsWith(word)) return [];
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const start = offset - word.length;
  const end = offset + rest;
  return [
    {
      on: rule ? 'rule' : 'directive',
      comment,
      hasColon: text[end] === ':',
      isForFile,
      spot: { start, end, before: '' },
    },
  ];
}

function isAboveEverything({ doc }: Scene, comment: number): boolean {
  const first = doc.entries[0];
  return first === undefined || comment < doc.startOf(first.key);
}

function standsAboveSomething({ text, lines, line }: Scene, comment: number): boolean {
  const own = lines[line];
  return own?.content === comment && nextContent(text, comment) !== undefined;
}
