/** Texts for property tests: the samples, and what becomes of a text under random edits. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyStep, type EditStep, editStep } from './edit-scripts.js';
import { yamlText } from './yaml-text.js';

export const SAMPLES: readonly string[] = readdirSync('samples')
  .filter((name) => name.endsWith('.case.yaml'))
  .map((name) => readFileSync(`samples/${name}`, 'utf8'));

/** What the samples have nothing of: aliases over sections, block texts that say how far in they stand, an item taken over. */
export const ODD = `vangnet: 1
case:
  id: zaak
  title: &titel Lang hier
  jurisdiction: nl
  summary: &tekst |2
     ingesprongen
    regel
persons:
  - &p
    id: aanvrager
    name: Robin
    role: applicant
    birthDate: &jaar 1980
  - <<: *p
    id: kind
    role: child
# tussen twee lijsten
letters: &brieven
  - id: b1
    from: {role: mayor, name: &naam "Jan Jansen"}
    status: &staat planned
    supports: &steun [c1, c2]
    summary: *tekst
  # tussen twee brieven
  - id: b2
    from: {role: school, name: *naam}
    status: *staat
    supports: *steun
circumstances:
- id: c1
  kind: rooted
  title: *titel
  since: *jaar
- id: c2
  kind: medical
  title: Ziek
  description: >+

    lege regels

documents: *brieven
claim:
  id: verzoek
  kind: residence-on-hardship
  circumstances: *steun
`;

/** A sample with either line break. */
export const sample: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SAMPLES, ODD), fc.boolean())
  .map(([text, crlf]) => (crlf ? text.replaceAll('\n', '\r\n') : text));

/** What somebody works on: mostly a case, sometimes any YAML. */
export const workedOn: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: sample },
  { weight: 1, arbitrary: fc.constant(ODD) },
  { weight: 1, arbitrary: yamlText },
);

/** The texts of a script of edits, one after another; the first is as it was before any. */
export function versionsOf(text: string, steps: readonly EditStep[]): string[] {
  const versions = [text];
  for (const step of steps) {
    const earlier = versions[Math.floor((step.to / 2 ** 20) * versions.length) % versions.length] as string;
    versions.push(step.kind === 'undo' ? earlier : applyStep(versions.at(-1) as string, step));
  }
  return versions;
}

/** A text after a few edits: mostly a little broken. */
export const edited: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(workedOn, yamlText), fc.array(editStep, { minLength: 1, maxLength: 4 }))
  .map(([text, steps]) => steps.reduce(applyStep, text));

/** What every object has, and what an object of a file may have instead, as values and as names of fields. */
const INHERITED = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '{toString: 1}',
  '{valueOf: 1, toString: x}',
  '[[__proto__]]',
];

/** A sample in which some values, or names of fields, are such. */
export const inherited: fc.Arbitrary<string> = fc
  .record({
    text: fc.constantFrom(...SAMPLES),
    places: fc.array(
      fc.record({ at: fc.nat(2 ** 20), word: fc.constantFrom(...INHERITED), isName: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 30,
      },
    ),
  })
  .map(({ text, places }) => {
    const lines = text.split('\n');
    for (const { at, word, isName } of places) {
      const line = Math.floor((at / 2 ** 20) * lines.length);
      const own = lines[line] ?? '';
      if (isName && /^\w+$/.test(word)) lines[line] = own.replace(/[A-Za-z]+(?=:)/, word);
      else lines[line] = own.replace(/(?<=[A-Za-z]:) [^|>].*/, ` ${word}`);
    }
    return lines.join('\n');
  });
