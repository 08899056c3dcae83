/** Requests of our own: a page of the documentation, and which page explains what is under the cursor. */

import { isLanguage } from '../../core/words/words.js';
import { pageAt, settingPageAt } from '../../features/help/page-at.js';
import { helpPage } from '../../features/help/pages.js';
import { isPosition, isRecord, notUnderstood } from '../arguments.js';
import type { Feature } from '../feature.js';

export const help: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/helpPage', (params: unknown) => {
      if (!isRecord(params) || typeof params.page !== 'string') throw notUnderstood();
      const { page, language } = params;
      return helpPage(page, isLanguage(language) ? language : host.language()) ?? null;
    });
    connection.onRequest('vangnet/helpPageAt', (params: unknown, token) => {
      if (!isRecord(params) || typeof params.uri !== 'string' || !isPosition(params.position))
        throw notUnderstood();
      const { uri, position } = params;
      return host.answer<{ page: string; language: string } | null>(
        uri,
        token,
        null,
        (analysis) => ({
          page: pageAt(analysis, host.lines(analysis).offsetAt(position)),
          language: host.languageFor(analysis),
        }),
        (config) => ({
          page: settingPageAt(config, host.lines(config).offsetAt(position)),
          language: host.languageFor(config),
        }),
      );
    });
  },
};
