/**
 * A case as a person would tell it: plain data in one language, from which preview and exports are made. Every part
 * says where in the file it stands. Texts from the file are free of control characters and not escaped for any format.
 */

import type { Severity } from '../../core/findings.js';
import type { Language } from '../../core/words/words.js';

/** Where a part stands: offsets in UTF-16 units of the text without its byte-order mark, and the line from zero. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A part of the file; those without an id can't be referred to. */
export interface Item {
  readonly id?: string | undefined;
  readonly at: Place;
}

/** A date of the file in words, with the days that it may mean (counted from 1970-01-01). */
export interface When {
  /** As it stands in a table or between brackets: '1 mei 2013', 'rond 1986'. */
  readonly text: string;
  /** With its preposition, as in a sentence: 'op 1 mei 2013'. */
  readonly inSentence: string;
  /** As the file has it. */
  readonly edtf: string;
  readonly first: number;
  readonly last: number;
  /** `about` for `~`; `uncertain` for `?`, which nothing is compared by. */
  readonly certainty: 'known' | 'about' | 'uncertain';
}

/** A stretch of time; `isOpen` for what still goes on. */
export interface Stretch {
  readonly from: When;
  readonly to?: When | undefined;
  readonly isOpen: boolean;
}

export interface Ref {
  readonly id: string;
  readonly kind: 'letter' | 'document' | 'argument' | 'circumstance' | 'event' | 'counterArgument';
  readonly text: string;
  readonly at: Place;
  /** A letter that has not come in yet. */
  readonly isExpected?: boolean | undefined;
}

export interface Field {
  /** The name of the field in the file. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

export interface ReadablePerson extends Item {
  readonly name: string;
  readonly role: string;
  readonly isApplicant: boolean;
  /** '34 jaar', 'ongeveer 34 jaar'; of who has died, the age reached. */
  readonly age?: string | undefined;
  readonly birth?: When | undefined;
  /** From arrival, or birth in the country, to the reference date. */
  readonly stay?: Stretch | undefined;
  readonly fields: readonly Field[];
}

export interface ReadableEvent extends Item {
  readonly title: string;
  readonly kind?: string | undefined;
  readonly description?: string | undefined;
  readonly when?: Stretch | undefined;
  /** '2004 – 2007', 'vanaf september 2018'. */
  readonly whenText: string;
  readonly persons: readonly string[];
  readonly evidence: readonly Ref[];
}

export interface ReadableStage extends Item {
  /** 'verlenging', 'bezwaar'. */
  readonly kind: string;
  readonly lodged?: When | undefined;
  readonly decided?: When | undefined;
  readonly outcome: string;
  readonly isPending: boolean;
  readonly isRefusal: boolean;
  readonly isGranted: boolean;
  /** What happened, in sentences: lodged, then decided. */
  readonly lodgedText: string;
  readonly decidedText: string;
  /** 'na 2 jaar', 'loopt 8 maanden'. */
  readonly duration?: string | undefined;
  readonly ecli?: string | undefined;
}

export interface ReadableProcedure extends ReadableStage {
  readonly isFirst: boolean;
  readonly authority?: string | undefined;
  readonly reference?: string | undefined;
  /** Why it was decided so; with an error of the authority, what went wrong. */
  readonly reasonText?: string | undefined;
  readonly newFacts: readonly Ref[];
  readonly remedies: readonly ReadableStage[];
}

/** One line of the chronology. */
export interface ReadableStep extends Item {
  readonly kind: 'event' | 'procedure' | 'remedy';
  readonly when?: When | undefined;
  readonly whenText: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly evidence: readonly Ref[];
}

export interface ReadableCircumstance extends Item {
  readonly title: string;
  readonly kind?: string | undefined;
  /** 'Dit speelt sinds 2003.' */
  readonly sinceText?: string | undefined;
  readonly persons: readonly string[];
  readonly description?: string | undefined;
  /** The ordinary ground that seems to fit, and why it doesn't help. */
  readonly routeText?: string | undefined;
  readonly isClaimed: boolean;
  readonly letters: readonly Ref[];
  readonly documents: readonly Ref[];
  readonly arguments: readonly Ref[];
}

/** A legal source that the file cites, as it is cited in a text. */
export interface Citation {
  readonly id: string;
  readonly text: string;
  /** As it is called in a sentence: 'art. 8 EVRM'. */
  readonly short: string;
  /** Of https only. */
  readonly url?: string | undefined;
  /** What may have changed since it was last compared. */
  readonly review?: string | undefined;
  /** Nobody has compared it with the source yet. */
  readonly isRecalled?: boolean | undefined;
}

export interface ReadableClaim extends Item {
  readonly kind?: string | undefined;
  readonly lodged?: When | undefined;
  readonly addressee?: string | undefined;
  readonly scope?: string | undefined;
  /** The procedures in which hardship is put forward: 'verlenging (13 mei 2019)'. */
  readonly raisedIn: readonly string[];
  readonly grounds: readonly Citation[];
  readonly circumstances: readonly Ref[];
  readonly request?: string | undefined;
  readonly conditions: readonly Field[];
}

export type LetterStatus = 'planned' | 'requested' | 'received' | 'signed' | 'refused';

export interface ReadableLetter extends Item {
  /** By name, else by role: 'Burgemeester van X', 'school'. */
  readonly from: string;
  readonly role?: string | undefined;
  readonly roleText?: string | undefined;
  readonly status?: LetterStatus | undefined;
  readonly statusText?: string | undefined;
  readonly date?: When | undefined;
  readonly file?: string | undefined;
  readonly summary?: string | undefined;
  readonly request?: string | undefined;
  readonly supports: readonly Ref[];
}

export interface ReadableDocument extends Item {
  readonly title: string;
  readonly kind?: string | undefined;
  readonly date?: When | undefined;
  readonly file?: string | undefined;
  readonly supports: readonly Ref[];
}

export interface ReadableArgument extends Item {
  readonly title: string;
  readonly text: string;
  readonly supports: readonly Ref[];
  readonly cites: readonly Citation[];
  readonly answers: readonly Ref[];
}

export interface ReadableCounterArgument extends Item {
  readonly kind?: string | undefined;
  readonly raisedBy?: string | undefined;
  readonly text: string;
  /** By whom it is put forward, up to the colon: 'De IND voert aan'. */
  readonly intro: string;
  readonly answeredBy: readonly Ref[];
}

/** The last day to contest a refusal: of decisions whose term is certain and still runs, and against which nothing was lodged. */
export interface Deadline extends Item {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly date: When;
  readonly title: string;
  /** Days left on the reference date. */
  readonly left: number;
  /** How it is counted, and what to check. */
  readonly told: readonly string[];
  readonly sources: readonly Citation[];
}

export interface Representative {
  readonly name: string;
  readonly role?: string | undefined;
  readonly powerOfAttorney?: Ref | undefined;
}

export interface ReadableCase {
  readonly version: 1;
  readonly language: Language;
  readonly at: Place;
  readonly id?: string | undefined;
  readonly title: string;
  readonly jurisdiction?: 'nl' | 'de' | undefined;
  readonly status: 'draft' | 'review' | 'final' | 'closed';
  readonly statusText: string;
  readonly confidentiality?: string | undefined;
  readonly federalState?: string | undefined;
  readonly office?: string | undefined;
  readonly representative?: Representative | undefined;
  readonly reference?: (When & { readonly isToday: boolean }) | undefined;
  readonly summary?: string | undefined;
  readonly persons: readonly ReadablePerson[];
  readonly events: readonly ReadableEvent[];
  readonly procedures: readonly ReadableProcedure[];
  /** Events and steps of procedures, oldest first; what has no date stands last. */
  readonly chronology: readonly ReadableStep[];
  readonly circumstances: readonly ReadableCircumstance[];
  readonly claim?: ReadableClaim | undefined;
  readonly letters: readonly ReadableLetter[];
  readonly documents: readonly ReadableDocument[];
  readonly arguments: readonly ReadableArgument[];
  readonly counterArguments: readonly ReadableCounterArgument[];
  readonly deadlines: readonly Deadline[];
  readonly citations: readonly Citation[];
  readonly findings: Readonly<Record<Severity, number>>;
}
