/** A paper as Markdown, with notes as GitHub and pandoc know them; readable as it is, too. */

import type { DrawnRow, DrawnTimeline } from '../picture/drawn.js';
import { isWebAddress } from './escape.js';
import { type Block, isNote, isReference, type Line, type Paper, type TextRun } from './paper.js';

export function markdownOf(paper: Paper): string {
  return new MarkdownWriter(paper).text();
}

class MarkdownWriter {
  private readonly notes: string[] = [];

  constructor(private readonly paper: Paper) {}

  text(): string {
    const { title, under, mark, foot, blocks } = this.paper;
    const parts = [
      ...(mark ? [`**${escaped(mark)}**`] : []),
      `# ${escaped(title)}`,
      ...under.map(startEscaped),
      ...blocks.map((block) => this.block(block)).filter((part) => part !== ''),
      ...this.notes.map((note, index) => `[^${index + 1}]: ${note}`),
      `---`,
      `*${escaped(foot)}*`,
    ];
    return `${parts.join('\n\n')}\n`;
  }

  private block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
      case 'paragraph':
        return this.line(block.line);
      case 'numbered':
        return block.lines
          .map((line, index) => (index === 0 ? `${block.number}. ` : '    ') + this.line(line))
          .join('\n\n');
      case 'list':
        return block.items
          .map(({ label, line }) => `- ${label ? `**${escaped(label)}** ` : ''}${this.line(line)}`)
          .join('\n');
      case 'table':
        return this.table(block);
      case 'page':
        return '---';
      case 'picture':
        return timelineList(block.drawn);
    }
  }

  private table({ heads, rows }: Extract<Block, { kind: 'table' }>): string {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [
      row(heads.map(escaped)),
      row(heads.map(() => '---')),
      ...rows.map(({ cells }) =>
        row(cells.map((lines) => lines.map((line) => this.line(line)).join('<br>'))),
      ),
    ].join('\n');
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
