/** What the checks of a case file report: plain data, independent of editor, terminal and language. */

import type { CaseDate } from './dates.js';
import type { Span } from './tree.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type SeveritySetting = Severity | 'off';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A value inside a message; dates, terms and lists are put into words only when the language is known. */
export type Arg =
  | string
  | number
  /** A date with its preposition ('in 2013') or, bare, as it stands between brackets ('1 mei 2013'). */
  | { readonly date: CaseDate; readonly bare?: boolean }
  /** A field by its key and lay label: 'arrivalDate' (datum van aankomst). */
  | { readonly field: string; readonly of: string }
  /** The title of an enum value: `{ enumValue: 'mayor', of: 'letterSender.role' }`. */
  | { readonly enumValue: string; readonly of: string }
  /** An enum value as it is written, with its title where that says more: mayor (burgemeester). */
  | { readonly choice: string; readonly of: string; readonly quoted?: boolean }
  | { readonly list: readonly Arg[]; readonly type?: 'and' | 'or' | 'plain' }
  | Message;

export type Args = Readonly<Record<string, Arg>>;

/** Words by key: `remedy-late.late` is the message `late` of the rule `remedy-late`. */
export interface Message {
  readonly key: string;
  readonly args?: Args;
}

export type Tag = 'unnecessary' | 'deprecated';

export interface TextEdit {
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A way to mend a finding. */
export interface Fix {
  /** Stable name within its rule, such as `set-scope`. */
  readonly id: string;
  readonly title: Message;
  /** Changes nothing that a person would want to weigh: `--fix` and fix-all apply it unasked. */
  readonly safe: boolean;
  /** The one that most people want. */
  readonly preferred: boolean;
  /** Makes the case better but leaves the finding: such a fix says so in its title and comes last. */
  readonly onlyHelps: boolean;
  readonly edits: readonly TextEdit[];
}

export interface Related {
  readonly at: Span;
  readonly message: Message;
}

export interface Finding {
  readonly rule: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly at: Span;
  readonly message: Message;
  readonly related?: readonly Related[];
  readonly tags?: readonly Tag[];
  /** The item that it is about, where another rule may speak of the same item instead. */
  readonly about?: object;
}
