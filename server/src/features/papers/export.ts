/** From a case to the contents of a file, whichever the format. */

import type { Message } from '../../core/findings.js';
import { type Language, say } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { readableCase } from '../readable/readable.js';
import type { Format, What } from './choices.js';
import { paperOf } from './compose.js';
import { jsonOf } from './data.js';
import { htmlPage } from './html.js';
import { markdownOf } from './markdown.js';
import { wordsIn } from './words.js';
import type { LoadWriters } from './writers.js';

export interface ExportOptions {
  /** Of no matter for a calendar. */
  readonly what: What;
  readonly to: Format;
  readonly language: Language;
  /** The moment of the export. */
  readonly stamp: Date;
}

/** The contents, or why there is nothing to write. */
export type Exported = { readonly content: string | Uint8Array } | { readonly problem: Message };

export async function exportCase(
  analysis: Analysis,
  { what, to, language, stamp }: ExportOptions,
  load: LoadWriters | undefined,
): Promise<Exported> {
  const { model } = analysis;
  if (!model.case && model.persons.length === 0) return { problem: { key: 'papers.no-case' } };
  const told = readableCase(analysis, language);
  if (to === 'ics') {
    if (told.deadlines.length === 0) return { problem: { key: 'papers.no-term' } };
    const content = load?.().calendarOf(told, wordsIn(language)('foot'), stamp);
    return content === undefined ? { problem: { key: 'papers.not-here' } } : { content };
  }
  const paper = paperOf(analysis, what, language);
  if (!paper) return { problem: { key: 'papers.no-letters' } };
  switch (to) {
    case 'docx':
      return load ? { content: await load().docxOf(paper) } : { problem: { key: 'papers.not-here' } };
    case 'html':
      return { content: await htmlPage(paper) };
    case 'md':
      return { content: markdownOf(paper) };
    case 'json':
      return { content: jsonOf(paper, told) };
  }
}

/** `semon.case.yaml` becomes `semon-verzoek.docx`. */
export function exportName(caseFile: string, { what, to, language }: Omit<ExportOptions, 'stamp'>): string {
  const stem = caseFile.replace(/(?:\.(?:case|zaak))?\.ya?ml$/i, '');
  const kind = say({ key: `papers.file-${to === 'ics' ? 'terms' : what}` }, language);
  return `${stem}-${kind}.${to}`;
}
