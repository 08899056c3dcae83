import type { DocumentLink } from 'vscode-languageserver';
import { documentLinksOf } from '../../features/document-links.js';
import { docsOf } from '../../features/rule-docs.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { addressBeside } from '../beside.js';
import type { Feature } from '../feature.js';

export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  serve: (connection, host) => {
    connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
      host.answerFromText<DocumentLink[]>(uri, token, [], (analysis) => {
        const language = host.languageFor(analysis);
        const { docsAddress, reading } = host.abilities();
        return documentLinksOf(analysis).flatMap(({ start, end, address, file, source, rule }) => {
          const page = rule === undefined ? address : docsAddress?.(rule, language);
          const target = file === undefined ? page : addressBeside(uri, file);
          if (target === undefined) return [];
          const name =
            source === undefined ? docsOf(rule ?? '', language)?.title : sourceWords(source, language)?.name;
          const tooltip = reading.linkTooltips ? name : undefined;
          const range = host.lines(analysis).range(start, end);
          return [{ range, target, ...(tooltip === undefined ? {} : { tooltip }) }];
        });
      }),
    );
  },
};
