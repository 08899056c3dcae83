/**
 * `vangnet.config.yaml`: which rules speak how loudly, the language, what is left out. Read with the same parser as
 * case files, so that what is odd in it has an exact place. What can't be used is told and otherwise passed over.
 */

import { type CaseDocument, parseCase } from '../core/document.js';
import type { Message, SeveritySetting } from '../core/findings.js';
import { SEVERITIES } from '../core/findings.js';
import { nearest } from '../core/nearest.js';
import type { Rule } from '../core/rule.js';
import { isEmptyValue, keyText, type Node, type Pair, type Span } from '../core/tree.js';
import { isLanguage, type Language } from '../core/words/words.js';
import { words as de } from '../generated/config-words.de.js';
import { words as en } from '../generated/config-words.en.js';
import { words as nl } from '../generated/config-words.nl.js';
import { RULES } from '../generated/rules.js';
import type { Settings } from './plan.js';

export const CONFIG_NAME = 'vangnet.config.yaml';

export interface Config {
  readonly settings: Settings;
  readonly language?: Language;
  /** Globs of files that are not checked, relative to the folder of the configuration. */
  readonly ignore: readonly string[];
  /** What `vangnet new` proposes. */
  readonly propose: { readonly jurisdiction?: 'nl' | 'de'; readonly office?: string };
}

export interface ConfigProblem {
  /** The rule of structure/ that says the same of case files. */
  readonly rule: 'yaml-syntax' | 'unknown-key' | 'unknown-value' | 'wrong-type' | 'duplicate-key';
  readonly at: Span;
  readonly message: Message;
  /** What was probably meant, in the place of `at`. */
  readonly meant?: string;
}

export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly document: CaseDocument;
}

export const NO_CONFIG: Config = { settings: { rules: {} }, ignore: [], propose: {} };

const KEYS = ['rules', 'language', 'ignore', 'new'] as const;
const SETTINGS: readonly SeveritySetting[] = ['off', ...[...SEVERITIES].reverse()];

export function readConfig(text: string): ReadConfig {
  const document = parseCase(text);
  const reader = new Reader(document);
  return { config: reader.read(), problems: reader.problems, document };
}

type RuleSettings = Settings['rules'];
type RuleSetting = RuleSettings[string];

class Reader {
  readonly problems: ConfigProblem[] = [];

  constructor(private readonly document: CaseDocument) {}

  read(): Config {
    const { document } = this;
    for (const { kind, args, unit, start, end } of document.problems)
      this.tell(
        'yaml-syntax',
        { unit, start, end },
        { key: `yaml-syntax.${kind}`, ...(args ? { args } : {}) },
      );
    if (document.oddRoot) this.tell('wrong-type', this.firstLine(document.oddRoot), { key: 'config.root' });
    let config: Config = NO_CONFIG;
    const seen = new Set<string>();
    for (const { name, key } of document.entries) {
      if (name?.startsWith('x-')) continue;
      if (name === undefined || !isOneOf(KEYS, name))
        this.unknown(key, name ?? '', KEYS, 'config.unknown-key');
      else if (seen.has(name)) this.tell('duplicate-key', key, { key: 'config.twice', args: { name } });
      else config = { ...config, ...this.field(name) };
      if (name !== undefined) seen.add(name);
    }
    return config;
  }

  private field(name: (typeof KEYS)[number]): Partial<Config> {
    const entry = this.document.entry(name);
    const value = entry?.value && this.document.target(entry.value);
    if (!entry || (isEmptyValue(value) && !entry.items)) return {};
    if (name === 'ignore')
      return this.ignore(
        entry.items?.map(({ node }) => node),
        entry.key,
      );
    if (name === 'language') return this.language(value, entry.key);
    if (value?.kind !== 'map') {
      this.tell('wrong-type', entry.key, { key: `config.${name}-fields` });
      return {};
    }
    return name === 'rules'
      ? { settings: { rules: this.rules(value.pairs) } }
      : { propose: this.propose(value.pairs) };
  }

  private rules(pairs: readonly Pair[]): RuleSettings {
    const known = new Map(RULES.map((rule) => [rule.meta.id, rule]));
    const settings: Record<string, RuleSetting> = {};
    for (const pair of pairs) {
      const id = keyText(pair) ?? '';
      const rule = known.get(id);
      if (!rule) this.unknown(pair.key, id, [...known.keys()], 'config.unknown-rule');
      else if (Object.hasOwn(settings, id))
        this.tell('duplicate-key', pair.key, { key: 'config.twice', args: { name: id } });
      else settings[id] = this.rule(rule, pair);
    }
    return settings;
  }

  /** `off`, a severity, or both that and the rule's own numbers. */
  private rule(rule: Rule, pair: Pair): RuleSetting {
    const value = pair.value && this.document.target(pair.value);
    if (value?.kind !== 'map') return this.severity(value, pair.key);
    let setting: RuleSetting = {};
    const options = Object.keys(rule.meta.options);
    for (const own of value.pairs) {
      const name = keyText(own) ?? '';
      const inner = own.value && this.document.target(own.value);
      if (name === 'severity') setting = { ...setting, ...this.severity(inner, own.key) };
      else if (!options.includes(name))
        this.unknown(own.key, name, ['severity', ...options], 'config.unknown-option');
      else if (inner?.kind !== 'scalar' || typeof inner.value !== 'number' || !(inner.value > 0))
        this.tell('wrong-type', this.spot(inner, own.key), { key: 'config.number', args: { name } });
      else setting = { ...setting, options: { ...setting.options, [name]: inner.value } };
    }
    return setting;
  }

  private severity(node: Node | undefined, key: Node): RuleSetting {
    // YAML 1.1 readers take a bare `off` for false; whoever wrote false here means the same.
    const value = node?.kind === 'scalar' ? (node.value === false ? 'off' : node.value) : undefined;
    if (typeof value === 'string' && isOneOf(SETTINGS, value)) return { severity: value };
    this.choice(node, key, SETTINGS, 'severity', '$severity');
    return {};
  }

  private language(node: Node | undefined, key: Node): Partial<Config> {
    if (node?.kind === 'scalar' && isLanguage(node.value)) return { language: node.value };
    this.choice(node, key, ['nl', 'en', 'de'], 'language', 'language');
    return {};
  }

  private ignore(items: readonly (Node | undefined)[] | undefined, key: Node): Partial<Config> {
    if (!items) {
      this.tell('wrong-type', key, { key: 'config.ignore-list' });
      return {};
    }
    const globs: string[] = [];
    for (const item of items) {
      const node = item && this.document.target(item);
      if (node?.kind === 'scalar' && typeof node.value === 'string') globs.push(node.value);
      else this.tell('wrong-type', this.spot(node, key), { key: 'config.ignore-text' });
    }
    return { ignore: globs };
  }

  private propose(pairs: readonly Pair[]): Config['propose'] {
    let proposed: Config['propose'] = {};
    for (const pair of pairs) {
      const name = keyText(pair) ?? '';
      const node = pair.value && this.document.target(pair.value);
      const value = node?.kind === 'scalar' ? node.value : undefined;
      if (name === 'jurisdiction') {
        if (value === 'nl' || value === 'de') proposed = { ...proposed, jurisdiction: value };
        else this.choice(node, pair.key, ['nl', 'de'], 'jurisdiction', 'newCase.jurisdiction');
      } else if (name !== 'office')
        this.unknown(pair.key, name, ['jurisdiction', 'office'], 'config.unknown-key');
      else if (typeof value === 'string') proposed = { ...proposed, office: value };
      else this.tell('wrong-type', this.spot(node, pair.key), { key: 'config.office' });
    }
    return proposed;
  }

  private unknown(key: Node, name: string, names: readonly string[], words: string): void {
    const [meant] = nearest(name, names);
    const message = meant ? { key: 'config.meant', args: { name, meant } } : { key: words, args: { name } };
    this.tell('unknown-key', this.firstLine(key), message, meant);
  }

  /** @param field whose words the values are also known by: who wrote `uit` means `off` */
  private choice(
    node: Node | undefined,
    key: Node,
    values: readonly string[],
    words: string,
    field: string,
  ): void {
    const name = node?.kind === 'scalar' ? String(node.value ?? '') : '';
    const meant = values.find((value) => isCalled(name, field, value)) ?? nearest(name, values)[0];
    const message = { key: `config.${words}`, args: { values: { list: [...values], type: 'or' as const } } };
    this.tell('unknown-value', this.spot(node, key), message, meant);
  }

  private tell(rule: ConfigProblem['rule'], at: Span, message: Message, meant?: string): void {
    this.problems.push({ rule, at, message, ...(meant === undefined ? {} : { meant }) });
  }

  private spot(node: Node | undefined, key: Node): Span {
    return node && !node.unit.text.slice(node.start, node.end).includes('\n') ? node : key;
  }

  private firstLine(node: Node): Span {
    const { unit, start, end } = node;
    const line = unit.text.indexOf('\n', start);
    return line === -1 || line >= end ? node : { unit, start, end: line };
  }
}

function isCalled(name: string, field: string, value: string): boolean {
  const word = name.trim().toLowerCase();
  return [nl, en, de].some((words) => words[field]?.values?.[value]?.title.toLowerCase() === word);
}

function isOneOf<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value);
}
