/** A paper as Markdown, with notes as GitHub and pandoc know them; readable as it is, too. */

import { joined, type Steps } from '../../core/steps.js';
import type { DrawnRow, DrawnTimeline } from '../picture/drawn.js';
import { isWebAddress } from './escape.js';
import {
  type Block,
  isNote,
  isReference,
  type Line,
  type ListItem,
  type Paper,
  type TextRun,
} from './paper.js';

export function markdownOf(paper: Paper): Steps<string> {
  return joined(new MarkdownWriter(paper).pieces());
}

class MarkdownWriter {
  private readonly notes: string[] = [];

  constructor(private readonly paper: Paper) {}

  *pieces(): Generator<string> {
    const { title, under, mark, foot, blocks } = this.paper;
    if (mark) yield `**${escaped(mark)}**\n\n`;
    yield `# ${escaped(title)}\n\n`;
    for (const line of under) yield `${startEscaped(line)}\n\n`;
    for (const block of blocks) yield* this.block(block);
    for (const [index, note] of this.notes.entries()) yield `[^${index + 1}]: ${note}\n\n`;
    yield `---\n\n*${escaped(foot)}*\n`;
  }

  private *block(block: Block): Generator<string> {
    if (block.kind === 'table') yield* this.table(block);
    else if (block.kind === 'list') yield* this.list(block.items);
    else {
      const text = this.text(block);
      if (text !== '') yield `${text}\n\n`;
    }
  }

  private text(block: Exclude<Block, { kind: 'table' | 'list' }>): string {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
      case 'paragraph':
        return this.line(block.line);
      case 'numbered':
        return block.lines
          .map((line, index) => (index === 0 ? `${block.number}. ` : '    ') + this.line(line))
          .join('\n\n');
      case 'page':
        return '---';
      case 'picture':
        return timelineList(block.drawn);
    }
  }

  private *list(items: readonly ListItem[]): Generator<string> {
    for (const { label, line } of items)
      yield `- ${label ? `**${escaped(label)}** ` : ''}${this.line(line)}\n`;
    yield '\n';
  }

  private *table({ heads, rows }: Extract<Block, { kind: 'table' }>): Generator<string> {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
    yield row(heads.map(escaped));
    yield row(heads.map(() => '---'));
    for (const { cells } of rows)
      yield row(cells.map((lines) => lines.map((line) => this.line(line)).join('<br>')));
    yield '\n';
  }

  private line(line: Line): string {
    const text = line
      .map((run) => {
        if (isReference(run)) return String(run.paragraph);
        if (!isNote(run)) return textRun(run);
        this.notes.push(run.note.map(textRun).join(''));
        return `[^${this.notes.length}]`;
      })
      .join('');
    return lineStart(text);
  }
}

/** Markdown has no picture of its own: who was here, the procedures and the events, each with its time. */
function timelineList({ title, groups, more }: DrawnTimeline): string {
  return [
    `**${escaped(title)}**`,
    ...groups.map(({ title: heading, rows }) => [`- ${escaped(heading)}`, ...rows.map(listRow)].join('\n')),
    ...(more === undefined ? [] : [escaped(more)]),
  ].join('\n\n');
}

function listRow({ kind, title, note }: DrawnRow): string {
  return `${kind === 'remedy' ? '    ' : '  '}- ${startEscaped(title)}: ${escaped(note)}`;
}

function textRun({ text, look, href }: TextRun): string {
  const shown = isWebAddress(href) ? `[${escaped(text)}](<${href}>)` : escaped(text);
  // Marks of emphasis must touch the words.
  const [, before = '', words = '', after = ''] = /^(\s*)(\S?(?:.*\S)?)(\s*)$/s.exec(shown) ?? [];
  if (words === '') return shown;
  if (look === 'bold') return `${before}**${words}**${after}`;
  return look === 'italic' ? `${before}*${words}*${after}` : shown;
}

/** What means something anywhere in a line. */
function escaped(text: string): string {
  return text
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll(/[\\`*_[\]<>~|$]/g, '\\$&')
    .replaceAll(/[^\S\u00A0]+/g, ' ');
}

/** What means something only where a line begins: headings, lists, rules, numbers. */
function lineStart(text: string): string {
  return text.replace(/^(\s*)([#+=-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function startEscaped(text: string): string {
  return lineStart(escaped(text));
}
