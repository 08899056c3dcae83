/** A paper as a Word file: real headings, footnotes, numbering and cross-references, so that a lawyer can work on in it. */

import type { Steps } from '../core/steps.js';
import type { Paper } from '../features/papers/paper.js';
import { Body } from './docx-body.js';
import { type Around, type Frame, frameOf } from './docx-frame.js';
import { type ZipFile, zipped } from './zip.js';

/** In steps, once what surrounds the text is there. */
export async function docxOf(paper: Paper): Promise<Steps<Uint8Array>> {
  return zipped(partsOf(paper, await frameOf(paper)));
}

/** The text comes first: the others hold what it refers to. */
function* partsOf(paper: Paper, frame: Frame): Generator<ZipFile> {
  const body = new Body(paper, frame);
  yield ['word/document.xml', within(frame.document, body.pieces())];
  yield ['word/_rels/document.xml.rels', within(frame.documentLinks, body.links.relationships())];
  yield ['word/footnotes.xml', within(frame.footnotes, body.notes)];
  yield ['word/_rels/footnotes.xml.rels', within(frame.footnoteLinks, body.noteLinks.relationships())];
  yield* Object.entries(frame.rest);
}

function* within([before, behind]: Around, pieces: Iterable<string>): Generator<string> {
  yield before;
  yield* pieces;
  yield behind;
}
