/** JUnit's XML: a suite for each file, a failed test for each finding, one that passes where nothing was found. */

import { type Language, say } from '../../core/words/words.js';
import type { ReportedFile, Reporter } from '../reporter.js';
import { humanPosition } from './plain.js';

export function junitReport(language: Language): Reporter {
  let isFirst = true;
  const head = () => {
    const text = isFirst ? '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vangnet">\n' : '';
    isFirst = false;
    return text;
  };
  return {
    file: (file) => head() + suite(file, language),
    end: () => `${head()}</testsuites>\n`,
  };
}

function suite({ path, document, findings }: ReportedFile, language: Language): string {
  const name = escaped(path);
  const cases = findings.map((finding) => {
    const { line, column } = humanPosition(document, finding.start);
    const message = escaped(say(finding.message, language));
    return `    <testcase classname="${name}" name="${finding.rule} ${line}:${column}" file="${name}" line="${line}">
      <failure type="${finding.severity}" message="${message}">${name}:${line}:${column}: ${finding.severity} ${finding.rule} ${message}</failure>
    </testcase>\n`;
  });
  const body =
    cases.length > 0 ? cases.join('') : `    <testcase classname="${name}" name="vangnet" file="${name}"/>\n`;
  return `  <testsuite name="${name}" tests="${Math.max(1, findings.length)}" failures="${findings.length}" errors="0">\n${body}  </testsuite>\n`;
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** What XML can't hold at all (control characters, half a character pair) becomes a question mark. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')
    .replaceAll(/[&<>"\n]/g, (char) => NAMES[char] as string);
}
