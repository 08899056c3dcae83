/**
 * The built server at the other end of a pipe, one byte at a time if need be: for messages that no library would send.
 * Keeps count of what was asked and answered, and of how long that took.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BIN } from '../lsp-client.js';

/** Past this a server counts as hanging, in milliseconds. No measure of speed. */
const PATIENCE = 60_000;
/** Who has had less of the processor than this, in milliseconds, is waited for again, so often at most. */
const ENOUGH = 10_000;
const MOST_WAITS = 5;

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Incoming extends Answer {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
}

export interface WireOptions {
  /** Arguments for Node itself. */
  readonly nodeArgs?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The server's program and its arguments, where it isn't the usual. */
  readonly program?: readonly string[];
}

export class Wire {
  /** What it wrote beside the protocol: standard error, and its log and messages. */
  readonly said: string[] = [];
  /** How often each number was answered. */
  readonly answered = new Map<number | string, number>();
  /** The slowest answer so far. */
  slowest: { readonly method: string; readonly milliseconds: number } = { method: '', milliseconds: 0 };
  asked = 0;
  private readonly waiting = new Map<number | string, (answer: Answer) => void>();
  private readonly ended: Promise<number | null>;
  private pending: Buffer[] = [];
  /** Of what is pending, in bytes, and how much of it makes the next message whole. */
  private length = 0;
  private enough = 0;
  private exit: number | null | undefined;

  private constructor(readonly process: ChildProcess) {
    process.stdout?.on('data', (chunk: Buffer) => this.read(chunk));
    process.stderr?.setEncoding('utf8').on('data', (text: string) => this.said.push(text));
    // A server that has ended takes no more: that it ended is noticed elsewhere.
    process.stdin?.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      process.once('close', (code) => {
        this.exit = code;
        resolve(code);
        for (const [id, settle] of this.waiting)
          settle({ error: { code: 0, message: `the server ended before it answered ${id}` } });
      });
    });
  }

  static start({ nodeArgs = [], env, cwd, program = [BIN, 'lsp', '--stdio'] }: WireOptions = {}): Wire {
    const child = spawn(process.execPath, [...nodeArgs, ...program], {
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...(env ? { env: { ...process.env, ...env } } : {}),
    });
    return new Wire(child);
  }

  get isAlive(): boolean {
    return this.exit === undefined;
  }

  raw(bytes: string | Buffer): void {
    this.process.stdin?.write(bytes);
  }

  send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.raw(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  /**
   * Fails only where no answer comes at all.
   * @param patience in milliseconds
   */
  request(method: string, params?: unknown, patience = PATIENCE): Promise<Answer> {
    const id = ++this.asked;
    const [begun, before] = [performance.now(), processorTime(this.process.pid)];
    const answer = new Promise<Answer>((resolve, reject) => {
      let waits = 0;
      const giveUp = () => {
        const used = (processorTime(this.process.pid) ?? Number.POSITIVE_INFINITY) - (before ?? 0);
        // On a machine with too much to do it may not even have had its turn.
        if (used < ENOUGH && ++waits < MOST_WAITS) timer = setTimeout(giveUp, patience);
        else reject(new Error(`no answer to ${method}`));
      };
      let timer = setTimeout(giveUp, patience);
      this.waiting.set(id, (given) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        const after = processorTime(this.process.pid);
        const used = before === undefined || after === undefined ? Number.POSITIVE_INFINITY : after - before;
        // Others may be using the machine: to itself it takes no longer than either.
        const milliseconds = Math.min(performance.now() - begun, used);
        // Of one that has ended there is no answer to measure.
        if (this.isAlive && milliseconds > this.slowest.milliseconds) this.slowest = { method, milliseconds };
        resolve(given);
      });
    });
    if (this.exit !== undefined)
      this.waiting.get(id)?.({ error: { code: 0, message: 'the server has ended' } });
    else this.send({ id, method, params });
    return answer;
  }

  /** The exit code of a server that is expected to end; ends it by force where it doesn't. */
  async end(): Promise<number | null> {
    this.process.stdin?.end();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE);
    const code = await this.ended;
    clearTimeout(timer);
    return code;
  }

  async stop(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  private read(chunk: Buffer): void {
    this.pending.push(chunk);
    this.length += chunk.length;
    if (this.length < this.enough) return;
    let rest = Buffer.concat(this.pending);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const length = /Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(0, end)).toString())?.[1];
      this.enough = length === undefined ? 0 : end + 4 + Number(length);
      if (end === -1 || length === undefined || rest.length < this.enough) break;
      const body = rest.subarray(end + 4, this.enough).toString();
      rest = rest.subarray(this.enough);
      this.receive(JSON.parse(body) as Incoming);
    }
    this.pending = [rest];
    this.length = rest.length;
  }

  private receive(message: Incoming): void {
    const { id, method } = message;
    if (method !== undefined && id !== undefined) this.send({ id, result: replyTo(method) });
    else if (method === 'window/logMessage' || method === 'window/showMessage' || method === '$/logTrace')
      this.said.push(JSON.stringify(message.params));
    else if (method === undefined && id !== undefined && id !== null) {
      this.answered.set(id, (this.answered.get(id) ?? 0) + 1);
      this.waiting.get(id)?.(message);
    }
  }
}

/** Milliseconds of the processor for all threads of a process; undefined where the system doesn't tell. */
export function processorTime(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // In hundredths of a second: user and system.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

function replyTo(method: string): unknown {
  if (method === 'workspace/applyEdit') return { applied: true };
  return method === 'workspace/configuration' || method === 'workspace/workspaceFolders' ? [] : null;
}
