/** What is shown where the pointer rests in vangnet.config.yaml: the rule, the field or the value, and what is odd there. */

import { type Language, say } from '../../core/words/words.js';
import type { ConfigProblem, ReadConfig } from '../../pipeline/config.js';
import { fieldCard, valueCard } from '../hover/field.js';
import { cardOn, type Hover, hoverOf } from '../hover/hover.js';
import { code } from '../markdown.js';
import { type Place, placeInFields } from '../place.js';
import { docsOf, rulePage } from '../rule-docs.js';
import { CONFIG_FORMAT, RULES_DEF } from './config-format.js';

export function configHoverAt(
  { document, problems }: ReadConfig,
  offset: number,
  language: Language,
): Hover | undefined {
  const place = placeInFields(CONFIG_FORMAT, document, offset);
  const own = place && cardOn(document, place.node, cardOf(place, language));
  const reasons = problems.flatMap((problem) => {
    const card = cardOn(document, problem.at, reasonOf(problem, language));
    return card && card.start <= offset && offset <= card.end ? [card] : [];
  });
  return hoverOf(own, reasons, language);
}

function cardOf({ on, def, key, shape, node }: Place, language: Language): string | undefined {
  if (on === 'key') return def === RULES_DEF ? rulePage(key, language) : withDefault();
  if (node.kind !== 'scalar' || !shape) return undefined;
  // A bare `off` is `false` to some.
  const value = node.value === false ? 'off' : String(node.value ?? '');
  return valueCard(CONFIG_FORMAT, def, key, value, language) ?? withDefault();

  function withDefault(): string | undefined {
    const card = fieldCard(CONFIG_FORMAT, def, key, language);
    if (card === undefined || shape?.default === undefined) return card;
    return `${card}\n\n${say({ key: 'hover.default', args: { value: code(String(shape.default)) } }, language)}`;
  }
}

/** Why it matters and what helps: the message itself is shown by the editor. */
function reasonOf({ rule, meant }: ConfigProblem, language: Language): string {
  const help = meant !== undefined || rule === 'unknown-key' ? 'help-choose' : 'help-mend';
  return [
    `**${docsOf(rule, language)?.title ?? rule}**`,
    say({ key: 'config.passed-over' }, language),
    say({ key: `config.${help}` }, language),
  ].join('\n\n');
}
