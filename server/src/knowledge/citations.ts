/** Which sources a case names, and whether its arguments rest on one of them. */

import { isClear } from '../core/case/access.js';
import { looksLikeEcli } from '../core/ecli.js';
import type { CaseModel } from '../core/model.js';
import { nearest } from '../core/nearest.js';
import { isOnlyBlank } from '../core/words/placeholders.js';
import { isOutsideCatalogue, sourceById, type Trilean } from './sources.js';

export type SourceForm = 'catalogue' | 'ecli' | 'address' | 'unknown';

/** A web address as the format takes it: https, and something behind it. */
const ADDRESS = /^https:\/\/[^\s/?#]\S*$/i;

/** What a text that stands where a source belongs is; whether an ECLI is well written is another question. */
export function formOfSource(text: string): SourceForm {
  if (!isOutsideCatalogue(text)) return 'catalogue';
  if (looksLikeEcli(text)) return 'ecli';
  return ADDRESS.test(text) ? 'address' : 'unknown';
}

/**
 * Does an argument cite one of these sources, by its id, its ECLI or its own address? Unknown where a citation
 * can't be read or may be a slip that means one of them: that is told by a rule of its own.
 */
export function citesOneOf(model: Pick<CaseModel, 'arguments'>, wanted: readonly string[]): Trilean {
  const names = new Set(
    wanted.flatMap((id) => {
      const { ecli, url } = sourceById(id) ?? {};
      return [id, ecli, url];
    }),
  );
  let isOpen = false;
  for (const argument of model.arguments) {
    for (const cite of argument.data.cites ?? []) {
      if (cite === undefined || isOnlyBlank(cite)) isOpen = true;
      else if (names.has(cite)) return true;
      else if (!isOpen && formOfSource(cite) === 'unknown') isOpen = nearest(cite, wanted).length > 0;
    }
    if (!isClear(argument, 'cites')) isOpen = true;
  }
  return isOpen ? undefined : false;
}
