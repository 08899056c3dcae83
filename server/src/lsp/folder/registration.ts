/**
 * Announces the diagnostics: for the whole workspace only while all of it is checked, where the client lets that be
 * announced anew. (VS Code keeps the findings of a closed file in its list for as long as it is announced.)
 */

import {
  type Connection,
  type DiagnosticRegistrationOptions,
  DocumentDiagnosticRequest,
  type DocumentSelector,
  RegistrationRequest,
  UnregistrationRequest,
} from 'vscode-languageserver';
import { type Abilities, SOURCE } from '../to-lsp.js';
import type { Scope } from './sweep.js';

const METHOD = DocumentDiagnosticRequest.method;
const OURS: DocumentSelector = [{ language: 'vangnet-case' }, { language: 'vangnet-config' }];

export class DiagnosticsRegistration {
  private count = 0;
  private announced: Scope = 'open';
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly connection: Connection) {}

  /** What is announced at the start. */
  begin(can: Abilities, scope: Scope): DiagnosticRegistrationOptions {
    this.announced = can.dynamicDiagnostics ? scope : 'all';
    return { documentSelector: null, ...this.options() };
  }

  follow(scope: Scope, can: Abilities): void {
    if (!can.dynamicDiagnostics || scope === this.announced) return;
    this.announced = scope;
    const before = this.id;
    this.count++;
    const { id, ...options } = this.options();
    const registerOptions = { ...options, documentSelector: OURS };
    this.last = this.last.then(async () => {
      await this.connection.sendRequest(UnregistrationRequest.type, {
        unregisterations: [{ id: before, method: METHOD }],
      });
      await this.connection.sendRequest(RegistrationRequest.type, {
        registrations: [{ id, method: METHOD, registerOptions }],
      });
    });
    // A client that refuses after all goes on as it began.
    this.last = this.last.catch(() => undefined);
  }

  private get id(): string {
    return `${SOURCE}.diagnostics.${this.count}`;
  }

  private options() {
    return {
      id: this.id,
      identifier: SOURCE,
      interFileDependencies: false,
      workspaceDiagnostics: this.announced === 'all',
    };
  }
}
