/** What a helper needs to know, as text: in English, since it goes to those who make Vangnet. */

export interface SupportFacts {
  readonly versions: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<string, unknown>>;
  readonly others: readonly string[];
  /** The name of the check of each finding. */
  readonly findings: readonly unknown[];
}

/** Checks are called so; anything else might be something of the case. */
const CHECK = /^[a-z]+(?:-[a-z0-9]+)*$/;

export function supportText({ versions, state, settings, counts, others, findings }: SupportFacts): string {
  const byCheck = new Map<string, number>();
  for (const check of findings) {
    const name = typeof check === 'string' && CHECK.test(check) ? check : 'other';
    byCheck.set(name, (byCheck.get(name) ?? 0) + 1);
  }
  const sorted = [...byCheck].sort(([one], [other]) => one.localeCompare(other));
  return [
    'Vangnet: support information. It holds nothing of a case.',
    ...part('Versions', versions),
    ...part('State', state),
    ...part('Settings', settings),
    ...part('Counts', { ...counts, findings: findings.length }),
    ...part('Findings by check', Object.fromEntries(sorted)),
    ...part('Other extensions', Object.fromEntries(others.map((other) => [other, 'installed']))),
    '',
  ].join('\n');
}

function part(title: string, lines: Readonly<Record<string, unknown>>): string[] {
  const entries = Object.entries(lines);
  return entries.length === 0
    ? []
    : ['', `${title}:`, ...entries.map(([name, value]) => `  ${name}: ${value}`)];
}
