/**
 * A case at a glance: what is there by part, what is weak, which time limits run. Plain data for a tree or a list; every
 * line says where in the file it leads.
 */

import type { Severity } from '../../core/findings.js';
import { SEVERITIES } from '../../core/findings.js';
import type { Part, SectionName } from '../../core/model.js';
import { SECTION_NAMES } from '../../core/model.js';
import { capitalised } from '../../core/words/capitals.js';
import { type Language, say, schemaField } from '../../core/words/words.js';
import type { Analysis, FoundReport } from '../../pipeline/analysis.js';
import { exerciseOf } from '../exercise/exercise.js';
import { onceFor } from '../once.js';
import { readableHead } from '../readable/readable.js';
import { supportIn } from '../support.js';
import { itemSymbol } from '../symbols.js';

/** `open`: there, but something is still to be done about it. */
export type State = 'ready' | 'open' | 'missing';

export interface OverviewItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly detail: string;
  readonly state: State;
  /** Offsets of where it stands. */
  readonly start: number;
  readonly end: number;
  /** How many findings lie in it, hints aside. */
  readonly findings: number;
  /** Of a letter: its state, which can be set. */
  readonly status?: string | undefined;
}

export interface OverviewPart {
  /** A section of the file, or `evidence`, `argued`, `answered`, `signed`. */
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly state: State;
  /** Undefined where the file doesn't have it yet. */
  readonly start: number | undefined;
  readonly items: readonly OverviewItem[];
  /** Can an item be added to it by a form? */
  readonly isList: boolean;
  /** Does it stand in the file by itself, or is it counted over others? */
  readonly isSection: boolean;
}

export interface OverviewFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface OverviewDeadline {
  readonly title: string;
  readonly date: string;
  readonly left: number;
  readonly start: number;
}

export interface Overview {
  readonly title: string;
  readonly status: string;
  /** '9 van 14 onderdelen klaar'. */
  readonly progress: string;
  readonly ready: number;
  readonly parts: readonly OverviewPart[];
  /** The heaviest first. */
  readonly findings: readonly OverviewFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly deadlines: readonly OverviewDeadline[];
  /** Of a file that is one: what is to be done in it, and how far that is. */
  readonly exercise?: OverviewExercise | undefined;
}

export interface OverviewExercise {
  readonly task: string;
  /** '12 van 15 opgelost'. */
  readonly solved: string;
  readonly isDone: boolean;
  /** Where to go on: the first goal that isn't reached yet. */
  readonly start: number;
}

/** Thousands of lines help nobody. */
const MOST = 200;

export function overviewOf(analysis: Analysis, language: Language): Overview {
  const parts = [...sectionParts(analysis, language), ...crossParts(analysis, language)];
  const ready = parts.filter(({ state }) => state === 'ready').length;
  const { title, statusText, deadlines } = readableHead(analysis, language);
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [
      severity,
      analysis.findings.filter((one) => one.severity === severity).length,
    ]),
  ) as Record<Severity, number>;
  return {
    title,
    status: statusText,
    progress: say({ key: 'overview.progress', args: { ready, parts: parts.length } }, language),
    ready,
    parts,
    findings: heaviestFirst(analysis)
      .slice(0, MOST)
      .map(({ rule, severity, message, start, end }) => ({
        rule,
        severity,
        message: say(message, language),
        start,
        end,
      })),
    counts,
    deadlines: deadlines.map(({ title: name, date, left, at }) => ({
      title: name,
      date: date.text,
      left,
      start: at.start,
    })),
    exercise: exerciseIn(analysis, language),
  };
}

function exerciseIn(analysis: Analysis, language: Language): OverviewExercise | undefined {
  const exercise = exerciseOf(analysis);
  if (!exercise) return undefined;
  const { task, goals, solved, start } = exercise;
  return {
    task,
    solved: say({ key: 'exercise.solved', args: { solved, goals: goals.length } }, language),
    isDone: solved === goals.length,
    start: goals.find(({ isSolved }) => !isSolved)?.place ?? start,
  };
}

/** What to mend next: by severity, then in the order of the text. */
export const heaviestFirst: (analysis: Analysis) => readonly FoundReport[] = onceFor((analysis: Analysis) =>
  [...analysis.findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.start - b.start,
  ),
);

/** Those that a person has to act on. */
function weighty({ findings }: Analysis): readonly FoundReport[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function sectionParts(analysis: Analysis, language: Language): OverviewPart[] {
  const { document, model } = analysis;
  const heavy = weighty(analysis);
  return SECTION_NAMES.map((name) => {
    const entry = document.entry(name);
    const found = model[name as SectionName] as Part | readonly Part[] | undefined;
    const isList = Array.isArray(found);
    const parts = (isList ? found : found ? [found] : []) as readonly Part[];
    const items = parts.slice(0, MOST).map((part) => itemOf(analysis, part, heavy, language));
    const [from, to] = spanOf(analysis, name);
    const isOpen = heavy.some(({ start }) => start >= from && start < to);
    const state: State = !entry || parts.length === 0 ? 'missing' : isOpen ? 'open' : 'ready';
    return {
      id: name,
      label: capitalised(schemaField('', name, language)?.title ?? name),
      detail:
        state === 'missing' ? say({ key: 'overview.missing' }, language) : isList ? String(parts.length) : '',
      state,
      start: entry && document.startOf(entry.key),
      items: isList ? items : [],
      isList,
      isSection: true,
    };
  });
}

/** From the key of a section to that of the next; empty where it isn't there. */
function spanOf({ document, text }: Analysis, name: string): readonly [number, number] {
  const { entries } = document;
  const index = entries.findIndex((entry) => entry.name === name);
  const entry = entries[index];
  if (!entry) return [0, 0];
  const next = entries[index + 1];
  return [document.startOf(entry.key), next ? document.startOf(next.key) : text.length + 1];
}

function itemOf(
  analysis: Analysis,
  part: Part,
  heavy: readonly FoundReport[],
  language: Language,
): OverviewItem {
  const { name, detail, start, end } = itemSymbol(analysis, part, language);
  const own = heavy.filter((finding) => finding.start >= start && finding.start <= end).length;
  const { id, status } = part.data as { id?: string; status?: string };
  const isLetter = part.def === 'letter';
  return {
    id,
    label: capitalised(name),
    detail,
    state: own > 0 || (isLetter && status !== 'signed' && status !== 'received') ? 'open' : 'ready',
    start,
    end,
    findings: own,
    ...(isLetter ? { status } : {}),
  };
}

/** What holds a case together: evidence, arguments and answers where they are needed, signatures. */
function crossParts(analysis: Analysis, language: Language): OverviewPart[] {
  const { model } = analysis;
  const { carriedBy } = supportIn(model);
  const by = (part: Part, ...defs: string[]) =>
    (carriedBy.get(part) ?? []).some(({ def }) => defs.includes(def));
  const answered = new Set(model.arguments.flatMap(({ data }) => data.answers ?? []));
  const cross = (id: string, of: readonly Part[], isDone: (part: Part) => boolean): OverviewPart => {
    const items = of.slice(0, MOST).map((part) => ({
      ...itemOf(analysis, part, [], language),
      state: isDone(part) ? ('ready' as const) : ('open' as const),
    }));
    const done = of.filter(isDone).length;
    const [first] = of;
    return {
      id,
      label: say({ key: `overview.${id}` }, language),
      detail: of.length === 0 ? say({ key: 'overview.missing' }, language) : `${done}/${of.length}`,
      state: of.length === 0 ? 'missing' : done === of.length ? 'ready' : 'open',
      start: first && analysis.document.startOf(first.place),
      items: items.filter(({ state }) => state === 'open'),
      isList: false,
      isSection: false,
    };
  };
  return [
    cross('evidence', model.circumstances, (part) => by(part, 'letter', 'document')),
    cross('argued', model.circumstances, (part) => by(part, 'argument')),
    cross('answered', model.counterArguments, ({ data }) => answered.has((data as { id?: string }).id)),
    cross('signed', model.letters, ({ data }) => (data as { status?: string }).status === 'signed'),
  ];
}
