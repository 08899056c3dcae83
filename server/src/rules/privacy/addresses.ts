/** E-mail addresses, bank accounts and postal addresses, as they stand in running text. */

import { getCountrySpecifications, isValidBBAN, isValidIBAN } from 'ibantools';
import { late } from '../../core/late.js';
import { bsnsIn, withoutDates } from './numbers.js';
import { APART_BEHIND, type Found, matches, SPACE } from './patterns.js';

/** A stretch that looks like an account but fails its check is none, nor anything else: its digits are spoken for. */
export type FoundOrNone = Found | (Omit<Found, 'kind'> & { readonly kind: 'none' });

export function* addressesIn(text: string): Generator<FoundOrNone> {
  yield* emailsIn(text);
  yield* accountsIn(text);
  yield* postalAddressesIn(withoutDates(text));
}

/** The longest that an address may have before and behind its sign. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
const LOCAL = /[\p{L}\p{N}._%+-]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/u;

function* emailsIn(text: string): Generator<Found> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - LONGEST_LOCAL), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0];
    // A BSN before the sign weighs more than the address that it stands in.
    if (local === undefined || domain === undefined || !bsnsIn(local).next().done) continue;
    yield { kind: 'email', start: at - local.length, end: at + 1 + domain.length };
  }
}

const ACCOUNT_START = /(?<![\p{L}\p{N}])[A-Za-z]{2}[0-9]{2}/gu;
const ACCOUNT_GAP = /[ \u00a0\u2009\u202f.-]/;
const ACCOUNT_CHARACTER = /[A-Za-z0-9]/;
let lengths: ReadonlyMap<string, number> | undefined;

/** How many characters an account number of the country has. */
function lengthIn(country: string): number | undefined {
  lengths ??= new Map(
    Object.entries(getCountrySpecifications()).flatMap(([code, { chars }]) => (chars ? [[code, chars]] : [])),
  );
  return lengths.get(country);
}

function* accountsIn(text: string): Generator<FoundOrNone> {
  for (const { 0: head, index: start } of matches(ACCOUNT_START, text)) {
    const country = head.slice(0, 2).toUpperCase();
    const length = lengthIn(country);
    const account = length === undefined ? undefined : readAccount(text, start, length);
    if (!account) continue;
    if (isValidIBAN(account.code)) yield { kind: 'iban', start, end: account.end };
    else if (isValidBBAN(account.code.slice(4), country)) yield { kind: 'none', start, end: account.end };
  }
}

/** So many letters and digits from here, at most one space, dot or hyphen between two of them. */
function readAccount(text: string, start: number, length: number): { code: string; end: number } | undefined {
  let code = '';
  let at = start;
  for (; code.length < length; at++) {
    const character = text[at] ?? '';
    if (ACCOUNT_CHARACTER.test(character)) code += character.toUpperCase();
    else if (!ACCOUNT_GAP.test(character) || !ACCOUNT_CHARACTER.test(text[at + 1] ?? '')) return undefined;
  }
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? undefined : { code, end: at };
}

/** The letters SA, SD and SS are not given out. */
const POSTCODE = `[1-9][0-9]{3}${SPACE}?(?!S[ADS])[A-Z]{2}`;
const HOUSE = '([0-9]{1,5})(?:-?[A-Za-z]{1,3}|-[0-9]{1,4})?';
const housesBehind = late(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}./])(${POSTCODE})(?:,?${SPACE}|${SPACE}?-${SPACE}?)(?:(?:huis)?(?:nummer|nr)\\.?:?${SPACE})?${HOUSE}${APART_BEHIND}`,
      'gu',
    ),
);
/** ‘Dorpsstraat 12, 1234 AB’: behind a word, or the number is no house. */
const housesBefore = late(
  () => new RegExp(`(?<=\\p{L}\\.?${SPACE})${HOUSE},?${SPACE}${POSTCODE}(?![\\p{L}\\p{N}])`, 'gu'),
);
const YEAR = /^(?:19|20)[0-9]{2}$/;

function* postalAddressesIn(text: string): Generator<Found> {
  // ‘2019 EN 2020’ in a heading is no address.
  for (const { 0: all, 1: postcode = '', 2: house = '', index } of matches(housesBehind(), text))
    if (!(YEAR.test(house) && YEAR.test(postcode.slice(0, 4))))
      yield { kind: 'address', start: index, end: index + all.length };
  for (const { 0: all, 1: house = '', index } of matches(housesBefore(), text))
    if (!YEAR.test(house)) yield { kind: 'address', start: index, end: index + all.length };
}
