/** Completion in tests: a file or its body with the cursor at `█`. */

import assert from 'node:assert/strict';
import { applyEdits } from '../core/edits/draft.js';
import type { Language } from '../core/words/words.js';
import { completionsAt } from '../features/completion/complete.js';
import type { Offer } from '../features/completion/offer.js';
import { analyseText, dutchCase, readCursor } from './marked.js';

/** A letter with what the format asks for. */
export const LETTERS = `letters:
  - id: brief
    from: {role: school}
    status: planned
`;

export function offers(body: string, language: Language = 'nl', typed?: string): readonly Offer[] {
  const { text, offset } = readCursor(dutchCase('') + body);
  return completionsAt(analyseText(text), offset, language, typed);
}

export function labels(body: string, language?: Language, typed?: string): string[] {
  return offers(body, language, typed).map(({ label }) => label);
}

/** The body after the offer with this label was chosen; the same with LF and with CRLF. */
export function chosen(body: string, label: string, head = dutchCase('')): string {
  const result = chosenFrom(head + body, label, (text, offset) =>
    completionsAt(analyseText(text), offset, 'nl'),
  );
  return result.slice(head.length);
}

/** The same for any document, with the cursor in it. */
export function chosenFrom(
  marked: string,
  label: string,
  offersAt: (text: string, offset: number) => readonly Offer[],
): string {
  const results = ['\n', '\r\n'].map((eol) => {
    const { text, offset } = readCursor(marked);
    const before = text.slice(0, offset).replaceAll('\n', eol);
    const file = before + text.slice(offset).replaceAll('\n', eol);
    const found = offersAt(file, before.length);
    const offer = found.find((one) => one.label === label);
    assert.ok(offer, `no ‘${label}’ among ${found.map((one) => one.label).join(', ')}`);
    const result = applyEdits(file, [offer]);
    assert.equal(result.replaceAll(/\r?\n/g, eol), result, 'line breaks as in the file');
    return result.replaceAll('\r\n', '\n');
  });
  assert.equal(results[0], results[1]);
  return results[0] as string;
}
