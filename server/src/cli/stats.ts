/** `--stats`: what a run did, for whoever tunes it. */

import type { Severity } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { printable } from './printable.js';
import type { ReportedFile } from './reporter.js';

const MOST_RULES = 15;

export class Stats {
  private readonly begun = performance.now();
  private readonly rules = new Map<string, { severity: Severity; count: number }>();
  private files = 0;
  private lines = 0;
  private cached = 0;
  private slowest = { path: '', milliseconds: 0 };

  file({ path, document, findings }: ReportedFile, milliseconds: number, isKnown: boolean): void {
    this.files++;
    if (isKnown) this.cached++;
    this.lines += document.lines.lineAt(document.text.length) + 1;
    if (milliseconds > this.slowest.milliseconds) this.slowest = { path, milliseconds };
    for (const { rule, severity } of findings) {
      const count = (this.rules.get(rule)?.count ?? 0) + 1;
      this.rules.set(rule, { severity, count });
    }
  }

  inWords(language: Language): string {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const word = (key: string, args: Record<string, string | number> = {}) =>
      `  ${printable(say({ key: `check.stats-${key}`, args }, language))}`;
    const seconds = (performance.now() - this.begun) / 1000;
    const rows = [...this.rules].sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1));
    const wide = String(rows[0]?.[1].count ?? 0).length;
    return [
      say({ key: 'check.stats' }, language),
      word('files', { count: this.files, lines: number.format(this.lines) }),
      word('time', {
        seconds: number.format(seconds),
        pace: Math.round(this.files / seconds),
      }),
      ...(this.cached > 0 ? [word('cached', { count: this.cached })] : []),
      ...(this.files > 1 && this.slowest.path !== ''
        ? [
            word('slowest', {
              path: this.slowest.path,
              milliseconds: number.format(Math.round(this.slowest.milliseconds)),
            }),
          ]
        : []),
      word('memory', { mebibytes: number.format(Math.round(process.resourceUsage().maxRSS / 1024)) }),
      ...rows
        .slice(0, MOST_RULES)
        .map(
          ([rule, { severity, count }]) =>
            `  ${String(count).padStart(wide)} ${rule} (${say({ key: `cli.severity-${severity}` }, language)})`,
        ),
      ...(rows.length > MOST_RULES ? [word('more', { count: rows.length - MOST_RULES })] : []),
    ]
      .map((line) => `${line}\n`)
      .join('');
  }
}
