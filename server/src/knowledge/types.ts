/** The tables that scripts/generate/knowledge.mjs makes from server/knowledge/*.yaml. */

export interface SourceEntry {
  readonly id: string;
  readonly jurisdiction: 'nl' | 'de' | 'eu' | 'int';
  readonly kind: string;
  /** EDTF dates; `to` is the last day in force. Undated sources have none. */
  readonly inForce?: { readonly from?: string; readonly to?: string };
  readonly url?: string;
  /** The day on which someone compared the entry with the source. */
  readonly verified?: string;
  readonly confidence: 'verified' | 'recalled' | string;
  /** Can a claim rest on it? */
  readonly ground?: boolean;
  readonly firstProcedureOnly?: boolean;
  readonly holdsAtAnyTime?: boolean;
  /** Whom a claim on this ground is addressed to, by `claim.addressedTo`. */
  readonly addressees?: readonly string[];
  readonly ecli?: string;
  readonly supersededBy?: string;
}

export interface SourceWords {
  readonly name: string;
  readonly text: string;
  readonly review?: string;
  readonly note?: string;
  readonly where?: string;
}

/** What a Dutch regime says, in one language. */
export interface RegimeWords {
  readonly text: string;
  readonly sources: readonly string[];
}

type InLanguages = Readonly<Partial<Record<'nl' | 'en' | 'de', string>>>;

export interface SenderEntry {
  readonly role: string;
  readonly name: Readonly<Record<'nl' | 'en' | 'de', string>>;
  readonly letterTo: Readonly<Record<'nl' | 'en' | 'de', string>>;
  /** Family, neighbours, club and church: people close by, whom decision makers hold to be partial. */
  readonly personal: boolean;
  readonly sources: readonly string[];
}

export interface SnippetEntry {
  readonly id: string;
  readonly jurisdiction: 'nl' | 'de';
  readonly title: InLanguages;
  readonly fits: {
    readonly circumstances?: readonly string[];
    readonly procedures?: readonly string[];
    readonly when?: readonly string[];
    /** What the text says is so: without it the snippet is not proposed for a circumstance. */
    readonly needs?: readonly ('host-country' | 'first-procedure' | 'refusal' | 'court-ruling' | 'letters')[];
  };
  readonly rank: number;
  readonly cites: readonly string[];
  readonly answers: readonly string[];
  /** Other texts for other days: the key of the text and the days for which it holds. */
  readonly variants: readonly {
    readonly key: string;
    readonly from?: string;
    readonly to?: string;
    readonly cites?: readonly string[];
  }[];
}

export interface FactEntry {
  readonly id: string;
  readonly type: string;
  /** The source of which it says whether it existed on the reference date. */
  readonly source?: string;
  /** What a blank to be filled in is called. */
  readonly label: Readonly<Record<'nl' | 'en' | 'de', string>>;
}

export interface CounterArgumentEntry {
  /** A value of `counterArguments.kind`. */
  readonly kind: string;
  /** The snippets that answer it, the best first, by jurisdiction. */
  readonly rebuttals: Readonly<Record<'nl' | 'de', readonly string[]>>;
  /** How the other side puts it. */
  readonly text: Readonly<Record<'nl' | 'en' | 'de', string>>;
}
