/**
 * A paper as HTML: the body alone, which the preview shows in a page of its own, and the whole page for a file. Every
 * part that stands in the case file says where (`data-start`, `data-end`, `data-line`), so that a click can lead there.
 */

import type { Place } from '../readable/types.js';
import { escapeHtml, isWebAddress } from './escape.js';
import {
  type Block,
  isNote,
  isReference,
  type Line,
  type NoteRun,
  type Paper,
  type TextRun,
} from './paper.js';
import { PAGE_STYLE } from './style.js';
import { type Word, wordsIn } from './words.js';

/** An `article` with headings, tables with scopes and notes; no styles, no scripts, nothing from elsewhere. */
export function htmlBody(paper: Paper): string {
  return new HtmlWriter(paper).body();
}

/** A page that needs nothing but itself, with a policy that lets nothing else in. */
export async function htmlPage(paper: Paper): Promise<string> {
  const { language, title } = paper;
  const policy = `default-src 'none'; style-src 'sha256-${await sha256(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Vangnet">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    `<body><main>${htmlBody(paper)}</main></body>`,
    '</html>',
    '',
  ].join('\n');
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

class HtmlWriter {
  private readonly notes: NoteRun[] = [];
  private readonly word: Word;
  private headings = 0;
  private hasSection = false;

  constructor(private readonly paper: Paper) {
    this.word = wordsIn(paper.language);
  }

  body(): string {
    const { paper } = this;
    const { title, under, mark, foot, language, what } = paper;
    const head = [
      ...(mark ? [`<p class="vn-mark"><strong>${escapeHtml(mark)}</strong></p>`] : []),
      `<h1${paper.isTitleHidden ? ' class="vn-hidden"' : ''}>${escapeHtml(title)}</h1>`,
      ...under.map((line) => `<p class="vn-under">${escapeHtml(line)}</p>`),
    ];
    const blocks = paper.blocks.map((block) => this.block(block));
    return [
      `<article class="vangnet vn-${what}" lang="${language}">`,
      `<header>${head.join('\n')}</header>`,
      ...blocks,
      ...(this.hasSection ? ['</section>'] : []),
      ...this.noteSection(),
      `<footer class="vn-foot"><p>${escapeHtml(foot)}</p></footer>`,
      '</article>',
    ].join('\n');
  }

  private block(block: Block): string {
    const own = placed(block.at);
    switch (block.kind) {
      case 'heading':
        return this.heading(block.level, block.text, own);
      case 'paragraph':
        return `<p${block.look ? ` class="vn-${block.look}"` : ''}${own}>${this.line(block.line)}</p>`;
      case 'numbered':
        return this.numbered(block.number, block.lines, own);
      case 'list':
        return `<ul class="vn-list">${block.items
          .map(({ label, line, at }) => {
            const lead = label ? `<strong>${escapeHtml(label)}</strong> ` : '';
            return `<li${placed(at)}>${lead}${this.line(line)}</li>`;
          })
          .join('\n')}</ul>`;
      case 'table':
        return this.table(block);
      case 'picture':
        return `<figure class="vn-figure">${block.svg}</figure>`;
      case 'page':
        return '<div class="vn-break"></div>';
    }
  }

  private heading(level: 2 | 3, text: string, own: string): string {
    this.headings++;
    const id = `vn-heading-${this.headings}`;
    const heading = `<h${level} id="${id}"${own}>${escapeHtml(text)}</h${level}>`;
    if (level === 3) return heading;
    const close = this.hasSection ? '</section>\n' : '';
    this.hasSection = true;
    return `${close}<section aria-labelledby="${id}">\n${heading}`;
  }

  private numbered(number: number, lines: readonly Line[], own: string): string {
    const [first = [], ...rest] = lines;
    return [
      `<div class="vn-numbered" id="vn-paragraph-${number}"${own}>`,
      `<p><span class="vn-number">${number}.</span> ${this.line(first)}</p>`,
      ...rest.map((line) => `<p>${this.line(line)}</p>`),
      '</div>',
    ].join('');
  }

  private table({ caption, heads, widths, rows }: Extract<Block, { kind: 'table' }>): string {
    const columns = widths.map((width) => `<col class="vn-w${Math.round(width / 5) * 5}">`).join('');
    const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
    const body = rows.map(({ cells, at }) => {
      const shown = cells.map((lines, index) => {
        const text = lines.map((line) => `<div>${this.line(line)}</div>`).join('');
        return index === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
      });
      return `<tr${placed(at)}>${shown.join('')}</tr>`;
    });
    return [
      // Where it is wider than the page it scrolls, by keyboard too.
      `<div class="vn-table" role="group" aria-label="${escapeHtml(caption)}" tabindex="0"><table>`,
      `<caption>${escapeHtml(caption)}</caption><colgroup>${columns}</colgroup>`,
      `<thead><tr>${head}</tr></thead>`,
      `<tbody>${body.join('\n')}</tbody>`,
      '</table></div>',
    ].join('\n');
  }

  private line(line: Line): string {
    return line
      .map((run) => {
        if (isNote(run)) return this.noteMark(run);
        if (isReference(run)) return `<a href="#vn-paragraph-${run.paragraph}">${run.paragraph}</a>`;
        return textRun(run);
      })
      .join('');
  }

  private noteMark(run: NoteRun): string {
    this.notes.push(run);
    const number = this.notes.length;
    const label = escapeHtml(this.word('note', { number }));
    return `<sup><a id="vn-from-note-${number}" href="#vn-note-${number}" aria-label="${label}">${number}</a></sup>`;
  }

  private noteSection(): string[] {
    if (this.notes.length === 0) return [];
    const back = escapeHtml(this.word('back'));
    const items = this.notes.map(({ note }, index) => {
      const number = index + 1;
      const text = note.map(textRun).join('');
      return `<li id="vn-note-${number}">${text} <a href="#vn-from-note-${number}" aria-label="${back}">↩</a></li>`;
    });
    return [
      `<section class="vn-notes" aria-labelledby="vn-notes"><h2 id="vn-notes">${escapeHtml(this.word('notes'))}</h2>`,
      `<ol>${items.join('\n')}</ol>`,
      '</section>',
    ];
  }
}

function textRun({ text, look, isBlank, href }: TextRun): string {
  const shown = isBlank ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text);
  const linked = isWebAddress(href)
    ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${shown}</a>`
    : shown;
  if (look === 'bold') return `<strong>${linked}</strong>`;
  if (look === 'italic') return `<em>${linked}</em>`;
  return look === 'faint' ? `<span class="vn-faint">${linked}</span>` : linked;
}

function placed(at: Place | undefined): string {
  return at ? ` data-start="${at.start}" data-end="${at.end}" data-line="${at.line}"` : '';
}
