import type { DocumentLink } from 'vscode-languageserver';
import { documentLinksOf } from '../../features/document-links.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { addressBeside } from '../beside.js';
import type { Feature } from '../feature.js';

export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  serve: (connection, host) => {
    connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
      host.answer<DocumentLink[]>(uri, token, [], (analysis) => {
        const language = host.languageFor(analysis);
        return documentLinksOf(analysis).flatMap(({ start, end, address, file, source }) => {
          const target = file === undefined ? address : addressBeside(uri, file);
          if (target === undefined) return [];
          const tooltip =
            source !== undefined && host.abilities().reading.linkTooltips
              ? sourceWords(source, language)?.name
              : undefined;
          const range = host.lines(analysis).range(start, end);
          return [{ range, target, ...(tooltip === undefined ? {} : { tooltip }) }];
        });
      }),
    );
  },
};
