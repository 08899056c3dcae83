/** How case files that are not open are found and read: on the disk by Node, else by asking the client. */

import type { Connection } from 'vscode-languageserver';
import { isRecord } from '../arguments.js';

/** A text, and a mark that is another as soon as the file is written again. */
export interface StampedText {
  readonly text: string;
  readonly stamp: string;
}

/** Folders and files by their addresses; files outside the folders don't exist. */
export interface CaseFolder {
  find(folders: readonly string[]): Promise<readonly string[]>;
  stampOf(address: string, folders: readonly string[]): Promise<string | undefined>;
  read(address: string, folders: readonly string[]): Promise<StampedText | undefined>;
}

/** Folders on this disk by the disk, where there is one; the others by the client, where it offers that. */
export class CaseFolders implements CaseFolder {
  constructor(
    private readonly disk: CaseFolder | undefined,
    private readonly client: () => CaseFolder | undefined,
  ) {}

  async find(folders: readonly string[]): Promise<readonly string[]> {
    const ours = folders.filter((folder) => this.isOnDisk(folder));
    const others = folders.filter((folder) => !this.isOnDisk(folder));
    const found = await Promise.all([
      ours.length > 0 ? this.disk?.find(ours) : [],
      others.length > 0 ? this.client()?.find(others) : [],
    ]);
    return found.flatMap((files) => files ?? []);
  }

  async stampOf(address: string, folders: readonly string[]): Promise<string | undefined> {
    return this.for(address)?.stampOf(address, folders);
  }

  async read(address: string, folders: readonly string[]): Promise<StampedText | undefined> {
    return this.for(address)?.read(address, folders);
  }

  private for(address: string): CaseFolder | undefined {
    return this.isOnDisk(address) ? this.disk : this.client();
  }

  private isOnDisk(address: string): boolean {
    return this.disk !== undefined && /^file:/i.test(address);
  }
}

/** Asks a client that said `readsFiles` when it connected; it looks in the folders of the workspace only. */
export function folderOfClient(connection: Connection): CaseFolder {
  return {
    find: (folders) => filesOfClient(connection, 'vangnet/findCaseFiles', folders),
    stampOf: async (uri) => {
      const stamp = await ask(connection, 'vangnet/fileStamp', { uri });
      return typeof stamp === 'string' ? stamp : undefined;
    },
    read: async (uri) => {
      const found = await ask(connection, 'vangnet/readCaseFile', { uri });
      return isRecord(found) && typeof found.text === 'string' && typeof found.stamp === 'string'
        ? { text: found.text, stamp: found.stamp }
        : undefined;
    },
  };
}

/** The addresses of the files of one kind in these folders. */
export async function filesOfClient(
  connection: Connection,
  method: 'vangnet/findCaseFiles' | 'vangnet/findConfigFiles',
  folders: readonly string[],
): Promise<readonly string[]> {
  const found = await ask(connection, method, { folders });
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
}

/** A client that can't after all has no files for us. */
async function ask(connection: Connection, method: string, params: object): Promise<unknown> {
  try {
    return await connection.sendRequest(method, params);
  } catch {
    return undefined;
  }
}
