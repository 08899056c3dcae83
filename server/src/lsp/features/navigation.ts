import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { say } from '../../core/words/words.js';
import {
  definitionOf,
  idAt,
  type Occurrence,
  occurrencesOf,
  type Refusal,
  rename,
  renameable,
} from '../../features/navigation.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { Feature, Host } from '../feature.js';
import type { Lines } from '../positions.js';
import { workspaceEdit } from '../to-lsp.js';

export const navigation: Feature = {
  capabilities: (can) => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: can.prepareRename ? { prepareProvider: true } : true,
  }),
  serve: (connection, host) => {
    connection.onDefinition(({ textDocument: { uri }, position }, token) =>
      host.answerFromText<Location | LocationLink[] | null>(uri, token, null, (analysis) => {
        const from = idAt(analysis, host.lines(analysis).offsetAt(position));
        const target = from && definitionOf(analysis, from.id);
        if (!target) return null;
        if (!host.abilities().definitionLinks)
          return { uri, range: rangeOf(host.lines(analysis), target.id) };
        return [
          {
            originSelectionRange: host.abilities().positions.spot(analysis.document, from.node),
            targetUri: uri,
            targetRange: rangeOf(host.lines(analysis), target.item),
            targetSelectionRange: rangeOf(host.lines(analysis), target.id),
          },
        ];
      }),
    );
    connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
      host.answerFromText<Location[]>(uri, token, [], (analysis) =>
        placesAt(host, analysis, position)
          .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
          .map((place) => ({ uri, range: rangeOf(host.lines(analysis), place) })),
      ),
    );
    connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
      host.answerFromText<DocumentHighlight[]>(uri, token, [], (analysis) =>
        placesAt(host, analysis, position).map((place) => ({
          range: rangeOf(host.lines(analysis), place),
          kind: place.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    );
    connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
      host.answerFromText(uri, token, null, (analysis) => {
        const found = renameable(analysis, host.lines(analysis).offsetAt(position));
        if ('refusal' in found) throw refused(found.refusal, analysis, host);
        return {
          range: host.abilities().positions.spot(analysis.document, found.id.node),
          placeholder: found.id.id,
        };
      }),
    );
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
      host.answerFromText<WorkspaceEdit | null>(uri, token, null, (analysis) => {
        const renamed = rename(analysis, host.lines(analysis).offsetAt(position), newName.trim());
        if ('refusal' in renamed) throw refused(renamed.refusal, analysis, host, newName);
        const version = host.versionOf(uri) ?? null;
        return workspaceEdit(analysis, renamed.edits, { uri, version }, host.abilities());
      }),
    );
  },
};

function placesAt(host: Host, analysis: Analysis, position: Position): readonly Occurrence[] {
  const id = idAt(analysis, host.lines(analysis).offsetAt(position));
  return id ? occurrencesOf(analysis, id.id) : [];
}

function rangeOf(lines: Lines, { start, end }: Occurrence) {
  return lines.range(start, end);
}

/** The editor shows the reason in the person's language. */
function refused(refusal: Refusal, analysis: Analysis, host: Host, name = ''): ResponseError<void> {
  const message = say({ key: `navigation.${refusal}`, args: { name } }, host.languageFor(analysis));
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
