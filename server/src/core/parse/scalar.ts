/** What a plain scalar means in YAML 1.2's core schema. */

const NULL = /^(?:~|[Nn]ull|NULL)?$/;
const TRUE = /^(?:[Tt]rue|TRUE)$/;
const FALSE = /^(?:[Ff]alse|FALSE)$/;
const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const NAN = /^\.(?:nan|NaN|NAN)$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

export function plainValue(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  // Most scalars are words: only what begins like a number, a constant or nothing needs the tests below.
  const mayBeConstant = Number.isNaN(first) || /[-+.0-9~ntfNTF]/.test(source[0] as string);
  if (!mayBeConstant || source.length > 400) return source;
  if (NULL.test(source)) return null;
  if (TRUE.test(source)) return true;
  if (FALSE.test(source)) return false;
  if (INTEGER.test(source)) return Number(source);
  if (OCTAL.test(source)) return Number.parseInt(source.slice(2), 8);
  if (HEXADECIMAL.test(source)) return Number.parseInt(source.slice(2), 16);
  if (FLOAT.test(source)) return Number.parseFloat(source);
  if (NAN.test(source)) return Number.NaN;
  if (INFINITE.test(source))
    return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return source;
}
