/** `file:line:column: severity rule-id message`, a line each, lines and columns from 1 as a person counts them. */

import type { CaseDocument } from '../../core/document.js';
import { type Language, say } from '../../core/words/words.js';
import { graphemes, printable } from '../printable.js';
import type { Reporter } from '../reporter.js';

export function plainReport(language: Language): Reporter {
  return {
    file({ path, document, findings }) {
      return findings
        .map((finding) => {
          const { line, column } = humanPosition(document, finding.start);
          return printable(
            `${path}:${line}:${column}: ${finding.severity} ${finding.rule} ${say(finding.message, language).replaceAll(/\s*\n\s*/g, ' ')}`,
          );
        })
        .map((text) => `${text}\n`)
        .join('');
    },
    end: () => '',
  };
}

export function humanPosition(document: CaseDocument, offset: number): { line: number; column: number } {
  const { lines, text } = document;
  const line = lines.lineAt(offset);
  return { line: line + 1, column: graphemes(text.slice(lines.lineStart(line), offset)).length + 1 };
}
