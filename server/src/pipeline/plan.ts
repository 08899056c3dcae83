/** The rules as a configuration wants them, made ready once for all files that have it. */

import type { SeveritySetting } from '../core/findings.js';
import type { Slice } from '../core/model.js';
import type { Rule, Say } from '../core/rule.js';
import { RULES } from '../generated/rules.js';

export interface Settings {
  /** Severities and options by rule id, from the configuration. */
  readonly rules: Readonly<
    Record<
      string,
      { readonly severity?: SeveritySetting; readonly options?: Readonly<Record<string, number>> }
    >
  >;
}

export interface Planned {
  readonly rule: Rule;
  readonly isOff: boolean;
  readonly options: Readonly<Record<string, number>>;
  /** Sections without which it can't know. */
  readonly needs: readonly Slice[];
  readonly say: Say;
}

/** In the order of {@link RULES}. */
export function planFor(settings: Settings): readonly Planned[] {
  let plan = plans.get(settings);
  if (!plan) {
    plan = RULES.map((rule) => planned(rule, settings));
    plans.set(settings, plan);
  }
  return plan;
}

const plans = new WeakMap<Settings, readonly Planned[]>();

function planned(rule: Rule, settings: Settings): Planned {
  const { id, options, off } = rule.meta;
  const configured = settings.rules[id];
  return {
    rule,
    isOff: configured?.severity === 'off' || (Boolean(off) && configured?.severity === undefined),
    options: configured?.options ? { ...options, ...configured.options } : options,
    needs: rule.needs ?? rule.reads,
    say: (name, args) => (args ? { key: `${id}.${name}`, args } : { key: `${id}.${name}` }),
  };
}
