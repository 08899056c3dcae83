/** The web addresses that a part of a Word file leads to, each kept once. */

import { escapeHtml } from '../features/papers/escape.js';

export class Links {
  private readonly ids = new Map<string, string>();

  /** What the part calls the address. */
  idOf(href: string): string {
    const id = this.ids.get(href) ?? `rIdLink${this.ids.size + 1}`;
    this.ids.set(href, id);
    return id;
  }

  *relationships(): Generator<string> {
    for (const [href, id] of this.ids)
      yield `<Relationship Id="${id}" Type="${TYPE}" Target="${escapeHtml(href)}" TargetMode="External"/>`;
  }
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
