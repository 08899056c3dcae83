/**
 * The configurations of folders that only the client can read. They are read ahead, since a case is checked without
 * waiting for anything.
 */

import type { Connection } from 'vscode-languageserver';
import { isWithin, keyOf } from '../../core/addresses.js';
import { CONFIG_NAME } from '../../pipeline/config.js';
import type { LookForConfig } from '../configs.js';
import { type CaseFolder, filesOfClient } from './case-folder.js';

interface Read {
  readonly uri: string;
  /** The key of its folder. */
  readonly folder: string;
  readonly text: string;
}

export class ConfigsOfClient {
  private known: readonly Read[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly folder: CaseFolder,
  ) {}

  /** Reads them anew; do they say something else than before? */
  async read(folders: readonly string[]): Promise<boolean> {
    const found =
      folders.length > 0 ? await filesOfClient(this.connection, 'vangnet/findConfigFiles', folders) : [];
    const read = await Promise.all(
      found.map(async (uri) => {
        const text = (await this.folder.read(uri, folders))?.text;
        return text === undefined ? [] : [{ uri, folder: keyOf(uri).slice(0, -CONFIG_NAME.length), text }];
      }),
    );
    const before = JSON.stringify(this.known);
    this.known = read.flat();
    return JSON.stringify(this.known) !== before;
  }

  /** The nearest one upwards, of what was read. */
  readonly look: LookForConfig = (caseFile) => {
    const key = keyOf(caseFile);
    const above = this.known.filter(({ folder }) => isWithin(key, folder));
    return above.sort((a, b) => b.folder.length - a.folder.length)[0];
  };
}
