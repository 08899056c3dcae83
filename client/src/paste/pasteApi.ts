import type {
  CancellationToken,
  DataTransfer,
  Disposable,
  DocumentSelector,
  Range,
  TextDocument,
  WorkspaceEdit,
} from 'vscode';
import * as vscode from 'vscode';

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
  DocumentPasteEdit: new (insertText: string, title: string, kind: EditKind) => PasteEdit;
  DocumentDropOrPasteEditKind: { Empty: EditKind; Text: EditKind };
  languages: {
    registerDocumentPasteEditProvider(
      selector: DocumentSelector,
      provider: PasteProvider,
      metadata: { providedPasteEditKinds: readonly EditKind[]; pasteMimeTypes: readonly string[] },
    ): Disposable;
  };
}

/** Undefined before 1.97, where calling it throws. */
export function pasteApi(version = vscode.version): PasteApi | undefined {
  if (!isAtLeast(version, 1, 97)) return undefined;
  const newer = vscode as unknown as Newer;
  const textKind = newer.DocumentDropOrPasteEditKind.Empty.append('vangnet', 'text');
  const fileKind = newer.DocumentDropOrPasteEditKind.Empty.append('vangnet', 'file');
  return {
    textKind,
    fileKind,
    newPasteEdit: (title, kind, change) => {
      const edit = new newer.DocumentPasteEdit('', title, kind);
      edit.additionalEdit = change;
      return edit;
    },
    register: (selector, provider, pasteMimeTypes) =>
      newer.languages.registerDocumentPasteEditProvider(selector, provider, {
        providedPasteEditKinds: [textKind, fileKind],
        pasteMimeTypes,
      }),
  };
}

export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
