/** For a person at a terminal: the finding in words, the line with its spot underlined, and what would mend it. */

import type { CaseDocument } from '../../core/document.js';
import { SEVERITIES, type Severity } from '../../core/findings.js';
import { type Language, say } from '../../core/words/words.js';
import type { FoundReport } from '../../pipeline/analysis.js';
import { colours as colors } from '../colours.js';
import { graphemes, printable } from '../printable.js';
import type { ReportedFile, Reporter, Summary } from '../reporter.js';
import { humanPosition } from './plain.js';

/** Units of a family emoji with skin tones, roughly: how far to look for one more character. */
const LONGEST_CHARACTER = 20;

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: colors.red,
  warning: colors.yellow,
  information: colors.cyan,
  hint: colors.dim,
};

/** @param isQuiet no summary where nothing was found */
export function prettyReport(language: Language, width: number, isQuiet: boolean): Reporter {
  const word = (key: string, args?: Record<string, string | number>) =>
    say({ key: `cli.${key}`, ...(args ? { args } : {}) }, language);
  return {
    file(file) {
      return file.findings.length === 0
        ? ''
        : `${colors.underline(printable(file.path))}\n\n${file.findings.map((finding) => entry(file, finding)).join('')}`;
    },
    end(summary) {
      if (isQuiet && SEVERITIES.every((severity) => summary[severity] === 0)) return '';
      return `${summaryLine(summary)}\n${colors.dim(word('no-advice'))}\n`;
    },
  };

  function entry({ document }: ReportedFile, finding: FoundReport): string {
    const { line, column } = humanPosition(document, finding.start);
    const colour = COLOURS[finding.severity];
    const head = `  ${colour(word(`severity-${finding.severity}`))} ${colors.dim(`${line}:${column}`)} ${colors.dim(finding.rule)}`;
    const related = (finding.related ?? []).map(({ at, message }) => {
      const place = humanPosition(document, document.startOf(at));
      return `    ${colors.dim(`${place.line}:${place.column}`)} ${printable(say(message, language))}`;
    });
    const fixes = finding
      .fixes()
      .map(({ title }) => `    ${colors.green('→')} ${printable(say(title, language))}`);
    return [
      head,
      ...wrapped(printable(say(finding.message, language)), width),
      ...excerpt(document, finding, colour),
      ...related,
      ...fixes,
      '',
    ]
      .map((text) => `${text}\n`)
      .join('');
  }

  /** The line, cut around the spot where it is long, with carets below the spot. No more is read than is shown. */
  function excerpt(
    document: CaseDocument,
    { start, end }: FoundReport,
    colour: (text: string) => string,
  ): string[] {
    const { lines, text } = document;
    const line = lines.lineAt(start);
    const shown = (from: number, to: number) =>
      graphemes(text.slice(from, to)).map((char) => printable(char.replaceAll('\t', '→')));
    const room = Math.max(20, width - 12);
    const far = room * LONGEST_CHARACTER;
    const lineStart = lines.lineStart(line);
    const from = Math.max(lineStart, start - far);
    const before = shown(from, start);
    const spot = shown(start, Math.min(end, start + far));
    const after = shown(end, Math.min(end + far, lines.lineEnd(line)));
    const isCut = from > lineStart || before.length + spot.length > room;
    const cut = isCut ? Math.max(0, before.length - 10) : 0;
    const left = (cut > 0 ? ['…'] : []).concat(before.slice(cut));
    const number = String(line + 1).padStart(5);
    const source = [...left, ...spot, ...after].slice(0, room).join('');
    const pad = ' '.repeat(columns(left));
    const carets = '^'.repeat(Math.max(1, Math.min(columns(spot), room - left.length)));
    return [`${colors.dim(`${number} │`)} ${source}`, `${colors.dim('      │')} ${pad}${colour(carets)}`];
  }

  function summaryLine(summary: Summary): string {
    const counts = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) =>
      COLOURS[severity](word(`count-${severity}`, { count: summary[severity] })),
    );
    const files = word('files', { count: summary.files });
    const found = counts.length > 0 ? counts.join(', ') : colors.green(word('nothing-found'));
    const known = summary.known
      ? ` ${colors.dim(say({ key: 'check.known', args: { count: summary.known } }, language))}`
      : '';
    return `${files}: ${found}${known}`;
  }
}

/** Wide characters (emoji, Chinese) take two columns of a terminal. */
function columns(chars: readonly string[]): number {
  return chars.reduce(
    (sum, char) =>
      sum +
      (/\p{Extended_Pictographic}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/u.test(
        char,
      )
        ? 2
        : char.length > 5
          ? char.length
          : 1),
    0,
  );
}

function wrapped(text: string, width: number): string[] {
  const most = Math.max(30, Math.min(width, 110) - 4);
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    const line = lines[last] as string;
    if (line !== '' && line.length + 1 + word.length > most) lines.push(word);
    else lines[last] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => `    ${line}`);
}
