/** The European Case Law Identifier: `ECLI:` country `:` court `:` year `:` number, in capitals. */

const GRAMMAR = /^ECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:(\d{4}):[A-Z0-9.]{1,25}$/;
/** However badly it is written: nothing else begins so. */
const BEGINNING = /^[\s\u200B-\u200D\u2060]*ecli(?![a-z0-9])/i;
const GAPS = /[\s\u200B-\u200D\u2060]+/g;

export function looksLikeEcli(text: string): boolean {
  return BEGINNING.test(text);
}

/** The year of the ruling, or undefined where the text is no ECLI. */
export function yearOfEcli(text: string): number | undefined {
  const year = GRAMMAR.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Where the ruling can be read: at the Dutch courts' own site, else by the European portal. */
export function addressOfEcli(ecli: string): string {
  return ecli.startsWith('ECLI:NL:')
    ? `https://deeplink.rechtspraak.nl/uitspraak?id=${ecli}`
    : `https://e-justice.europa.eu/ecli/${ecli}`;
}

/** In capitals and without spaces, which is all that a slip of the keyboard changes. */
export function normalEcli(text: string): string {
  return text.replaceAll(GAPS, '').toUpperCase();
}

/** An ECLI that stands among other words, as people copy it from a judgment. */
export function ecliWithin(text: string): string | undefined {
  const found = /\becli:[a-z]{2}:[a-z][a-z0-9]{0,6}:\d{4}:[a-z0-9.]{1,25}(?![a-z0-9])/i.exec(text)?.[0];
  return found?.replace(/(?<!\.)\.+$/, '').toUpperCase();
}
