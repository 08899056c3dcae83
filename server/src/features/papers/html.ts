/**
 * A paper as HTML: the body alone, which the preview shows in a page of its own, and the whole page for a file. Every
 * part that stands in the case file says where (`data-start`, `data-end`, `data-line`), so that a click can lead there.
 */

import { joined, type Steps } from '../../core/steps.js';
import type { Place } from '../readable/types.js';
import { escapeHtml, isWebAddress } from './escape.js';
import {
  type Block,
  isNote,
  isReference,
  type Line,
  type ListItem,
  type NoteRun,
  type Paper,
  type Row,
  type TextRun,
} from './paper.js';
import { PAGE_STYLE } from './style.js';
import { type Word, wordsIn } from './words.js';

/** An `article` with headings, tables with scopes and notes; no styles, no scripts, nothing from elsewhere. */
export function htmlBody(paper: Paper): Steps<string> {
  return joined(new HtmlWriter(paper).body());
}

/** A page that needs nothing but itself, with a policy that lets nothing else in. */
export async function htmlPage(paper: Paper): Promise<Steps<string>> {
  const { language, title } = paper;
  const policy = `default-src 'none'; style-src 'sha256-${await sha256(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'`;
  const before = [
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
    '<body><main>',
  ].join('\n');
  return joined(within(before, new HtmlWriter(paper).body(), '</main></body>\n</html>\n'));
}

function* within(before: string, pieces: Iterable<string>, behind: string): Generator<string> {
  yield before;
  yield* pieces;
  yield behind;
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

  *body(): Generator<string> {
    const { title, under, mark, foot, language, what, isTitleHidden, blocks } = this.paper;
    const head = [
      ...(mark ? [`<p class="vn-mark"><strong>${escapeHtml(mark)}</strong></p>`] : []),
      `<h1${isTitleHidden ? ' class="vn-hidden"' : ''}>${escapeHtml(title)}</h1>`,
      ...under.map((line) => `<p class="vn-under">${escapeHtml(line)}</p>`),
    ];
    yield `<article class="vangnet vn-${what}" lang="${language}">\n<header>${head.join('\n')}</header>\n`;
    for (const block of blocks) {
      yield* this.block(block);
      yield '\n';
    }
    if (this.hasSection) yield '</section>\n';
    yield* this.noteSection();
    yield `<footer class="vn-foot"><p>${escapeHtml(foot)}</p></footer>\n</article>`;
  }

  private *block(block: Block): Generator<string> {
    const own = placed(block.at);
    switch (block.kind) {
      case 'heading':
        yield this.heading(block.level, block.text, own);
        break;
      case 'paragraph':
        yield `<p${block.look ? ` class="vn-${block.look}"` : ''}${own}>${this.line(block.line)}</p>`;
        break;
      case 'numbered':
        yield this.numbered(block.number, block.lines, own);
        break;
      case 'list':
        yield '<ul class="vn-list">';
        yield* separated(block.items, (item) => this.item(item));
        yield '</ul>';
        break;
      case 'table':
        yield* this.table(block);
        break;
      case 'picture':
        yield `<figure class="vn-figure">${block.svg}</figure>`;
        break;
      case 'page':
        yield '<div class="vn-break"></div>';
        break;
    }
  }

  private item({ label, line, at }: ListItem): string {
    const lead = label ? `<strong>${escapeHtml(label)}</strong> ` : '';
    return `<li${placed(at)}>${lead}${this.line(line)}</li>`;
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

  private *table({ caption, heads, widths, rows }: Extract<Block, { kind: 'table' }>): Generator<string> {
    const columns = widths.map((width) => `<col class="vn-w${Math.round(width / 5) * 5}">`).join('');
    const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
    // Where it is wider than the page it scrolls, by keyboard too.
    yield `<div class="vn-table" role="group" aria-label="${escapeHtml(caption)}" tabindex="0"><table>\n`;
    yield `<caption>${escapeHtml(caption)}</caption><colgroup>${columns}</colgroup>\n`;
    yield `<thead><tr>${head}</tr></thead>\n<tbody>`;
    yield* separated(rows, (row) => this.row(row));
    yield '</tbody>\n</table></div>';
  }

  private row({ cells, at }: Row): string {
    const shown = cells.map((lines, index) => {
      const text = lines.map((line) => `<div>${this.line(line)}</div>`).join('');
      return index === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
    });
    return `<tr${placed(at)}>${shown.join('')}</tr>`;
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

  private *noteSection(): Generator<string> {
    if (this.notes.length === 0) return;
    yield `<section class="vn-notes" aria-labelledby="vn-notes"><h2 id="vn-notes">${escapeHtml(this.word('notes'))}</h2>\n`;
    yield '<ol>';
    yield* separated(this.notes.entries(), ([index, note]) => this.note(index + 1, note));
    yield '</ol>\n</section>\n';
  }

  private note(number: number, { note }: NoteRun): string {
    const text = note.map(textRun).join('');
    const back = `<a href="#vn-from-note-${number}" aria-label="${escapeHtml(this.word('back'))}">↩</a>`;
    return `<li id="vn-note-${number}">${text} ${back}</li>`;
  }
}

/** Each on a line of its own. */
function* separated<T>(items: Iterable<T>, show: (item: T) => string): Generator<string> {
  let before = '';
  for (const item of items) {
    yield before + show(item);
    before = '\n';
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
