/** One JSON object, positions from zero in UTF-16 units as in LSP (CASE-FORMAT.md). Written file by file. */

import { type Language, say } from '../../core/words/words.js';
import type { ReportedFile, Reporter, Summary } from '../reporter.js';

export function jsonReport(language: Language): Reporter {
  let isFirst = true;
  return {
    file(file) {
      const before = isFirst ? '{"version":1,"files":[\n' : ',\n';
      isFirst = false;
      return before + JSON.stringify(fileEntry(file, language));
    },
    end(summary: Summary) {
      const before = isFirst ? '{"version":1,"files":[' : '\n';
      return `${before}],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

function fileEntry({ path, document, findings }: ReportedFile, language: Language): object {
  return {
    path,
    findings: findings.map((finding) => {
      const silence = finding.silence();
      return {
        rule: finding.rule,
        severity: finding.severity,
        message: say(finding.message, language),
        range: document.lines.range(finding.start, finding.end),
        related: (finding.related ?? []).map(({ at, message }) => ({
          message: say(message, language),
          range: document.range(at),
        })),
        fixes: [...finding.fixes(), ...(silence ? [silence] : [])].map(({ id, title }) => ({
          title: say(title, language),
          id,
        })),
      };
    }),
  };
}
