// @ts-check

/** An error for the page: `code` is what the page acts on, the message never holds a path or case content. */
export class EditorError extends Error {
  /**
   * @param {string} code an errno name such as `EACCES`
   * @param {string} [message]
   */
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/** @type {Record<string, number>} */
const statusOfCode = {
  ENOENT: 404,
  EACCES: 403,
  EPERM: 403,
  ELOOP: 403,
  EFBIG: 413,
  EINVAL: 400,
  EAGAIN: 429,
  EEXIST: 409,
  EISDIR: 409,
  ENOTDIR: 409,
  ENOTEMPTY: 409,
};

/**
 * @param {unknown} error
 * @returns {string}
 */
export function codeOf(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'EIO';
}

/**
 * @param {unknown} error
 * @returns {{ status: number, body: { code: string, message: string } }}
 */
export function describeError(error) {
  const code = codeOf(error);
  const message = error instanceof EditorError ? error.message : code;
  return { status: statusOfCode[code] ?? 500, body: { code, message } };
}
