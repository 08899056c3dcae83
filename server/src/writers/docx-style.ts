/** How our Word files look; measures in twentieths of a point, sizes of letters in halves. */

import { AlignmentType, type IStylesOptions, LevelFormat } from 'docx';
import type { Language } from '../core/words/words.js';

/** Everywhere in some form: LibreOffice puts a font of the same widths in its place. */
export const FONT = 'Arial';

/** What spelling checkers go by. */
export const LOCALE: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE' };

const MARGIN = 1304;
/** A4, and the width of its text. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1361, bottom: 1304, left: MARGIN, right: MARGIN, header: 680, footer: 624 },
  text: 11_906 - 2 * MARGIN,
};

const INK = '1A1A1A';
const DEEP = '12455A';
const FAINT = '595959';

export function STYLES(locale: string): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size, bold: true, color: DEEP },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  const style = (id: string, run: object, paragraph: object) => ({
    id,
    name: id,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: locale } },
        paragraph: { spacing: { after: 100, line: 276 } },
      },
      title: {
        run: { font: FONT, size: 34, bold: true, color: DEEP },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: heading(26, 320, 120),
      heading2: heading(22, 220, 80),
      footnoteText: { run: { font: FONT, size: 17 }, paragraph: { spacing: { after: 30, line: 240 } } },
      hyperlink: { run: { color: '0B5394', underline: {} } },
    },
    paragraphStyles: [
      style('Under', { color: FAINT }, { spacing: { after: 60 } }),
      style('Small', { size: 19, color: FAINT }, { spacing: { after: 80 } }),
      style('Aside', {}, { spacing: { after: 60 } }),
      style('Lead', {}, { spacing: { before: 240, after: 120 } }),
      style('Foot', { size: 16, color: FAINT }, { spacing: { after: 0 } }),
      style('Numbered', {}, { spacing: { after: 100 }, indent: { left: 567, hanging: 567 } }),
      style('NumberedMore', {}, { spacing: { after: 100 }, indent: { left: 567 } }),
      style('Item', {}, { spacing: { after: 60 } }),
      style('Labelled', {}, { spacing: { after: 60 }, indent: { left: 1701, hanging: 1701 } }),
      style('Cell', { size: 19 }, { spacing: { after: 50, line: 252 } }),
      style('AfterTable', { size: 8 }, { spacing: { after: 60, line: 120 } }),
    ],
  };
}

/** Of the paragraphs, through the whole document. */
export const NUMBERING = {
  reference: 'paragraphs',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 567, hanging: 567 } }, run: { font: FONT } },
    },
  ],
};

export const BULLETING = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 397, hanging: 397 } } },
    },
  ],
};
