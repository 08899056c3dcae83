/**
 * The log may be sent to a helpdesk, so nothing of a case may be in it. What the language client library and a
 * dying server would write there goes through these functions, which keep the shape and drop the text.
 */

const PLAIN_KEY = /^[A-Za-z$]{1,40}$/;
/** With its place at the end, which a line of prose that begins with 'at' hasn't. */
const STACK_FRAME = /^\s+at \S.*:\d+:\d+\)?$/;
const NO_PAYLOAD = ['No parameters provided.', 'No result returned.'];

/** An error without its message, since V8 and parsers quote the text they stumbled over. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return error === undefined ? '' : typeof error;
  const code = 'code' in error && typeof error.code === 'number' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => STACK_FRAME.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
}

/** A line of the protocol trace: the server's error message, which may quote the case, is dropped. */
export function redactTraceLine(message: string): string {
  const at = message.indexOf('Request failed: ');
  const code = /\((-?\d{1,10})\)\.?$/.exec(message)?.[1];
  return at === -1 ? message : `${message.slice(0, at)}Request failed (${code ?? '?'}).`;
}

/** The payload below such a line ('Params: {…}'), with each text replaced by its length. */
export function redactPayload(data: string): string {
  const start = data.search(/[[{]/);
  if (start < 0) return NO_PAYLOAD.includes(data.trim()) ? data : '';
  try {
    const payload: unknown = JSON.parse(data.slice(start));
    const label = /^[A-Z][a-z ]*: $/.exec(data.slice(0, start))?.[0] ?? '';
    return label + JSON.stringify(hideText(payload), undefined, 2);
  } catch {
    return `<${data.length}>`;
  }
}

/** A line that the server process wrote on its standard error: only what cannot hold text of a case. */
export function redactStderr(line: string): string | undefined {
  if (STACK_FRAME.test(line)) return line;
  if (line.startsWith('FATAL ERROR:')) return line;
  return /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception))\b/.exec(line)?.[1];
}

function hideText(value: unknown): unknown {
  if (typeof value === 'string') return `<${value.length}>`;
  if (Array.isArray(value)) return value.map(hideText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      PLAIN_KEY.test(key) ? key : `<${key.length}>`,
      hideText(inner),
    ]),
  );
}
