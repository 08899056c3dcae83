/** Procedures and the remedies in them, told in sentences that a legal text can take over. */

import { nodeAt } from '../../core/case/access.js';
import { applicants, firstProcedure, isRefusal, personsOf } from '../../core/case/facts.js';
import { isPending, type Stage, stagesOf } from '../../core/case/stages.js';
import type { Procedure } from '../../core/model.js';
import { mapped, type Steps } from '../../core/steps.js';
import { capitalised } from '../../core/words/capitals.js';
import { joined, say } from '../../core/words/words.js';
import { durationHint } from '../hints/procedures.js';
import { chosen, sentence, type Teller } from './teller.js';
import type { ReadableProcedure, ReadableStage } from './types.js';

export function proceduresOf(teller: Teller): Steps<ReadableProcedure[]> {
  const first = teller.model.case?.data.jurisdiction === 'nl' ? firstProcedure(teller.model) : undefined;
  return mapped(teller.model.procedures, (procedure) => {
    const [own, ...remedies] = stagesOf([procedure]);
    return readableProcedure(procedure, own as Stage, remedies, procedure === first, teller);
  });
}

function readableProcedure(
  procedure: Procedure,
  own: Stage,
  remedies: readonly Stage[],
  isFirst: boolean,
  teller: Teller,
): ReadableProcedure {
  const { data } = procedure;
  return {
    ...readableStage(own, teller),
    isFirst,
    authority: data.authority && data.authority !== 'other' ? authorityOf(procedure, teller) : undefined,
    reference: teller.line(data.reference),
    reasonText: reasonOf(procedure, teller),
    newFacts: teller.refs(data.newFacts),
    remedies: remedies.map((stage) => readableStage(stage, teller)),
  };
}

function readableStage(stage: Stage, teller: Teller): ReadableStage {
  const { procedure, path, def } = stage;
  const data = fieldsOf(stage);
  const duration = durationHint(stage, teller.reference, teller.model);
  const ruling = teller.line(data.ruling);
  return {
    ...teller.id(data),
    at: teller.place(nodeAt(procedure, ...path) ?? stage.place),
    kind: teller.choice(`${def}.kind`, data.kind) ?? '',
    lodged: teller.when(data.lodged),
    decided: teller.when(data.decided),
    outcome: outcomeOf(stage, teller),
    isPending: isPending(stage),
    isRefusal: isRefusal(data.outcome),
    isGranted: data.outcome === 'granted',
    lodgedText: lodgedText(stage, teller),
    decidedText: decidedText(stage, teller),
    duration: duration && say(duration.label, teller.language),
    ecli: ruling,
  };
}

interface StageFields {
  readonly id?: string | undefined;
  readonly kind?: string | undefined;
  readonly lodged?: string | number | undefined;
  readonly decided?: string | number | undefined;
  readonly outcome?: string | undefined;
  readonly ruling?: string | undefined;
}

function fieldsOf({ data }: Stage): StageFields {
  return data as StageFields;
}

function outcomeOf(stage: Stage, teller: Teller): string {
  const { outcome } = fieldsOf(stage);
  const own = outcome ?? (isPending(stage) ? 'pending' : undefined);
  return teller.choice(`${stage.def}.outcome`, own) ?? '';
}

/** Whose procedure it is matters where more people ask: 'voor Afia en Moeder van Afia'. */
function whose({ procedure }: Stage, teller: Teller): string {
  const asking = applicants(teller.model).length;
  // By default it is everybody's.
  if (asking <= 1 || procedure.data.persons === undefined) return '';
  const names = teller.names(personsOf(procedure, teller.model));
  return names.length > 0 && names.length < asking ? joined(names, 'and', teller.language) : '';
}

function lodgedText(stage: Stage, teller: Teller): string {
  const { kind, lodged } = fieldsOf(stage);
  const when =
    teller.when(lodged)?.inSentence ?? teller.word('undated', { field: teller.blank(stage.def, 'lodged') });
  const persons = stage.def === 'procedure' ? whose(stage, teller) : '';
  return capitalised(
    teller.word(stage.def === 'procedure' ? 'lodged' : 'lodged-remedy', {
      when,
      kind: chosen(kind ?? 'other'),
      ...(stage.def === 'procedure' ? { persons, for: persons === '' ? 'nobody' : 'somebody' } : {}),
    }),
  );
}

function decidedText(stage: Stage, teller: Teller): string {
  const { kind, decided, outcome } = fieldsOf(stage);
  if (isPending(stage)) return teller.word('pending');
  if (outcome === undefined && decided === undefined) return '';
  const when = teller.when(decided)?.inSentence ?? teller.word('later');
  const args = { when, outcome: outcome === 'pending' || outcome === undefined ? 'unknown' : outcome };
  return capitalised(
    stage.def === 'procedure'
      ? teller.word('decided', { ...args, authority: authorityOf(stage.procedure, teller) })
      : teller.word('decided-remedy', { ...args, kind: chosen(kind ?? 'objection') }),
  );
}

/** With its article: 'de staatssecretaris'. */
function authorityOf({ data }: Procedure, teller: Teller): string {
  return say({ key: `facts.authority-${data.authority ?? 'other'}` }, teller.language);
}

function reasonOf(procedure: Procedure, teller: Teller): string | undefined {
  const { authorityError } = procedure.data;
  const reason = teller.text(procedure.data.reason);
  if (authorityError === true) {
    const error = teller.word('authority-error', { authority: authorityOf(procedure, teller) });
    return [capitalised(error), ...(reason ? [sentence(reason)] : [])].join(' ');
  }
  return reason && teller.word('reason', { text: sentence(reason) });
}
