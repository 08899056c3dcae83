/** Annotations for GitHub Actions: a workflow command a line, shown beside the changed lines. */

import type { Severity } from '../../core/findings.js';
import { type Language, say } from '../../core/words/words.js';
import { printable } from '../printable.js';
import type { Reporter } from '../reporter.js';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export function githubReport(language: Language): Reporter {
  return {
    file({ path, document, findings }) {
      return findings
        .map((finding) => {
          const { start, end } = document.lines.range(finding.start, finding.end);
          const place = {
            file: path,
            line: start.line + 1,
            endLine: end.line + 1,
            // Columns only where both are on one line: GitHub takes no others.
            ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
            title: `vangnet: ${finding.rule}`,
          };
          const properties = Object.entries(place).map(([key, value]) => `${key}=${property(String(value))}`);
          return `::${LEVEL[finding.severity]} ${properties.join(',')}::${data(say(finding.message, language))}\n`;
        })
        .join('');
    },
    end: () => '',
  };
}

/** A log shows colours and moves its cursor, as a terminal does. */
function data(text: string): string {
  return printable(text.replaceAll('\r', '')).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
