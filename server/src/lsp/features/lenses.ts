import {
  type CodeLens,
  CodeLensRefreshRequest,
  type Command,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { say } from '../../core/words/words.js';
import { fixOf, type Lens, lensesOf } from '../../features/lenses/lenses.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { isRecord, notUnderstood } from '../arguments.js';
import type { Feature, Host } from '../feature.js';
import { applyFixCommand } from './commands.js';

export const lenses: Feature = {
  capabilities: ({ reading }) => ({ codeLensProvider: { resolveProvider: reading.applyEdits } }),
  serve: (connection, host) => {
    connection.onCodeLens(({ textDocument: { uri } }, token) =>
      host.answer<CodeLens[]>(uri, token, [], (analysis) =>
        lensesOf(analysis).map((lens) => {
          const range = host.lines(analysis).range(lens.start, lens.end);
          // What would be inserted is worked out only for lenses that are in sight.
          return lens.offer && host.abilities().reading.applyEdits
            ? { range, data: { uri, ...lens.offer } }
            : { range, command: nothingToRun(titleOf(lens, analysis, host)) };
        }),
      ),
    );
    connection.onCodeLensResolve((lens, token) => {
      const { data } = lens;
      if (!isRecord(data) || typeof data.uri !== 'string') throw notUnderstood();
      const { uri, rule, item } = data;
      return host.answer<CodeLens>(uri, token, lens, (analysis) => {
        const found = lensesOf(analysis).find(({ offer }) => offer?.rule === rule && offer?.item === item);
        if (!found) throw new ResponseError(LSPErrorCodes.ContentModified, 'modified');
        return { ...lens, command: commandOf(found, analysis, host, uri) };
      });
    });
  },
  refresh: (connection, { reading }) => {
    if (reading.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  },
};

function commandOf(lens: Lens, analysis: Analysis, host: Host, uri: string): Command {
  const title = titleOf(lens, analysis, host);
  const fix = lens.offer && fixOf(analysis, lens.offer);
  if (!lens.offer || !fix) return nothingToRun(title);
  const action = say(fix.title, host.languageFor(analysis));
  return applyFixCommand(`${title} · ${action}`, { uri, ...lens.offer, fix: fix.id });
}

function titleOf({ title }: Lens, analysis: Analysis, host: Host): string {
  return say(title, host.languageFor(analysis));
}

/** The protocol has no lens without a command; one without a name is shown as text. */
function nothingToRun(title: string): Command {
  return { title, command: '' };
}
