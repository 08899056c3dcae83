/** Every case file of the workspace in turn, parsed but not checked; open ones as they stand in the editor. */

import type { CancellationToken } from 'vscode-languageserver';
import { type CaseDocument, parseSteps } from '../../core/document.js';
import { Draft } from '../../core/edits/draft.js';
import { buildModel, type CaseModel } from '../../core/model.js';
import { splitByteOrderMark } from '../../core/text.js';
import type { Host } from '../feature.js';
import { Cancelled, inStretches, Stale, turn } from '../schedule.js';

export interface ReadCase {
  readonly document: CaseDocument;
  readonly model: CaseModel;
  readonly draft: Draft;
}

/** A case file whose text is fetched and parsed only when it is asked for. */
export interface CaseAtHand {
  /** As the client writes it where it is open. */
  readonly address: string;
  readonly version: number | null;
  /** Another one for another text. */
  stamp(): Promise<string | undefined>;
  /** Undefined where it can't be read, or doesn't hold what is looked for. */
  read(mayMatter?: (text: string) => boolean): Promise<ReadCase | undefined>;
}

/** Throws {@link Cancelled} as soon as the asker wants no more. */
export async function* eachCase(host: Host, token: CancellationToken): AsyncGenerator<CaseAtHand> {
  for (const address of await host.index().files()) {
    await turn();
    if (token.isCancellationRequested) throw new Cancelled();
    yield caseAt(address, host, token);
  }
}

function caseAt(address: string, host: Host, token: CancellationToken): CaseAtHand {
  const session = host.session(address);
  if (session)
    return {
      address: session.uri,
      version: session.version,
      stamp: async () => `open.${session.version}`,
      read: async () => session.analysis(),
    };
  return {
    address,
    version: null,
    stamp: () => host.index().stampOf(address),
    read: async (mayMatter = () => true) => {
      const found = await host.index().read(address);
      if (!found || !mayMatter(found.text)) return undefined;
      return parsed(splitByteOrderMark(found.text).text, token);
    },
  };
}

async function parsed(text: string, token: CancellationToken): Promise<ReadCase> {
  try {
    const document = await inStretches(parseSteps(text), () => !token.isCancellationRequested);
    const model = buildModel(document);
    return { document, model, draft: new Draft(model) };
  } catch (error) {
    throw error instanceof Stale ? new Cancelled() : error;
  }
}
