/** The case schema as a tree to walk: shared by the tests that read it. */
import { readFileSync } from 'node:fs';

export interface Words {
  readonly title?: string;
  readonly description?: string;
}
export interface Node extends Words {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly patternProperties?: Readonly<Record<string, true>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly 'x-nl'?: Words;
  readonly 'x-de'?: Words;
  readonly 'x-ref'?: readonly string[];
  readonly 'x-defines'?: string;
  readonly 'x-enum'?: Readonly<Record<string, Readonly<Record<string, Words>>>>;
}
type Root = Node & Required<Pick<Node, '$defs' | 'properties'>> & { readonly $id: string };

export const text = readFileSync('schemas/case.schema.json', 'utf8');
export const schema: Root = JSON.parse(text);

/** Every definition, property and list item, with its JSON pointer. */
export function* nodes(): Generator<[pointer: string, node: Node]> {
  yield* propertiesOf('', schema);
  for (const [name, def] of Object.entries(schema.$defs)) {
    yield [`/$defs/${name}`, def];
    yield* propertiesOf(`/$defs/${name}`, def);
  }
}

function* propertiesOf(pointer: string, owner: Node): Generator<[string, Node]> {
  for (const [name, node] of Object.entries(owner.properties ?? {})) {
    yield [`${pointer}/properties/${name}`, node];
    if (node.items) yield [`${pointer}/properties/${name}/items`, node.items];
  }
}

export function target(node: Node): Node {
  const name = node.$ref?.replace('#/$defs/', '');
  return name ? { ...schema.$defs[name], ...node } : node;
}

export const item = (node: Node): Node => (node.items ? target(node.items) : target(node));

/** Every field of every definition, as `definition.field`. */
export function fields(): [name: string, node: Node][] {
  return Object.entries(schema.$defs).flatMap(([def, { properties = {} }]) =>
    Object.entries(properties).map(([key, node]): [string, Node] => [`${def}.${key}`, node]),
  );
}

export const words = (node: Node): Record<string, Words | undefined> => ({
  en: node,
  nl: node['x-nl'],
  de: node['x-de'],
});

/** Every title and description that a person may read, and where it stands. */
export function* sentences(): Generator<[where: string, language: string, words: Words]> {
  for (const [pointer, node] of [['', schema] as [string, Node], ...nodes()]) {
    for (const [language, said] of Object.entries(words(target(node)))) {
      yield [pointer, language, said ?? {}];
    }
    for (const [value, perLanguage] of Object.entries(node['x-enum'] ?? {})) {
      for (const language of ['en', 'nl', 'de']) {
        yield [`${pointer} ${value}`, language, perLanguage[language] ?? {}];
      }
    }
  }
}

export function refersTo(node: Node, ...defs: string[]): boolean {
  return defs.some((def) => (node.items ?? node).$ref === `#/$defs/${def}`);
}
