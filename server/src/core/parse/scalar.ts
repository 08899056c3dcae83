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

/** Longer than any number that anybody means. */
const LONGEST = 400;

export function plainValue(source: string): string | number | boolean | null {
  if (source.length > LONGEST) return source;
  // Most scalars are words: only what begins like a constant or a number needs the tests for it.
  switch (source[0]) {
    case undefined:
    case '~':
    case 'n':
    case 'N':
      return NULL.test(source) ? null : source;
    case 't':
    case 'T':
      return TRUE.test(source) || source;
    case 'f':
    case 'F':
      return FALSE.test(source) ? false : source;
    default:
      return source.charCodeAt(0) > NINE ? source : number(source);
  }
}

/** No number begins with anything behind it. */
const NINE = 57;

function number(source: string): string | number {
  if (INTEGER.test(source)) return Number(source);
  if (OCTAL.test(source)) return Number.parseInt(source.slice(2), 8);
  if (HEXADECIMAL.test(source)) return Number.parseInt(source.slice(2), 16);
  if (FLOAT.test(source)) return Number.parseFloat(source);
  if (NAN.test(source)) return Number.NaN;
  if (INFINITE.test(source))
    return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return source;
}
