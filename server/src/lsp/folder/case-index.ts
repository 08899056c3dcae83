/** Which case files the workspace has. Whoever reads one that is open reads the editor's text instead. */

import { keyOf } from '../../core/addresses.js';
import type { CaseFolder, StampedText } from './case-folder.js';

export class CaseIndex {
  private list: Promise<readonly string[]> | undefined;

  constructor(
    private readonly folder: CaseFolder,
    /** The folders of the workspace; undefined while it isn't trusted. */
    private readonly folders: () => readonly string[] | undefined,
    /** Does the client tell of files that come and go? Else the folders are looked through each time. */
    private readonly isTold: () => boolean,
  ) {}

  /** Addresses, each file once, also where one folder of the workspace lies in another. */
  async files(): Promise<readonly string[]> {
    if (!this.list || !this.isTold()) this.list = this.find();
    return this.list;
  }

  /** Files have come or gone, or other folders may be looked into. */
  forget(): void {
    this.list = undefined;
  }

  async stampOf(address: string): Promise<string | undefined> {
    const folders = this.folders();
    return folders && this.folder.stampOf(address, folders);
  }

  async read(address: string): Promise<StampedText | undefined> {
    const folders = this.folders();
    return folders && this.folder.read(address, folders);
  }

  private async find(): Promise<readonly string[]> {
    const folders = this.folders();
    if (!folders || folders.length === 0) return [];
    const found = await this.folder.find(folders);
    return [...new Map(found.map((address) => [keyOf(address), address])).values()];
  }
}
