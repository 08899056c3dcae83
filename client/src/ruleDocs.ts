import { type Disposable, type Uri, workspace } from 'vscode';
import type { Session } from './session.js';

/** The address of a check's page, of our own so that it opens without a network: `vangnet-docs:/nl/remedy-late.md`. */
export const DOCS_SCHEME = 'vangnet-docs';

/** Serves those pages: the server writes them, in the language of the address. */
export function provideRuleDocs(session: Session): Disposable {
  return workspace.registerTextDocumentContentProvider(DOCS_SCHEME, {
    async provideTextDocumentContent(uri: Uri) {
      const [, language, rule] = /^\/(\w\w)\/([a-z-]+)\.md$/.exec(uri.path) ?? [];
      if (!rule) return undefined;
      const page = await session.client?.sendRequest<string | null>('vangnet/ruleDocs', { rule, language });
      return page ?? undefined;
    },
  });
}
