/** From a case to the contents of a file, whichever the format. */

import type { Message } from '../../core/findings.js';
import { atOnce, type Steps } from '../../core/steps.js';
import { type Language, say } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { readableSteps } from '../readable/readable.js';
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

/** How work in steps is brought to its end: at once, or so that others get their turn. */
export type Run = <T>(steps: Steps<T>) => Promise<T>;

export async function exportCase(
  analysis: Analysis,
  { what, to, language, stamp }: ExportOptions,
  load: LoadWriters | undefined,
  run: Run = async (steps) => atOnce(steps),
): Promise<Exported> {
  const { model } = analysis;
  if (!model.case && model.persons.length === 0) return { problem: { key: 'papers.no-case' } };
  const told = await run(readableSteps(analysis, language));
  if (to === 'ics') {
    if (told.deadlines.length === 0) return { problem: { key: 'papers.no-term' } };
    const steps = load?.().calendarOf(told, wordsIn(language)('foot'), stamp);
    return steps ? { content: await run(steps) } : { problem: { key: 'papers.not-here' } };
  }
  const paper = await run(paperOf(analysis, what, language));
  if (!paper) return { problem: { key: 'papers.no-letters' } };
  switch (to) {
    case 'docx':
      return load
        ? { content: await run(await load().docxOf(paper)) }
        : { problem: { key: 'papers.not-here' } };
    case 'html':
      return { content: await run(await htmlPage(paper)) };
    case 'md':
      return { content: await run(markdownOf(paper)) };
    case 'json':
      return { content: await run(jsonOf(paper, told)) };
  }
}

/** `semon.case.yaml` becomes `semon-verzoek.docx`. */
export function exportName(caseFile: string, { what, to, language }: Omit<ExportOptions, 'stamp'>): string {
  const stem = caseFile.replace(/(?:\.(?:case|zaak))?\.ya?ml$/i, '');
  const kind = say({ key: `papers.file-${to === 'ics' ? 'terms' : what}` }, language);
  return `${stem}-${kind}.${to}`;
}
