import type { CancellationToken, ResultProgressReporter, SymbolInformation } from 'vscode-languageserver';
import { keyOf } from '../../core/addresses.js';
import { matches, rankOf } from '../../features/symbol-query.js';
import { type OutlineSymbol, outlineOf } from '../../features/symbols.js';
import type { Feature, Host } from '../feature.js';
import { type CaseAtHand, eachCase, type ReadCase } from '../folder/each-case.js';
import type { Lines } from '../positions.js';
import { symbolKind } from './outline.js';

/** More hits than a person looks through: who sees so many types on. */
const MOST_HITS = 500;
/** How many hits are sent at once to a client that takes them piece by piece. */
const PIECE = 50;
/** For how many files it is remembered what is in them. */
const MOST_KEPT = 5_000;

/** Persons, procedures, circumstances, letters … of all case files of the workspace. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  serve: (connection, host) => {
    const known = new KnownSymbols(host);
    connection.onWorkspaceSymbol(({ query }, token, _progress, pieces) =>
      host.waitedFor(find(query, known, host, token, pieces)).catch((error: unknown) => {
        throw host.failure(error);
      }),
    );
  },
};

async function find(
  query: string,
  known: KnownSymbols,
  host: Host,
  token: CancellationToken,
  pieces: ResultProgressReporter<SymbolInformation[]> | undefined,
): Promise<SymbolInformation[]> {
  let hits: SymbolInformation[] = [];
  let found = 0;
  for await (const one of eachCase(host, token)) {
    const fitting = (await known.of(one)).filter(({ name, containerName }) =>
      matches(query, name, containerName),
    );
    hits.push(...fitting.slice(0, MOST_HITS - found));
    found += fitting.length;
    if (found >= MOST_HITS) break;
    if (!pieces || hits.length < PIECE) continue;
    pieces.report(hits);
    hits = [];
  }
  const sorted = hits.toSorted((a, b) => rankOf(query, a.name) - rankOf(query, b.name));
  if (!pieces) return sorted;
  // The protocol wants the answer itself empty for whoever takes it piece by piece.
  if (sorted.length > 0) pieces.report(sorted);
  return [];
}

interface Kept {
  readonly stamp: string;
  readonly symbols: readonly SymbolInformation[];
}

/** What is in each file, until it is another text or is said in another language. */
class KnownSymbols {
  private readonly byFile = new Map<string, Kept>();

  constructor(private readonly host: Host) {}

  async of(one: CaseAtHand): Promise<readonly SymbolInformation[]> {
    const key = keyOf(one.address);
    const written = await one.stamp();
    if (written === undefined) return [];
    const stamp = `${this.host.language()} ${written}`;
    const known = this.byFile.get(key);
    if (known?.stamp === stamp) return known.symbols;
    const read = await one.read();
    const symbols = read ? symbolsOf(read, one.address, this.host) : [];
    if (this.byFile.size >= MOST_KEPT) this.byFile.clear();
    this.byFile.set(key, { stamp, symbols });
    return symbols;
  }
}

/** Without the sections: a person looks for what is in them. */
function symbolsOf(read: ReadCase, address: string, host: Host): SymbolInformation[] {
  const title = read.model.case?.data.title;
  const lines = host.lines(read);
  return outlineOf(read, host.languageFor(read)).flatMap((symbol) =>
    symbol.kind === 'section'
      ? symbol.children.flatMap((child) => flat(child, symbol.name, title, address, lines))
      : flat(symbol, symbol.detail, title, address, lines),
  );
}

function flat(
  symbol: OutlineSymbol,
  section: string,
  title: string | undefined,
  uri: string,
  lines: Lines,
): SymbolInformation[] {
  const range = lines.range(symbol.nameStart, symbol.nameEnd);
  const own = {
    name: symbol.name,
    kind: symbolKind(symbol.kind),
    location: { uri, range },
    containerName: [section, title].filter(Boolean).join(' · '),
  };
  return [own, ...symbol.children.flatMap((child) => flat(child, section, title, uri, lines))];
}
