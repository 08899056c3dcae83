import type {
  CancellationToken,
  DataTransfer,
  Disposable,
  DocumentSelector,
  Range,
  TextDocument,
  WorkspaceEdit,
} from 'vscode';

/**
 * What VS Code has since 1.97 for edits of a paste or a drop, as far as it is used here: `@types/vscode` stays at the
 * oldest version that we run in.
 */
export interface EditKind {
  append(...parts: string[]): EditKind;
}

export interface PasteEdit {
  additionalEdit?: WorkspaceEdit;
}

export interface PasteProvider {
  provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    dataTransfer: DataTransfer,
    context: unknown,
    token: CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}

export interface PasteApi {
  readonly textKind: EditKind;
  readonly fileKind: EditKind;
  newPasteEdit(title: string, kind: EditKind, change: WorkspaceEdit): PasteEdit;
  register(selector: DocumentSelector, provider: PasteProvider, mimeTypes: readonly string[]): Disposable;
}

interface Newer {
  readonly DocumentPasteEdit?: new (insertText: string, title: string, kind: EditKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind?: { readonly Empty?: EditKind };
  readonly languages?: {
    registerDocumentPasteEditProvider?(
      selector: DocumentSelector,
      provider: PasteProvider,
      metadata: { providedPasteEditKinds: readonly EditKind[]; pasteMimeTypes: readonly string[] },
    ): Disposable;
  };
}

/**
 * Undefined before 1.97, where calling it throws, and where it is missing or made otherwise, as in editors built from
 * VS Code that have a version of their own: there the command cleans the paste.
 * @param vscode the module `vscode` as it is at run time
 */
export function pasteApiOf(vscode: unknown, version: string): PasteApi | undefined {
  if (!isAtLeast(version, 1, 97)) return undefined;
  const { languages, DocumentPasteEdit, DocumentDropOrPasteEditKind } = vscode as Newer;
  const empty = DocumentDropOrPasteEditKind?.Empty;
  if (typeof languages?.registerDocumentPasteEditProvider !== 'function') return undefined;
  if (typeof DocumentPasteEdit !== 'function' || typeof empty?.append !== 'function') return undefined;
  const textKind = empty.append('vangnet', 'text');
  const fileKind = empty.append('vangnet', 'file');
  return {
    textKind,
    fileKind,
    newPasteEdit: (title, kind, change) => {
      const edit = new DocumentPasteEdit('', title, kind);
      edit.additionalEdit = change;
      return edit;
    },
    register: (selector, provider, pasteMimeTypes) => {
      try {
        const metadata = { providedPasteEditKinds: [textKind, fileKind], pasteMimeTypes };
        return languages.registerDocumentPasteEditProvider?.(selector, provider, metadata) ?? NOTHING;
      } catch {
        // Not for every extension in this editor: pasting goes on as everywhere, and all else of ours works.
        return NOTHING;
      }
    },
  };
}

const NOTHING: Disposable = { dispose: () => undefined };

export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
