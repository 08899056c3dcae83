/** What telling a case needs at every step: its words, its dates, and where things stand. */

import { referenceDate } from '../../core/case/facts.js';
import { type CaseDate, parseDate } from '../../core/dates.js';
import type { Arg } from '../../core/findings.js';
import type { CaseModel, Part } from '../../core/model.js';
import type { Span } from '../../core/tree.js';
import { cleanLine, cleanText } from '../../core/words/clean.js';
import { dateInWords } from '../../core/words/dates.js';
import { blank } from '../../core/words/placeholders.js';
import { enumTitle, type Language, say, schemaField } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { indexOf } from '../links.js';
import { nameOf } from '../symbols.js';
import { citationOf } from './citations.js';
import type { Citation, Place, Ref, When } from './types.js';

const REF_KINDS: readonly string[] = [
  'letter',
  'document',
  'argument',
  'circumstance',
  'event',
  'counterArgument',
] satisfies readonly Ref['kind'][];

export class Teller {
  readonly model: CaseModel;
  readonly reference: CaseDate | undefined;
  /** By id; of several with the same the first. */
  private readonly personNames: ReadonlyMap<string | undefined, unknown>;

  constructor(
    readonly analysis: Analysis,
    readonly language: Language,
  ) {
    this.model = analysis.model;
    const named = this.model.persons.filter(({ data }) => data.id !== undefined);
    this.personNames = new Map(named.reverse().map(({ data }) => [data.id, data.name]));
    this.reference = referenceDate(analysis.model, analysis.inputs.today);
  }

  word(key: string, args?: Readonly<Record<string, Arg>>): string {
    return say(args ? { key: `readable.${key}`, args } : { key: `readable.${key}` }, this.language);
  }

  label(def: string, key: string): string {
    return schemaField(def, key, this.language)?.title ?? key;
  }

  /** The title of a choice; undefined where the field isn't there. */
  choice(of: string, value: string | undefined): string | undefined {
    return value === undefined ? undefined : enumTitle(of, value, this.language);
  }

  blank(def: string, key: string): string {
    return blank(this.label(def, key));
  }

  /** A text of one line, as a name or title; undefined where there is none. */
  line(value: unknown): string | undefined {
    const text = typeof value === 'string' || typeof value === 'number' ? cleanLine(String(value)) : '';
    return text === '' ? undefined : text;
  }

  text(value: unknown): string | undefined {
    const text = typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)) : '';
    return text === '' ? undefined : text;
  }

  when(value: unknown): When | undefined {
    const date = parseDate(value);
    return date && this.whenOf(date);
  }

  whenOf(date: CaseDate): When {
    const { text, first, last, about, uncertain } = date;
    return {
      text: dateInWords(date, this.language, true),
      inSentence: dateInWords(date, this.language),
      edtf: text,
      first,
      last,
      certainty: uncertain ? 'uncertain' : about ? 'about' : 'known',
    };
  }

  /** Of a part: from its first character to its last. */
  at(part: Part): Place {
    return this.place(part.node ?? part.place);
  }

  place(span: Span): Place {
    const { document } = this.analysis;
    const start = document.startOf(span);
    return { start, end: document.endOf(span), line: document.lines.lineAt(start) };
  }

  id(data: { readonly id?: string | undefined }): { id?: string } {
    return data.id === undefined ? {} : { id: data.id };
  }

  /** The names of these persons, those without a name left out. */
  names(ids: readonly (string | undefined)[] | undefined): string[] {
    return (ids ?? []).flatMap((id) => this.line(this.personNames.get(id)) ?? []);
  }

  /** What these ids name, those that name nothing left out. */
  refs(ids: readonly (string | undefined)[] | undefined): Ref[] {
    const { definitions } = indexOf(this.model);
    const unique = new Set((ids ?? []).filter((id): id is string => id !== undefined));
    return [...unique].flatMap((id) => {
      const part = definitions.get(id)?.part;
      return part && part.def !== 'procedure' ? this.ref(part) : [];
    });
  }

  ref(part: Part): Ref[] {
    const { id, status } = part.data as { id?: string; status?: string };
    if (id === undefined || !REF_KINDS.includes(part.def)) return [];
    const isExpected = part.def === 'letter' && status !== 'received' && status !== 'signed';
    return [
      {
        id,
        kind: part.def as Ref['kind'],
        text: cleanLine(nameOf(part.data as Record<string, unknown>, part.def, this.language)),
        at: this.at(part),
        ...(isExpected ? { isExpected } : {}),
      },
    ];
  }

  citations(ids: readonly (string | undefined)[] | undefined): Citation[] {
    const unique = new Set((ids ?? []).flatMap((id) => this.line(id) ?? []));
    return [...unique].map((id) => citationOf(id, this.language));
  }
}

/** With a full stop, where it ends without one. */
export function sentence(text: string): string {
  return /[.!?…:;"”’“')\]]$/.test(text) && /[.!?…]["”’“')\]]?$/.test(text) ? text : `${text}.`;
}

/** A choice of the file as messages select by it: they know no hyphens. */
export function chosen(value: string): string {
  return value.replaceAll('-', '_');
}

/** Does the text of a date begin with a day: what German puts an article before? */
export function isDay({ edtf, certainty }: When): 'yes' | 'no' {
  return certainty === 'known' && edtf.length === 'YYYY-MM-DD'.length ? 'yes' : 'no';
}
