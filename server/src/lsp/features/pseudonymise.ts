/** A request of our own: the case with other names, for the editor to show; nothing is written here. */

import { pseudonymise as replaceNames } from '../../features/pseudonymise/pseudonymise.js';
import { isRecord, notUnderstood } from '../arguments.js';
import type { Feature } from '../feature.js';

export const pseudonymise: Feature = {
  capabilities: () => ({}),
  serve: (connection, host) => {
    connection.onRequest('vangnet/pseudonymise', (params: unknown, token) => {
      if (!isRecord(params) || typeof params.uri !== 'string') throw notUnderstood();
      return host.answer(params.uri, token, null, (analysis) => replaceNames(analysis));
    });
  },
};
