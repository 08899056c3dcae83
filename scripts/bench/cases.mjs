// @ts-check
/**
 * Case files for measuring: as long as those of the samples, different from each other, without a mistake against the
 * schema (so that a validator of schemas alone ends well on them) and with what the rules usually have to say about a
 * half-finished case. Made from a seed: the same files on every machine.
 *
 * Full dates stand in quotes: the YAML reader of ajv-cli makes them an object of its own otherwise.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILES_A_FOLDER = 50;

/** Raised when the files change: what was made before is made again. */
const VERSION = 1;

/** @typedef {{ whole: (from: number, to: number) => number, pick: <T>(from: readonly T[]) => T, chance: (part: number) => boolean }} Dice */

/** @param {number} seed @returns {Dice} mulberry32, in the public domain */
function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (from) => from[Math.floor(next() * from.length)],
    chance: (part) => next() < part,
  };
}

const NAMES = ['Amina', 'Sem', 'Yonas', 'Nadia', 'Tariq', 'Lina', 'Joseph', 'Mariam', 'Hassan', 'Elif'];
const COUNTRIES = ['IQ', 'AF', 'SY', 'ER', 'IR', 'GN', 'AM', 'SD', 'stateless'];
const SENTENCES = [
  'Woont sinds die tijd in dezelfde straat en helpt de buren met boodschappen.',
  'De school schrijft dat er altijd iemand was bij de gesprekken over de kinderen.',
  'In deze jaren was er geen inkomen; vrienden en de kerk betaalden het eten.',
  'De afspraak bij de ambassade liep op niets uit: er kwam nooit een antwoord.',
  'Is onder behandeling geweest, met tussenpozen, tot de verhuizing naar een andere stad.',
  'Leerde de taal in een jaar en deed daarna vrijwilligerswerk in het buurthuis.',
  'Het verzoek is toen niet inhoudelijk bekeken, omdat een stuk ontbrak.',
  'Na het overlijden van een ouder was terugkeer voor het gezin niet meer voor te stellen.',
];
const EVENTS = [
  'family',
  'residence',
  'work',
  'education',
  'health',
  'procedure',
  'return-attempt',
  'loss',
  'integration',
];
const CIRCUMSTANCES = [
  'rooted',
  'medical',
  'psychological',
  'bereavement',
  'no-fault-stay',
  'long-residence',
  'livelihood',
];
const SENDERS = [
  'mayor',
  'physician',
  'school',
  'social-work',
  'ngo',
  'faith-community',
  'sports-club',
  'neighbour',
];
const STATES = ['planned', 'requested', 'received', 'signed'];
const ARGUED = ['nl.awb.3-4-2', 'nl.vb.3.4-3', 'eu.return-directive.6-4'];
const AGAINST = [
  'court-already-ruled',
  'arbitrariness',
  'false-hope',
  'own-choice',
  'no-new-facts',
  'return-possible',
];

/** @param {number} number of the file, from 0 @returns {string} about 200 lines */
export function caseFile(number) {
  const { whole, pick, chance } = dice(number + 1);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  const date = (/** @type {number} */ year) =>
    pick([`${year}`, `${year}-${two(whole(1, 12))}`, `"${year}-${two(whole(1, 12))}-${two(whole(1, 28))}"`]);
  const story = () => `>-\n      ${pick(SENTENCES)}\n      ${pick(SENTENCES)}`;
  const name = pick(NAMES);
  const arrival = whole(2001, 2010);
  const circumstances = Array.from({ length: whole(3, 5) }, (_, n) => `circ-${n + 1}`);
  const letters = Array.from({ length: whole(2, 4) }, (_, n) => `brief-${n + 1}`);
  const documents = Array.from({ length: whole(3, 5) }, (_, n) => `doc-${n + 1}`);
  const counters = Array.from({ length: whole(2, 3) }, (_, n) => `contra-${n + 1}`);
  const proof = () => pick([...letters, ...documents]);
  let year = arrival;
  const lines = [
    `# De zaak van ${name}, verzonnen om mee te meten (${number}).`,
    'vangnet: 1',
    '',
    'case:',
    `  id: zaak-${number}`,
    `  title: "${name}: verblijf na een gestrande procedure"`,
    '  jurisdiction: nl',
    '  language: nl',
    ...(chance(0.8)
      ? [`  referenceDate: ${pick(['"2020-12-14"', '2021-03', '"2024-06-01"', '"2026-02-02"'])}`]
      : []),
    `  status: ${pick(['draft', 'draft', 'review'])}`,
    '  confidentiality: fictional',
    '  summary: >-',
    `    ${pick(SENTENCES)}`,
    `    ${pick(SENTENCES)}`,
    '',
    'persons:',
    '  - id: aanvrager',
    `    name: ${name}`,
    '    role: applicant',
    `    birthDate: ${whole(1970, 1992)}`,
    `    nationality: ${pick(COUNTRIES)}`,
    `    arrivalDate: ${arrival}`,
    '    status: no-residence-right',
    `    identityDocuments: ${pick(['none', 'requested', 'other'])}`,
    '  - id: kind',
    `    name: ${pick(NAMES)}`,
    '    role: child',
    `    birthDate: ${whole(2005, 2015)}`,
    '    bornHere: true',
    '',
    'timeline:',
  ];
  for (let n = 1; n <= whole(7, 10); n++) {
    year = Math.min(2020, year + whole(0, 3));
    lines.push(
      `  - id: ev-${n}`,
      `    date: ${date(year)}`,
      `    kind: ${pick(EVENTS)}`,
      `    title: ${pick(['Verhuisd', 'Opname', 'Nieuwe school', 'Gesprek op het loket', 'Brief ontvangen'])} in ${year}`,
      `    description: ${story()}`,
      `    persons: [${chance(0.3) ? 'aanvrager, kind' : 'aanvrager'}]`,
      ...(chance(0.5) ? [`    evidence: [${proof()}]`] : []),
      '',
    );
  }
  lines.push(
    'procedures:',
    '  - id: proc-eerste',
    `    kind: ${pick(['asylum', 'regular'])}`,
    '    authority: ind',
    `    reference: Z1-${number}`,
    `    lodged: ${date(arrival + 1)}`,
    `    decided: ${date(arrival + 3)}`,
    '    outcome: rejected',
    `    reason: ${pick(SENTENCES).slice(0, -1).replace(':', ',').replace(';', ',')}`,
    '    remedies:',
    '      - id: beroep-1',
    '        kind: appeal',
    `        lodged: ${date(arrival + 3)}`,
    `        decided: ${date(arrival + 5)}`,
    '        outcome: rejected',
    '  - id: proc-tweede',
    '    kind: repeat-regular',
    '    authority: ind',
    `    lodged: ${date(whole(2014, 2017))}`,
    `    decided: ${date(2018)}`,
    '    outcome: rejected',
    `    newFacts: [${pick(circumstances)}]`,
    '',
    'circumstances:',
  );
  for (const id of circumstances) {
    lines.push(
      `  - id: ${id}`,
      `    kind: ${pick(CIRCUMSTANCES)}`,
      `    title: ${pick(['Al jaren in dezelfde buurt', 'Ziekte', 'Verlies van een ouder', 'Geen papieren te krijgen'])}`,
      `    persons: [${pick(['aanvrager', 'aanvrager, kind', 'kind'])}]`,
      `    since: ${date(whole(arrival, 2018))}`,
      `    description: ${story()}`,
      ...(chance(0.7) ? [`    evidence: [${proof()}]`] : []),
      '',
    );
  }
  lines.push(
    'claim:',
    '  id: verzoek',
    '  kind: residence-on-hardship',
    `  lodged: ${date(whole(2019, 2020))}`,
    '  raisedIn: [proc-tweede]',
    `  scope: ${pick(['first-procedure', 'any-time'])}`,
    '  addressedTo: state-secretary',
    ...(chance(0.8) ? [`  grounds: [${pick(ARGUED.slice(1))}]`] : []),
    `  circumstances: [${circumstances.slice(0, whole(1, circumstances.length)).join(', ')}]`,
    '  request: >-',
    '    Gevraagd wordt om verblijf wegens schrijnende omstandigheden.',
    '',
    'letters:',
  );
  for (const id of letters) {
    lines.push(
      `  - id: ${id}`,
      '    from:',
      `      name: ${pick(NAMES)}`,
      `      role: ${pick(SENDERS)}`,
      `    status: ${pick(STATES)}`,
      `    date: ${date(2020)}`,
      `    supports: [${pick(circumstances)}]`,
      `    summary: ${story()}`,
    );
  }
  lines.push('', 'documents:');
  for (const id of documents) {
    lines.push(
      `  - id: ${id}`,
      `    kind: ${pick(['official', 'medical', 'court', 'media', 'statement', 'educational'])}`,
      `    title: ${pick(['Brief ambassade', 'Uitspraak', 'Diploma', 'Krantenbericht', 'Verklaring'])}`,
      `    date: ${date(whole(2008, 2020))}`,
      `    supports: [${pick(circumstances)}]`,
    );
  }
  lines.push('', 'arguments:');
  for (let n = 1; n <= whole(2, 3); n++) {
    lines.push(
      `  - id: arg-${n}`,
      `    title: ${pick(['Evenredigheid', 'Belang van het kind', 'Samenstel van omstandigheden'])}`,
      `    text: ${story()}`,
      `    supports: [${pick(circumstances)}]`,
      ...(chance(0.7) ? [`    cites: [${pick(ARGUED)}]`] : []),
      ...(chance(0.5) ? [`    answers: [${pick(counters)}]`] : []),
    );
  }
  lines.push('', 'counterArguments:');
  for (const id of counters) {
    lines.push(
      `  - id: ${id}`,
      `    kind: ${pick(AGAINST)}`,
      `    raisedBy: ${pick(['ind', 'state-secretary', 'court', 'press'])}`,
      `    text: ${story()}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Puts that many files into a folder, in subfolders of fifty, unless they are there already.
 * @param {string} folder
 * @param {number} count
 */
export async function writeCases(folder, count) {
  const mark = path.join(folder, 'made.json');
  const made = JSON.stringify({ version: VERSION, count });
  if ((await readFile(mark, 'utf8').catch(() => '')) === made) return;
  for (let number = 0; number < count; number++) {
    const inner = path.join(folder, two(Math.floor(number / FILES_A_FOLDER)));
    if (number % FILES_A_FOLDER === 0) await mkdir(inner, { recursive: true });
    await writeFile(path.join(inner, `zaak-${String(number).padStart(5, '0')}.case.yaml`), caseFile(number));
  }
  await writeFile(mark, made);
}

const two = (/** @type {number} */ value) => String(value).padStart(3, '0');
