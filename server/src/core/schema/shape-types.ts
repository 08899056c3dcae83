/** The shape of a case file as generated from its JSON Schema (scripts/generate/schema.mjs). */

export type ValueKind =
  | 'text'
  | 'date'
  | 'id'
  | 'enum'
  | 'boolean'
  | 'integer'
  | 'source'
  | 'file'
  | 'fields';

export interface KeyShape {
  readonly name: string;
  readonly list: boolean;
  readonly kind: ValueKind;
  /** The definition of its fields, for kind `fields`. */
  readonly def?: string | undefined;
  /** The definition of the fields that may stand here in the place of the value. */
  readonly fields?: string;
  readonly values?: readonly string[];
  /** The kinds of item that an id written here may name. */
  readonly ref?: readonly string[];
  /** The kind of item that an id written here names. */
  readonly defines?: string;
  readonly default?: unknown;
}

export interface Shape {
  readonly required: readonly string[];
  /** In the order in which a person would write them. */
  readonly keys: readonly KeyShape[];
}

export interface Section {
  readonly name: string;
  readonly list: boolean;
  readonly def: string | null;
  readonly required: boolean;
}

export interface FieldWords {
  readonly title: string;
  readonly description: string;
  readonly examples?: readonly unknown[];
  readonly values?: Readonly<Record<string, { readonly title: string; readonly description?: string }>>;
}

/** By `definition.key`; top-level fields by their name, definitions themselves by `$name`. */
export type SchemaWords = Readonly<Record<string, FieldWords>>;
