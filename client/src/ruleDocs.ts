import { Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import type { Session } from './session.js';

/**
 * The address of a page of the documentation, of our own so that it opens without a network:
 * `vangnet-docs:/nl/remedy-late.md`, `vangnet-docs:/nl/field/person.birthDate.md`.
 */
export const DOCS_SCHEME = 'vangnet-docs';

/** Serves those pages: the server writes them, in the language of the address. */
export function provideRuleDocs(session: Session): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(DOCS_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri: Uri) {
        const [, language, page] = /^\/(\w\w)\/([\w./-]+)\.md$/.exec(uri.path) ?? [];
        if (!page) return undefined;
        const client = await session.ready();
        return (
          (await client?.sendRequest<string | null>('vangnet/helpPage', { page, language })) ?? undefined
        );
      },
    }),
    // What was asked for while the server was still starting is there now.
    session.onDidChangeState((state) => {
      if (state !== 'running') return;
      for (const { uri } of workspace.textDocuments) if (uri.scheme === DOCS_SCHEME) changed.fire(uri);
    }),
  );
}
