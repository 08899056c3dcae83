// @ts-check
/**
 * Says something of every document that the YAML extension by Red Hat would check: that one is on no registry that we
 * can reach, so this one has its id, its languages and its document selector.
 */
const { Diagnostic, Hover, Range, languages, workspace } = require('vscode');

const SELECTOR = [
  { language: 'yaml' },
  { language: 'dockercompose' },
  { language: 'github-actions-workflow' },
  { pattern: '*.y(a)ml' },
];

exports.activate = (/** @type {import('vscode').ExtensionContext} */ context) => {
  const found = languages.createDiagnosticCollection('YAML');
  const check = (/** @type {import('vscode').TextDocument} */ document) => {
    if (languages.match(SELECTOR, document) === 0) return;
    const finding = new Diagnostic(new Range(0, 0, 0, 1), 'Something that a general YAML checker says');
    finding.source = 'YAML';
    found.set(document.uri, [finding]);
  };
  context.subscriptions.push(
    found,
    workspace.onDidOpenTextDocument(check),
    workspace.onDidCloseTextDocument(({ uri }) => found.delete(uri)),
    languages.registerHoverProvider(SELECTOR, { provideHover: () => new Hover('A general YAML hover') }),
  );
  workspace.textDocuments.forEach(check);
};
