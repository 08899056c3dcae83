import { createInterface } from 'node:readline';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { activateVangnet } from './activate.js';
import { CLIENT_ID, CLIENT_NAME } from './client.js';
import { redactStderr } from './redact.js';
import type { Session } from './session.js';
import { provideTasks } from './tasks.js';

let session: Session | undefined;

export function activate(context: ExtensionContext): Session {
  const module = context.asAbsolutePath('server/dist/server.cjs');
  session = activateVangnet(context, (options) => ({
    client: new LanguageClient(
      CLIENT_ID,
      CLIENT_NAME,
      { module, transport: TransportKind.ipc },
      { ...options, stdioOptions: quietStdio() },
    ),
    // The library itself ends a process that outlives its connection.
    kill: () => undefined,
  }));
  context.subscriptions.push(provideTasks(context.asAbsolutePath('server/dist/cli.cjs')));
  return session;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

/** What a dying process prints may quote the case: the log gets stack frames and names of errors, nothing else. */
function quietStdio(): NonNullable<LanguageClientOptions['stdioOptions']> {
  return {
    stdout: (input) => input.resume(),
    stderr: (input, log) => {
      createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, historySize: 0 }).on('line', (line) => {
        const safe = redactStderr(line);
        if (safe !== undefined) log.error(safe);
      });
    },
  };
}
