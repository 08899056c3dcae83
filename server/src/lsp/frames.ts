/**
 * The base protocol's frames on a pair of streams. The JSON-RPC library has a reader and a writer too: its reader goes deaf
 * after a frame without a readable Content-Length (a process that ends instead is started again by the client), and both
 * wait for a turn of the event loop a message and write it in two pieces, which takes longer than most answers.
 */

import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver';

const HEADER_END = '\r\n\r\n';
/** Longer than any header; a stream that is no protocol at all is recognised by then. */
const LONGEST_HEADER = 4096;
/** Longer than any text that JavaScript can hold: such a frame would never be complete, only fill the memory. */
const LONGEST_BODY = 512 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);

export class FrameReader extends AbstractMessageReader implements MessageReader {
  private header: Buffer = NOTHING;
  private body: Buffer[] = [];
  /** Bytes of the body that are still to come; undefined inside a header. */
  private missing: number | undefined;

  /** @param giveUp is told what is wrong with a frame; what comes after it isn't read */
  constructor(
    private readonly input: NodeJS.ReadableStream,
    private readonly giveUp: (reason: string) => void,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer) => this.take(chunk, callback);
    this.input.on('data', take);
    this.input.on('error', (error) => this.fireError(error));
    this.input.on('close', () => this.fireClose());
    return { dispose: () => this.input.off('data', take) };
  }

  private take(chunk: Buffer, callback: DataCallback): void {
    let rest = chunk;
    while (rest.length > 0 || this.missing === 0) {
      if (this.missing === undefined) {
        const joined = this.header.length > 0 ? Buffer.concat([this.header, rest]) : rest;
        const end = joined.indexOf(HEADER_END);
        const trouble = this.readHeader(joined, end);
        if (trouble !== undefined) {
          this.input.removeAllListeners('data');
          this.giveUp(trouble);
          return;
        }
        if (end === -1) return;
        rest = joined.subarray(end + HEADER_END.length);
      } else {
        const part = rest.subarray(0, this.missing);
        this.body.push(part);
        this.missing -= part.length;
        rest = rest.subarray(part.length);
        if (this.missing === 0) this.finish(callback);
      }
    }
  }

  /** @param end where it ends; -1 while its end is not there yet. Answers what is wrong with it. */
  private readHeader(joined: Buffer, end: number): string | undefined {
    if (end === -1) {
      this.header = joined;
      return joined.length > LONGEST_HEADER ? 'no frame header' : undefined;
    }
    this.header = NOTHING;
    const length = /^content-length: *(\d{1,10}) *$/im.exec(joined.toString('latin1', 0, end));
    if (!length) return 'frame without a length';
    this.missing = Number(length[1]);
    return this.missing > LONGEST_BODY ? 'frame too long' : undefined;
  }

  private finish(callback: DataCallback): void {
    const [first, ...more] = this.body as [Buffer, ...Buffer[]];
    const bytes = more.length > 0 ? Buffer.concat(this.body) : first;
    this.body = [];
    this.missing = undefined;
    let message: Message;
    try {
      message = JSON.parse(bytes.toString());
    } catch (error) {
      this.fireError(error);
      return;
    }
    callback(message);
  }
}

export class FrameWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;

  constructor(private readonly output: NodeJS.WritableStream) {
    super();
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    try {
      const body = JSON.stringify(message);
      await this.send(`Content-Length: ${Buffer.byteLength(body)}${HEADER_END}${body}`);
    } catch (error) {
      this.fireError(error, message, ++this.failures);
      throw error;
    }
  }

  private send(frame: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.output.write(frame, (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.output.end();
  }
}
