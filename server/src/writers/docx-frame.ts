/** What a Word file is made of around its text: styles, numbering, header, footer and settings, as the library writes them. */

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { Paper } from '../features/papers/paper.js';
import { BULLETING, LOCALE, NUMBERING, PAGE, STYLES } from './docx-style.js';

/** A part as it is before and behind what is still to be written into it. */
export type Around = readonly [before: string, behind: string];

export interface Frame {
  /** Those parts in which nothing is to be written, by their paths. */
  readonly rest: Readonly<Record<string, Uint8Array>>;
  readonly document: Around;
  /** Which addresses it leads to, and which parts. */
  readonly documentLinks: Around;
  readonly footnotes: Around;
  readonly footnoteLinks: Around;
  /** What lists are called in the text. */
  readonly numbers: string;
  readonly bullets: string;
}

export async function frameOf(paper: Paper): Promise<Frame> {
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(emptyDocument(paper))));
  const taken = (path: string) => {
    const text = strFromU8(files[path] as Uint8Array);
    delete files[path];
    return text;
  };
  const document = taken('word/document.xml');
  const [numbers = '', bullets = ''] = [...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
  return {
    document: [upTo(document, '<w:body>'), from(document, '<w:sectPr>')],
    documentLinks: beforeEnd(taken('word/_rels/document.xml.rels')),
    footnotes: beforeEnd(taken('word/footnotes.xml')),
    // Empty: one tag that is its own end.
    footnoteLinks: [taken('word/_rels/footnotes.xml.rels').replace(/\/>$/, '>'), '</Relationships>'],
    numbers,
    bullets,
    rest: files,
  };
}

/** With an item of each list: only what is used gets a number. */
function emptyDocument(paper: Paper): Document {
  const { title, language, foot } = paper;
  const children = [NUMBERING, BULLETING].map(
    ({ reference }) => new Paragraph({ numbering: { reference, level: 0 } }),
  );
  return new Document({
    title,
    description: foot,
    creator: 'Vangnet',
    lastModifiedBy: 'Vangnet',
    styles: STYLES(LOCALE[language]),
    numbering: { config: [NUMBERING, BULLETING] },
    sections: [
      {
        properties: { page: PAGE },
        headers: headerOf(paper),
        footers: { default: footerOf(paper) },
        children,
      },
    ],
  });
}

/** What a draft is marked with, on every page. */
function headerOf({ mark }: Paper) {
  if (!mark) return {};
  const run = new TextRun({ text: mark, bold: true, color: 'A61B1B' });
  return {
    default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })] }),
  };
}

function footerOf({ foot, pages: [before, between, after] }: Paper): Footer {
  const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: PAGE.text }],
        children: [new TextRun({ children: [foot, new Tab(), ...numbers] })],
      }),
    ],
  });
}

function beforeEnd(xml: string): Around {
  const end = xml.lastIndexOf('</');
  return [xml.slice(0, end), xml.slice(end)];
}

function upTo(xml: string, mark: string): string {
  return xml.slice(0, xml.indexOf(mark) + mark.length);
}

function from(xml: string, mark: string): string {
  return xml.slice(xml.indexOf(mark));
}
