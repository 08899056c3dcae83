/**
 * The timeline as a picture in SVG: a row for each stay, procedure and event over a line of years. Colours are CSS
 * variables with defaults that print well (see {@link PICTURE_STYLE}); shapes tell apart what colours do.
 */

import { dayNumber } from '../../core/dates.js';
import { capitalised } from '../../core/words/capitals.js';
import { escapeHtml } from '../papers/escape.js';
import { type Word, wordsIn } from '../papers/words.js';
import type { ReadableCase } from '../readable/types.js';
import { type Frame, frameOf } from './frame.js';
import { markOf, num } from './marks.js';
import type { PictureRow } from './rows.js';
import type { Scale } from './scale.js';

const WIDTH = 900;
/** Where titles end and the years begin, and where the years end: an arrow fits behind. */
const LEFT = 340;
const RIGHT = 868;
const ROW = 34;
const HEAD = 26;
const GROUP = 30;
/** Letters that fit before the years, at the size of titles and of notes. */
const TITLE_LETTERS = 50;
const NOTE_LETTERS = 60;
/** Undefined where nothing in the case has a date. */
export function timelinePicture(told: ReadableCase): string | undefined {
  const frame = frameOf(told, LEFT, RIGHT);
  return frame && new Drawing(told, frame).svg();
}

class Drawing {
  private readonly word: Word;
  private y = HEAD;

  constructor(
    private readonly told: ReadableCase,
    private readonly frame: Frame,
  ) {
    this.word = wordsIn(told.language);
  }

  svg(): string {
    const { told, word } = this;
    const { scale } = this.frame;
    const drawn = this.groups();
    const bottom = this.y;
    const frame = [...scale.ticks.map((year) => this.tick(year, bottom)), this.reference(bottom)].join('');
    const legend = this.legend();
    const height = this.y + 8;
    const title = word('picture-title', { from: String(scale.firstYear), to: String(scale.lastYear) });
    const about = word('picture-about', { events: told.events.length, procedures: told.procedures.length });
    return (
      `<svg class="vn-picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${num(height)}" role="img"` +
      ` aria-labelledby="vn-picture-title vn-picture-about"><title id="vn-picture-title">${escapeHtml(title)}</title>` +
      `<desc id="vn-picture-about">${escapeHtml(about)}</desc>${frame}${drawn}${legend}</svg>`
    );
  }

  private groups(): string {
    const { groups, more } = this.frame;
    const drawn = groups.map(
      ({ heading, rows }) => this.group(heading) + rows.map((row) => this.row(row)).join(''),
    );
    if (more > 0) {
      drawn.push(this.text(8, this.y + 16, 'vn-note', this.word('picture-more', { count: more })));
      this.y += GROUP;
    }
    return drawn.join('');
  }

  private group(name: string): string {
    const drawn = this.text(8, this.y + 20, 'vn-group', this.word(name));
    this.y += GROUP;
    return drawn;
  }

  private row(row: PictureRow): string {
    const { title, note, at, kind } = row;
    const indent = kind === 'remedy' ? 22 : 8;
    const middle = this.y + ROW / 2;
    const drawn =
      this.text(
        indent,
        middle - 2,
        'vn-title',
        fitted(capitalised(title), TITLE_LETTERS - (indent - 8) / 6),
      ) +
      this.text(indent, middle + 11, 'vn-note', fitted(note, NOTE_LETTERS - (indent - 8) / 5)) +
      `<path class="vn-line" d="M${LEFT} ${num(middle)}H${RIGHT}"/>` +
      markOf(row, this.frame.scale, middle, this.frame.now);
    this.y += ROW;
    const whole = escapeHtml(`${capitalised(title)}: ${note}`);
    return `<g class="vn-row" data-start="${at.start}" data-end="${at.end}" data-line="${at.line}"><title>${whole}</title>${drawn}</g>`;
  }

  private tick(year: number, bottom: number): string {
    const x = this.frame.scale.x(dayNumber(year, 1, 1));
    return (
      `<path class="vn-tick" d="M${num(x)} ${HEAD - 6}V${num(bottom)}"/>` +
      this.text(x, HEAD - 10, 'vn-year', String(year), 'middle')
    );
  }

  /** The day on which ages are judged. */
  private reference(bottom: number): string {
    const { reference } = this.told;
    if (!reference || !this.frame.hasReference) return '';
    const x = this.frame.scale.x(this.frame.now);
    return `<path class="vn-now" d="M${num(x)} ${HEAD - 6}V${num(bottom)}"><title>${escapeHtml(this.word('reference-date', { date: reference.text }))}</title></path>`;
  }

  private legend(): string {
    const y = this.y + 20;
    const day = (first: number, last = first) => ({ text: '', inSentence: '', edtf: '', first, last });
    const at = (x: number): Scale => ({ ...this.frame.scale, x: (value) => x + value });
    const sample = (x: number, certainty: 'known' | 'uncertain', to: number, isOpen: boolean) =>
      markOf(
        {
          kind: 'event',
          title: '',
          note: '',
          at: { start: 0, end: 0, line: 0 },
          stretch: { from: { ...day(0, isOpen ? 0 : to), certainty }, isOpen },
        },
        at(x),
        y,
        to,
      );
    const items: readonly [string, string][] = [
      [sample(20, 'known', 0, false), 'legend-day'],
      [sample(208, 'known', 24, false), 'legend-vague'],
      [sample(428, 'uncertain', 24, false), 'legend-uncertain'],
      [sample(568, 'known', 24, true), 'legend-open'],
    ];
    const reference = this.told.reference
      ? `<path class="vn-now" d="M700 ${num(y - 8)}v16"/>${this.text(710, y + 4, 'vn-note', this.word('reference-date', { date: this.told.reference.text }))}`
      : '';
    const texts = [36, 242, 462, 610];
    this.y += 34;
    return `<g class="vn-legend" aria-hidden="true">${items
      .map(([mark, key], index) => mark + this.text(texts[index] ?? 0, y + 4, 'vn-note', this.word(key)))
      .join('')}${reference}</g>`;
  }

  private text(x: number, y: number, name: string, text: string, anchor?: 'middle'): string {
    const where = anchor ? ` text-anchor="${anchor}"` : '';
    return `<text class="${name}" x="${num(x)}" y="${num(y)}"${where}>${escapeHtml(text)}</text>`;
  }
}

function fitted(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters
    ? text
    : `${all
        .slice(0, Math.max(1, Math.floor(letters) - 1))
        .join('')
        .trimEnd()}…`;
}

/** The look of the picture; colours may be set from outside by the variables. */
export const PICTURE_STYLE = `
.vn-picture{display:block;width:100%;height:auto;font-family:inherit}
.vn-picture text{fill:var(--vangnet-ink,#1a1a1a)}
.vn-picture .vn-title{font-size:12px}
.vn-picture .vn-note,.vn-picture .vn-year{font-size:10.5px;fill:var(--vangnet-faint,#595959)}
.vn-picture .vn-group{font-size:13px;font-weight:600}
.vn-picture .vn-question{font-size:11px;font-weight:700}
.vn-picture path{fill:none}
.vn-picture .vn-tick,.vn-picture .vn-line{stroke:var(--vangnet-rule,#d0d0d0);stroke-width:1}
.vn-picture .vn-line{stroke-dasharray:1 3}
.vn-picture .vn-now{stroke:var(--vangnet-ink,#1a1a1a);stroke-width:1.5;stroke-dasharray:5 3}
.vn-picture .vn-end{stroke:var(--vangnet-ink,#1a1a1a);stroke-width:2}
.vn-picture .vn-stay{--vn-own:var(--vangnet-stay,#2f6f4f)}
.vn-picture .vn-procedure{--vn-own:var(--vangnet-procedure,#12455a)}
.vn-picture .vn-remedy{--vn-own:var(--vangnet-remedy,#4a6fa5)}
.vn-picture .vn-event{--vn-own:var(--vangnet-event,#8a4b08)}
.vn-picture .vn-solid{fill:var(--vn-own);stroke:var(--vn-own);stroke-width:1}
.vn-picture .vn-vague{fill:var(--vangnet-paper,#fff);stroke:var(--vn-own);stroke-width:1}
.vn-picture .vn-hatch{stroke:var(--vn-own);stroke-width:1.2}
.vn-picture .vn-dashed{fill:var(--vangnet-paper,#fff);stroke:var(--vn-own);stroke-width:1.5;stroke-dasharray:3 2}
@media (forced-colors:active){
.vn-picture text{fill:CanvasText}
.vn-picture .vn-tick,.vn-picture .vn-line{stroke:GrayText}
.vn-picture .vn-now,.vn-picture .vn-end,.vn-picture .vn-hatch{stroke:CanvasText}
.vn-picture .vn-solid{fill:CanvasText;stroke:CanvasText}
.vn-picture .vn-vague,.vn-picture .vn-dashed{fill:Canvas;stroke:CanvasText}
}`;
