import type { CaseDocument } from '../../core/document.js';
import type { TextEdit } from '../../core/findings.js';
import type { Span } from '../../core/tree.js';

/** Takes a comment away, with its line where it stands alone on it. */
export function wholeLine(doc: CaseDocument, comment: Span): TextEdit {
  const { lines, text } = doc;
  const start = doc.startOf(comment);
  const line = lines.lineAt(start);
  const isAlone = text.slice(lines.lineStart(line), start).trim() === '';
  if (!isAlone)
    return {
      start: start - (/(?<! ) *$/.exec(text.slice(lines.lineStart(line), start))?.[0].length ?? 0),
      end: lines.lineEnd(line),
      text: '',
    };
  return { start: lines.lineStart(line), end: lines.lineStart(line + 1), text: '' };
}
