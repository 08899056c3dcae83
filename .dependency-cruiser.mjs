/** Arrows point down: lsp, cli → features → pipeline → rules → core; knowledge serves rules and features. See docs/architecture.md. */

const src = (...parts) => parts.map((part) => `^server/src/${part}`);
/** Tests may look at whatever they test. */
const notTests = '\\.test\\.ts$|/testing/';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: notTests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-knows-nobody',
      severity: 'error',
      from: { path: src('core/'), pathNot: notTests },
      to: { path: src('(?!core/|generated/)', 'generated/(?:rules|knowledge|snippets)\\b') },
    },
    {
      name: 'core-does-no-io',
      severity: 'error',
      from: { path: src('core/', 'rules/', 'knowledge/', 'pipeline/', 'features/'), pathNot: notTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-protocol',
      severity: 'error',
      from: { path: src('core/', 'rules/', 'knowledge/', 'pipeline/'), pathNot: notTests },
      to: { path: 'vscode' },
    },
    {
      name: 'knowledge-looks-down',
      severity: 'error',
      from: { path: src('knowledge/'), pathNot: notTests },
      to: { path: src('(?!core/|knowledge/|generated/)') },
    },
    {
      name: 'rules-look-down',
      severity: 'error',
      from: { path: src('rules/'), pathNot: notTests },
      to: { path: src('(?:pipeline|features|lsp|cli)/') },
    },
    {
      name: 'pipeline-looks-down',
      severity: 'error',
      from: { path: src('pipeline/'), pathNot: notTests },
      to: { path: src('(?:features|lsp|cli)/') },
    },
    {
      name: 'features-look-down',
      severity: 'error',
      from: { path: src('features/'), pathNot: notTests },
      to: { path: src('(?:lsp|cli)/') },
    },
    {
      name: 'lsp-and-cli-apart',
      severity: 'error',
      from: { path: src('lsp/'), pathNot: notTests },
      to: { path: src('cli/') },
    },
    {
      name: 'cli-loads-the-server-only-when-asked',
      severity: 'error',
      from: { path: src('cli/'), pathNot: notTests },
      to: { path: src('lsp/') },
    },
    {
      // The language server is handed its look at the disk by the entry for Node: a browser has none.
      name: 'only-the-node-entries-touch-the-disk',
      severity: 'error',
      from: { path: src('(?!disk/|cli/|lsp/(?:disk|start)\\.ts)'), pathNot: notTests },
      to: { path: src('disk/') },
    },
    {
      name: 'only-the-node-entry-hands-the-server-the-disk',
      severity: 'error',
      from: { path: src('(?!lsp/node\\.ts)'), pathNot: notTests },
      to: { path: src('lsp/disk\\.ts') },
    },
    {
      name: 'the-disk-looks-down',
      severity: 'error',
      from: { path: src('disk/'), pathNot: notTests },
      to: { path: src('(?!core/|disk/|pipeline/)') },
    },
    {
      // Larger than the server itself: in a bundle of their own, which is loaded when a Word file is asked for.
      name: 'writers-are-loaded-only-when-asked',
      severity: 'error',
      from: { path: src('(?!writers/)'), pathNot: notTests },
      to: { path: [...src('writers/'), 'node_modules/(?:docx|ical-generator)/'] },
    },
    {
      // What they pull in beside their libraries would be there twice.
      name: 'writers-know-papers-alone',
      severity: 'error',
      from: { path: src('writers/'), pathNot: notTests },
      to: { path: src('(?:pipeline|rules|knowledge|disk|lsp|cli|generated)/') },
    },
    {
      name: 'client-knows-the-server-by-the-protocol',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-knows-no-editor',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/|^vscode$' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$|\\./(?:server|language-server|writers|ask)\\.cjs$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
