/**
 * Watches the base protocol's frames on their way in. The JSON-RPC library goes deaf after a frame without a
 * readable Content-Length; a process that ends instead is started again by the client.
 */

import { Transform, type TransformCallback } from 'node:stream';

const HEADER_END = '\r\n\r\n';
/** Longer than any header; a stream that is no protocol at all is recognised by then. */
const LONGEST_HEADER = 4096;
/** Longer than any text that JavaScript can hold: such a frame would never be complete, only fill the memory. */
const LONGEST_BODY = 512 * 1024 * 1024;

export class FrameGuard extends Transform {
  private header = Buffer.alloc(0);
  private body = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const trouble = this.follow(chunk);
    if (trouble) done(new Error(trouble));
    else done(null, chunk);
  }

  /** Moves on through headers and bodies; answers what is wrong with a header. */
  private follow(chunk: Buffer): string | undefined {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.body > 0) {
        const taken = Math.min(this.body, rest.length);
        this.body -= taken;
        rest = rest.subarray(taken);
        continue;
      }
      const joined = Buffer.concat([this.header, rest]);
      const end = joined.indexOf(HEADER_END);
      if (end === -1) {
        if (joined.length > LONGEST_HEADER) return 'no frame header';
        this.header = joined;
        return undefined;
      }
      const length = /^content-length: *(\d{1,10}) *$/im.exec(joined.subarray(0, end).toString('latin1'));
      if (!length) return 'frame without a length';
      this.body = Number(length[1]);
      if (this.body > LONGEST_BODY) return 'frame too long';
      this.header = Buffer.alloc(0);
      rest = joined.subarray(end + HEADER_END.length);
    }
    return undefined;
  }
}
