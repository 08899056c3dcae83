import { maySectionBeThere } from '../../core/case/access.js';
import { childrenOn, isAgedOn } from '../../core/case/ages.js';
import { evidenceFor, isLetter, linksAreClear, type Piece } from '../../core/case/evidence.js';
import { referenceDate } from '../../core/case/facts.js';
import type { CaseModel, Circumstance } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import type { Trilean } from '../../knowledge/sources.js';
import { mendings } from '../evidence/asking.js';
import { namesOf } from './names.js';

const SCHOOL_KINDS: ReadonlySet<string | undefined> = new Set(['rooted-child', 'education']);
const FIRST_SCHOOL_AGE = 5;
const LAST_SCHOOL_AGE = 17;

/** A circumstance of a child at school about which the school, who sees the child every day, says nothing. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'timeline', 'letters', 'documents', 'root'],
  needs: ['case', 'persons', 'circumstances', 'letters', 'documents'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'letters', 'documents')) return;
    const reference = referenceDate(model, today);
    const pupils = childrenOn(model, reference).filter((child) =>
      isAgedOn(child, reference, FIRST_SCHOOL_AGE, LAST_SCHOOL_AGE),
    );
    if (pupils.length === 0) return;
    for (const circumstance of model.circumstances) {
      if (!SCHOOL_KINDS.has(circumstance.data.kind)) continue;
      const concerned = new Set(circumstance.data.persons ?? []);
      const own = pupils.filter(({ data }) => data.id !== undefined && concerned.has(data.id));
      if (own.length === 0 || speaksOfSchool(circumstance, model) !== false) continue;
      yield {
        at: circumstance.place,
        message: say('no-school', namesOf(own, say)),
        about: circumstance,
        fixes: (draft) =>
          mendings(draft, circumstance, { roles: ['school'], suits: isOfSchool, onlySuitable: true, today }),
      };
    }
  },
});

function isOfSchool(piece: Piece): boolean {
  return isLetter(piece) ? piece.data.from?.role === 'school' : piece.data.kind === 'educational';
}

/** Is a letter from a school or a document about education linked? Unknown while a piece may be one. */
function speaksOfSchool(
  circumstance: Circumstance,
  model: Pick<CaseModel, 'circumstances' | 'timeline' | 'letters' | 'documents'>,
): Trilean {
  const { letters, documents } = evidenceFor(circumstance, model);
  const roles = letters.map(({ data }) => data.from?.role);
  const kinds = documents.map(({ data }) => data.kind);
  if (roles.includes('school') || kinds.includes('educational')) return true;
  const isOpen = roles.includes(undefined) || kinds.includes(undefined);
  return isOpen || !linksAreClear(circumstance, model) ? undefined : false;
}
