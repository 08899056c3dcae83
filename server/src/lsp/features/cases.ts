/**
 * A request of our own: all case files of the workspace at a glance, each with its state, what is found in it and the
 * next time limit. `vangnet/cases` → {@link CaseSummary}[]; it can be cancelled.
 */

import type { CancellationToken } from 'vscode-languageserver';
import { keyOf } from '../../core/addresses.js';
import type { Severity } from '../../core/findings.js';
import { overviewOf } from '../../features/overview/overview.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { Feature, Host } from '../feature.js';
import type { Made } from '../folder/closed-cases.js';
import { Cancelled, turn } from '../schedule.js';

export interface CaseSummary {
  readonly uri: string;
  readonly title: string;
  readonly status: string;
  /** '9 van 14 onderdelen klaar'. */
  readonly progress: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** The soonest that still runs. */
  readonly deadline?: { readonly title: string; readonly date: string; readonly left: number };
}

export const cases: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    const known = new KnownCases(host);
    // Like all work on files that nobody looks at, this gives way to what somebody waits for.
    connection.onRequest('vangnet/cases', (token: CancellationToken) =>
      known.all(token).catch((error: unknown) => {
        throw host.failure(error);
      }),
    );
  },
};

/** Nothing of a closed file is kept but its summary. */
class KnownCases {
  private kept = new Map<string, Made<CaseSummary>>();

  constructor(private readonly host: Host) {}

  async all(token: CancellationToken): Promise<CaseSummary[]> {
    const { host } = this;
    const found: CaseSummary[] = [];
    const now = new Map<string, Made<CaseSummary>>();
    for (const address of await host.index().files()) {
      await turn();
      if (token.isCancellationRequested) throw new Cancelled();
      const session = host.session(address);
      if (session) {
        found.push(summaryOf(session.uri, await session.analysis(), host));
        continue;
      }
      const key = keyOf(address);
      const make = (analysis: Analysis) => summaryOf(address, analysis, host);
      const made = await host.ofClosed(address, this.kept.get(key), make, token);
      if (!made) continue;
      now.set(key, made);
      found.push(made.value);
    }
    this.kept = now;
    return found;
  }
}

function summaryOf(uri: string, analysis: Analysis, host: Host): CaseSummary {
  const told = overviewOf(analysis, host.languageFor(analysis));
  const { title, status, progress, counts } = told;
  const [deadline] = told.deadlines;
  return {
    uri,
    title,
    status,
    progress,
    counts,
    ...(deadline ? { deadline: { title: deadline.title, date: deadline.date, left: deadline.left } } : {}),
  };
}
