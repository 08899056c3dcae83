/** The rules that a comment may silence, first those that speak there. */

import { REASON_TO_COME } from '../../core/edits/silence.js';
import { findSuppressions, NOT_TO_BE_SILENCED } from '../../core/suppressions.js';
import { say } from '../../core/words/words.js';
import { RULES } from '../../generated/rules.js';
import { docsOf } from '../rule-docs.js';
import { type AskedOfCase, type Offer, offerAt } from './offer.js';
import type { RuleSite } from './site.js';

export function ruleOffers(site: RuleSite, asked: AskedOfCase): readonly Offer[] {
  const { language, model } = asked;
  const speaking = speakingAt(site, asked);
  const jurisdiction = model.case?.data.jurisdiction;
  const rules = RULES.map(({ meta }) => meta).filter(
    (meta) =>
      !NOT_TO_BE_SILENCED.has(meta.id) &&
      (!meta.jurisdiction || !jurisdiction || meta.jurisdiction === jurisdiction),
  );
  rules.sort((a, b) => Number(speaking.has(b.id)) - Number(speaking.has(a.id)));
  return rules.map(({ id }) => {
    const title = docsOf(id, language)?.title ?? '';
    const note = speaking.has(id) ? say({ key: 'completion.speaks-here', args: { title } }, language) : title;
    const about = { of: 'rule' as const, id };
    return offerAt(
      site.spot,
      { kind: 'rule', label: id, note, about, ...withReason(id, site, asked) },
      title,
    );
  });
}

/** The rule, and the reason that has to follow it. */
function withReason(id: string, { hasColon }: RuleSite, { analysis }: AskedOfCase) {
  if (hasColon) return { text: id, stops: [] };
  const reason = REASON_TO_COME[analysis.draft.language];
  const start = id.length + 2;
  const text = `${id}: ${reason}`;
  return { text, stops: [{ start, end: text.length }], withoutStops: `${id}: ` };
}

function speakingAt({ comment }: RuleSite, { analysis }: AskedOfCase): ReadonlySet<string> {
  const { document, findings } = analysis;
  const own = findSuppressions(document).find((one) => document.startOf(one.comment) === comment);
  if (!own) return new Set();
  return new Set(
    findings.filter(({ start }) => start >= own.start && start < own.end).map(({ rule }) => rule),
  );
}

export function directiveOffers({ spot, isForFile }: RuleSite, { language }: AskedOfCase): readonly Offer[] {
  const names = isForFile ? ['vangnet-ignore', 'vangnet-ignore-file'] : ['vangnet-ignore'];
  return names.map((name) => {
    const note = say({ key: `completion.${name}` }, language);
    const about = { of: 'directive' as const, id: name };
    return offerAt(spot, { kind: 'rule', label: name, note, about, text: `${name} `, asksOn: true });
  });
}
