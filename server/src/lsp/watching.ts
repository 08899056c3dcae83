/** Asks the client to tell when files come, go or change: what a case names, case files, configurations. */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../pipeline/config.js';

const CASE_NAME = /\.(?:case|zaak)\.ya?ml$/i;

/** By its name; a copy that git keeps is none. */
export function isCaseName(address: string): boolean {
  return CASE_NAME.test(address.split(/[?#]/)[0] ?? '') && !address.startsWith('git:');
}

/** Of what a case names only matters whether it is there; of the others what is in them too. */
const WATCHERS = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  {
    globPattern: `**/{${CONFIG_NAME},*.case.yaml,*.case.yml,*.zaak.yaml,*.zaak.yml}`,
    kind: WatchKind.Change,
  },
];

/** Does the client tell? One that refuses after all is as one that can't. */
export async function watchFiles(connection: Connection): Promise<boolean> {
  try {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
    return true;
  } catch {
    return false;
  }
}

/** Can it be that there are other files than before? */
export function isComingOrGoing({ type }: FileEvent): boolean {
  return type !== FileChangeType.Changed;
}
