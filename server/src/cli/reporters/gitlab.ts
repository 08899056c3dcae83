/** GitLab's code quality report: one JSON list, written file by file. */

import type { Severity } from '../../core/findings.js';
import { type Language, say } from '../../core/words/words.js';
import { hash } from '../fingerprints.js';
import type { Reporter } from '../reporter.js';

const SEVERITY: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

export function gitlabReport(language: Language): Reporter {
  let isFirst = true;
  return {
    file(file) {
      return file.findings
        .map((finding) => {
          const { start, end } = file.document.lines.range(finding.start, finding.end);
          const before = isFirst ? '[\n' : ',\n';
          isFirst = false;
          return (
            before +
            JSON.stringify({
              description: say(finding.message, language),
              check_name: finding.rule,
              // Of the whole report, unlike ours: of its file.
              fingerprint: hash(file.path, finding.fingerprint()),
              severity: SEVERITY[finding.severity],
              location: { path: file.path, lines: { begin: start.line + 1, end: end.line + 1 } },
            })
          );
        })
        .join('');
    },
    end: () => (isFirst ? '[]\n' : '\n]\n'),
  };
}
