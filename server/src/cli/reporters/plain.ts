/** `file:line:column: severity rule-id message`, a line each, lines and columns from 1 as a person counts them. */

import type { CaseDocument } from '../../core/document.js';
import { type Language, say } from '../../core/words/words.js';
import { countGraphemes, printable } from '../printable.js';
import type { Reporter } from '../reporter.js';

export function plainReport(language: Language): Reporter {
  return {
    file({ path, document, findings }) {
      return findings
        .map((finding) => {
          const { line, column } = humanPosition(document, finding.start);
          const words = onOneLine(say(finding.message, language));
          return `${printable(`${path}:${line}:${column}: ${finding.severity} ${finding.rule} ${words}`)}\n`;
        })
        .join('');
    },
    end: () => '',
  };
}

/** Most messages are: the search for breaks with blanks around them costs more than all else here. */
function onOneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll(/(?<!\s)\s*\n\s*/g, ' ') : text;
}

interface Counted {
  readonly offset: number;
  readonly column: number;
}

/** How far each document's lines were counted: thousands of findings may stand on one line. */
const counted = new WeakMap<CaseDocument, Counted>();

export function humanPosition(document: CaseDocument, offset: number): { line: number; column: number } {
  const { lines, text } = document;
  const line = lines.lineAt(offset);
  const start = { offset: lines.lineStart(line), column: 1 };
  const last = counted.get(document) ?? start;
  const from = last.offset >= start.offset && last.offset <= offset ? last : start;
  const column = from.column + countGraphemes(text.slice(from.offset, offset));
  counted.set(document, { offset, column });
  return { line: line + 1, column };
}
