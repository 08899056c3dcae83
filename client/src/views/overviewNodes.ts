import { ThemeColor, ThemeIcon, type Uri } from 'vscode';
import type { Position as ProtocolPosition, Range as ProtocolRange } from 'vscode-languageclient';
import type { LanguageSetting } from '../languageSetting.js';
import { type Node, type NodeParts, node } from './node.js';

type State = 'ready' | 'open' | 'missing';
export type Severity = 'error' | 'warning' | 'information' | 'hint';

interface Item {
  readonly id?: string;
  readonly label: string;
  readonly detail: string;
  readonly state: State;
  readonly range: ProtocolRange;
  readonly status?: string;
}

interface Part {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly state: State;
  readonly at?: ProtocolPosition;
  readonly items: readonly Item[];
  readonly isList: boolean;
  readonly isSection: boolean;
}

interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What, on a line of its own; then why and what helps. */
  readonly message: string;
  readonly range: ProtocolRange;
}

interface Deadline {
  readonly title: string;
  readonly date: string;
  readonly at?: ProtocolPosition;
}

interface Exercise {
  readonly task: string;
  readonly solved: string;
  readonly isDone: boolean;
  readonly at?: ProtocolPosition;
}

/** The answer to `vangnet/overview`. */
export interface Overview {
  readonly title: string;
  readonly status: string;
  readonly progress: string;
  readonly ready: number;
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
  readonly deadlines: readonly Deadline[];
  readonly exercise?: Exercise;
}

const STATE_ICONS: Readonly<Record<State, ThemeIcon>> = {
  ready: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  open: new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground')),
  missing: new ThemeIcon('circle-slash'),
};
export const SEVERITY_ICONS: Readonly<Record<Severity, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('lightbulb'),
};

/** The case's name, how far an exercise is, time limits, then by part how it stands, then what is to be done. */
export function overviewNodes(uri: Uri, told: Overview, language: LanguageSetting): readonly Node[] {
  const { title, status, progress, ready, parts, findings, deadlines, exercise } = told;
  const name = { key: 'case', uri, label: title, detail: status, icon: new ThemeIcon('law') };
  const terms = {
    key: 'terms',
    label: language.word('timeLimits'),
    icon: new ThemeIcon('calendar'),
    isOpen: true,
    children: (parent: Node) => deadlines.map((one, index) => deadlineNode(uri, parent, one, index)),
  };
  const standing = {
    key: 'parts',
    label: progress,
    icon: ready === parts.length ? STATE_ICONS.ready : new ThemeIcon('layers'),
    isOpen: true,
    children: (parent: Node) => parts.map((part) => partNode(uri, parent, part, language)),
  };
  const toDo = {
    // Another one while there is nothing to open: else it would stay closed when there is something again.
    key: findings.length === 0 ? 'mended' : 'mend',
    label: language.word(findings.length === 0 ? 'nothingToMend' : 'toMend'),
    detail: findings.length === 0 ? undefined : String(findings.length),
    icon: findings.length === 0 ? STATE_ICONS.ready : new ThemeIcon('tasklist'),
    isOpen: true,
    children: (parent: Node) => findings.map((finding, index) => findingNode(uri, parent, finding, index)),
  };
  const practice = exercise ? [exerciseParts(uri, exercise, language)] : [];
  return [name, ...practice, ...(deadlines.length > 0 ? [terms] : []), standing, toDo].map(node);
}

function exerciseParts(
  uri: Uri,
  { task, solved, isDone, at }: Exercise,
  language: LanguageSetting,
): NodeParts {
  return {
    key: 'exercise',
    uri,
    label: language.word('exercise'),
    detail: solved,
    icon: isDone ? STATE_ICONS.ready : new ThemeIcon('mortar-board'),
    range: spot(at),
    tooltip: task,
  };
}

function deadlineNode(uri: Uri, parent: Node, { title, date, at }: Deadline, index: number): Node {
  const icon = new ThemeIcon('calendar');
  return node({ key: `terms/${index}`, parent, uri, label: date, detail: title, icon, range: spot(at) });
}

function findingNode(uri: Uri, parent: Node, finding: Finding, index: number): Node {
  const { rule, severity, message, range } = finding;
  const [what = message] = message.split('\n');
  return node({
    key: `mend/${rule}/${index}`,
    parent,
    uri,
    label: what,
    icon: SEVERITY_ICONS[severity],
    range,
    context: 'finding',
    tooltip: message,
  });
}

function partNode(uri: Uri, parent: Node, part: Part, language: LanguageSetting): Node {
  const { id, label, detail, state, at, items, isList, isSection } = part;
  return node({
    key: `part/${id}`,
    parent,
    uri: at && uri,
    label,
    detail,
    icon: STATE_ICONS[state],
    range: spot(at),
    context: isList ? 'section' : isSection ? 'part' : 'mention',
    tooltip: `${label}: ${language.word(`state-${state}`)}`,
    section: isList ? id : undefined,
    children: (own) => items.map((item, index) => itemNode(uri, own, item, { index, isList }, language)),
  });
}

function itemNode(
  uri: Uri,
  parent: Node,
  { id, label, detail, state, range, status }: Item,
  { index, isList }: { readonly index: number; readonly isList: boolean },
  language: LanguageSetting,
): Node {
  return node({
    key: `${parent.key}/${id ?? ''}/${index}`,
    parent,
    uri,
    label,
    detail,
    icon: STATE_ICONS[state],
    range,
    context: status !== undefined ? 'letter' : isList ? 'item' : 'mention',
    tooltip: `${label}: ${language.word(`state-${state}`)}`,
    id,
  });
}

function spot(at: ProtocolPosition | undefined): ProtocolRange | undefined {
  return at && { start: at, end: at };
}
