/** What a kind of fuzzing consists of: inputs that can be written down, and what must hold of each. */

import type fc from 'fast-check';
import { ABLE, begin } from './walk.js';
import { Wire } from './wire.js';

export interface Kind<T = unknown> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<T>;
  /** Throws where something does not hold. */
  check(input: T, bench: Bench): Promise<void>;
}

export interface Figures {
  inputs: number;
  requests: number;
  edits: number;
  /** Messages and streams that the protocol doesn't allow. */
  faults: number;
  /** In milliseconds. */
  slowest: number;
  slowestMethod: string;
}

/** The servers under test: long-lived, so that what one input leaves behind meets the next. */
export class Bench {
  readonly figures: Figures = {
    inputs: 0,
    requests: 0,
    edits: 0,
    faults: 0,
    slowest: 0,
    slowestMethod: '',
  };
  private readonly servers = new Map<string, Wire>();
  private documents = 0;

  /** The server that talks to an able client, and the one for clients that know no snippets. */
  async server(kind: 'able' | 'plain' = 'able'): Promise<Wire> {
    const known = this.servers.get(kind);
    if (known?.isAlive) return known;
    const wire = Wire.start();
    this.servers.set(kind, wire);
    const workspace = { applyEdit: true, workspaceEdit: { documentChanges: true } };
    await begin(wire, kind === 'able' ? {} : { capabilities: { ...ABLE, workspace } });
    return wire;
  }

  /** The address of a document that was never open before. */
  address(): string {
    return `file:///fuzz/${++this.documents}.case.yaml`;
  }

  /** The slowest answer since the last time of asking, in milliseconds. */
  count(wire: Wire, before: number): void {
    this.figures.requests += wire.asked - before;
    const { milliseconds, method } = wire.slowest;
    if (milliseconds <= this.figures.slowest) return;
    this.figures.slowest = milliseconds;
    this.figures.slowestMethod = method;
  }

  async stop(): Promise<void> {
    for (const wire of this.servers.values()) await wire.stop();
    this.servers.clear();
  }
}
