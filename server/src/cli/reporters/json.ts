/**
 * One JSON object, positions from zero in UTF-16 units as in LSP (CASE-FORMAT.md). Written file by file, a line each. Of
 * a part of a run it also holds what `vangnet merge` needs for the other formats.
 */

import manifest from '../../../package.json' with { type: 'json' };
import { type Language, say } from '../../core/words/words.js';
import type { PartEntry, PartHeader } from '../merge/part.js';
import type { ReportedFile, Reporter, Summary } from '../reporter.js';
import { excerptOf } from '../run/excerpt.js';
import { plainResult } from '../run/result.js';
import type { Shard } from '../run/shard.js';

export function jsonReport(language: Language, shard?: Shard): Reporter {
  const header = shard
    ? `"shard":${JSON.stringify({ ...shard, by: manifest.version } satisfies PartHeader)},`
    : '';
  const opening = `{"version":1,${header}"files":[\n`;
  let isFirst = true;
  return {
    file(file) {
      const before = isFirst ? opening : ',\n';
      isFirst = false;
      const entry = fileEntry(file, language);
      return before + JSON.stringify(shard ? { ...entry, source: sourceOf(file) } : entry);
    },
    end(summary: Summary, problems) {
      const before = isFirst ? opening : '\n';
      const told = shard ? `,"problems":${JSON.stringify(problems)}` : '';
      return `${before}],"summary":${JSON.stringify(summary)}${told}}\n`;
    },
  };
}

function sourceOf(file: ReportedFile): PartEntry['source'] {
  const result = plainResult(file, 'whole');
  return { lines: excerptOf(file.document, result), result };
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
