/** Requests of our own: the page of a check, and a sign of life. */

import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { isLanguage } from '../../core/words/words.js';
import { ruleDocs as pageOf } from '../../features/rule-docs.js';
import { isRecord } from '../arguments.js';
import type { Feature } from '../feature.js';

export const ruleDocs: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/ping', () => null);
    connection.onRequest('vangnet/ruleDocs', (params: unknown): string | null => {
      const { rule, language } = isRecord(params) ? params : {};
      if (typeof rule !== 'string')
        throw new ResponseError(ErrorCodes.InvalidParams, 'rule: a rule id is expected');
      return pageOf(rule, isLanguage(language) ? language : host.language()) ?? null;
    });
  },
};
