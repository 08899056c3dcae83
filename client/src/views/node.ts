import { Range, type ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { Range as ProtocolRange } from 'vscode-languageclient';

/** A line of a tree; `range` is where it leads. */
export interface Node {
  readonly key: string;
  readonly parent: Node | undefined;
  readonly item: TreeItem;
  readonly uri: Uri | undefined;
  readonly range: Range | undefined;
  readonly children: readonly Node[];
  /** The list to which the plus beside it adds. */
  readonly section: string | undefined;
  /** The item's id, for what can be done with it. */
  readonly id: string | undefined;
}

export interface NodeParts {
  readonly key: string;
  readonly label: string;
  readonly icon: ThemeIcon;
  readonly uri?: Uri | undefined;
  readonly parent?: Node | undefined;
  readonly detail?: string | undefined;
  readonly range?: ProtocolRange | undefined;
  /** What the menus' conditions know it by. */
  readonly context?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly section?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: ((parent: Node) => readonly Node[]) | undefined;
  readonly isOpen?: boolean | undefined;
}

/** Goes to the line of a node: not in the palette, since only a tree knows what to hand it. */
export const GO_TO = 'vangnet.goTo';

export function node(parts: NodeParts): Node {
  const { key, parent, uri, label, detail, icon, range, context, tooltip, section, id, isOpen } = parts;
  const item = new TreeItem(label);
  item.id = key;
  item.iconPath = icon;
  if (detail) item.description = detail;
  if (context) item.contextValue = context;
  item.tooltip = tooltip ?? (detail ? `${label}: ${detail}` : label);
  const place =
    range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  if (uri) item.command = { command: GO_TO, title: label, arguments: [uri, place] };
  const made = { key, parent, item, uri, range: place, children: [] as readonly Node[], section, id };
  made.children = parts.children?.(made) ?? [];
  if (made.children.length > 0)
    item.collapsibleState = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  return made;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'key' in value && 'item' in value;
}

export function idOf(value: unknown): string | undefined {
  return isNode(value) ? value.id : typeof value === 'string' ? value : undefined;
}

export function sectionOf(value: unknown): string | undefined {
  return isNode(value) ? value.section : typeof value === 'string' ? value : undefined;
}

/** The part of the case that a line stands for as a whole: `case`, `claim`. */
export function partOf(value: unknown): string | undefined {
  return isNode(value) && value.key.startsWith('part/') && value.item.contextValue === 'part'
    ? value.key.slice('part/'.length)
    : undefined;
}

/** Where a line of a tree leads, for commands on it. */
export function placeOf(value: unknown): { readonly uri: Uri; readonly range: Range } | undefined {
  return isNode(value) && value.uri && value.range ? { uri: value.uri, range: value.range } : undefined;
}
