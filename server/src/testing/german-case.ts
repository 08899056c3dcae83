/** A German case for the tests of its rules, beside the Dutch one of marked.ts. */

import { dedent } from './marked.js';

/**
 * A file with this body and an ordinary German head: one applicant, `a`, in Schleswig-Holstein, judged on a day on which
 * the published rules of that Land hold.
 */
export function germanCase(body: string, { head = '', land = 'DE-SH', person = '' } = {}): string {
  return `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: de
  confidentiality: fictional
  referenceDate: 2026-05-04
${land === '' ? '' : `  federalState: ${land}\n`}${head}persons:
  - id: a
    name: Ada
    role: applicant
    arrivalDate: 2020
${person}${dedent(body)}`;
}

/** A claim on § 23a AufenthG with these fields besides. */
export function commissionClaim(fields = ''): string {
  return `claim:\n  id: antrag\n  kind: residence-on-hardship\n  grounds: [de.aufenthg.23a]\n${fields}`;
}
