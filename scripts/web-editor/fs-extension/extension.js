// @ts-check
/// <reference types="vscode" />
/**
 * The folder of the light editor as a file system of VS Code. Runs in the browser's extension host, which takes
 * CommonJS only, and speaks with the small server that it was loaded from.
 */
const vscode = require('vscode');

const { FileChangeType, FileSystemError, Position, Range } = vscode;

/**
 * @typedef {{ stopped: string, tooLarge: string, busy: string, searchStopped: string }} Words
 * @typedef {{ path: string, authority: string, isCaseSensitive: boolean, maximumFileSize: number, words: Words }} FolderInfo
 * @typedef {{ line: number, character: number }} Spot
 * @typedef {{ start: Spot, end: Spot, preview: string, previewStart: number, previewEnd: number }} Match
 */

const scheme = 'localfs';

/** @param {boolean} value */
const flag = (value) => (value ? '1' : '0');

/** Calls to the server; each failure becomes the error that VS Code knows. */
class Server {
  /** @param {string} base address that ends in a slash */
  constructor(base) {
    this.base = base;
    /** @type {Words | undefined} */
    this.words = undefined;
  }

  /**
   * @param {string} operation
   * @param {Record<string, string>} [query]
   * @param {RequestInit} [init]
   */
  async call(operation, query = {}, init = {}) {
    const address = `${this.base}${operation}?${new URLSearchParams(query)}`;
    const response = await fetch(address, init).catch((error) => {
      if (init.signal?.aborted) throw error;
      throw FileSystemError.Unavailable(this.words?.stopped);
    });
    if (response.ok) return response;
    const { code = '' } = await response.json().catch(() => ({}));
    throw this.errorFor(code, query.path ?? '');
  }

  /**
   * @param {string} code
   * @param {string} file
   */
  errorFor(code, file) {
    switch (code) {
      case 'ENOENT':
        return FileSystemError.FileNotFound(file);
      case 'EEXIST':
        return FileSystemError.FileExists(file);
      case 'EISDIR':
        return FileSystemError.FileIsADirectory(file);
      case 'ENOTDIR':
        return FileSystemError.FileNotADirectory(file);
      case 'EACCES':
      case 'EPERM':
      case 'ELOOP':
        return FileSystemError.NoPermissions(file);
      case 'EFBIG':
        return FileSystemError.Unavailable(this.words?.tooLarge);
      case 'EAGAIN':
        return FileSystemError.Unavailable(this.words?.busy);
      // Another Vangnet answers at this address by now, and does not know this page's link.
      case 'OLDLINK':
        return FileSystemError.Unavailable(this.words?.stopped);
      default:
        return FileSystemError.Unavailable(code);
    }
  }

  /**
   * @param {string} operation
   * @param {Record<string, string>} [query]
   * @param {RequestInit} [init]
   */
  async json(operation, query, init) {
    return (await this.call(operation, query, init)).json();
  }
}

/** @implements {vscode.FileSystemProvider} */
class LocalFolder {
  /**
   * @param {Server} server
   * @param {FolderInfo} info
   */
  constructor(server, info) {
    this.server = server;
    this.info = info;
    this.root = vscode.Uri.from({ scheme, authority: info.authority, path: info.path });
    /** @type {vscode.EventEmitter<vscode.FileChangeEvent[]>} */
    this.changes = new vscode.EventEmitter();
    this.onDidChangeFile = this.changes.event;
  }

  /** @param {vscode.Uri} uri */
  pathOf(uri) {
    const { path } = this.root;
    if (uri.authority !== this.root.authority) throw FileSystemError.FileNotFound(uri);
    if (uri.path !== path && !uri.path.startsWith(`${path}/`)) throw FileSystemError.FileNotFound(uri);
    return uri.path.slice(path.length) || '/';
  }

  /** @param {string} file */
  uriOf(file) {
    return this.root.with({ path: this.root.path + file });
  }

  /** The server watches the whole folder and reports of its own accord. */
  watch() {
    return new vscode.Disposable(() => {});
  }

  /** @param {vscode.Uri} uri */
  stat(uri) {
    return this.server.json('stat', { path: this.pathOf(uri) });
  }

  /** @param {vscode.Uri} uri */
  readDirectory(uri) {
    return this.server.json('list', { path: this.pathOf(uri) });
  }

  /** @param {vscode.Uri} uri */
  async readFile(uri) {
    const response = await this.server.call('read', { path: this.pathOf(uri) });
    return new Uint8Array(await response.arrayBuffer());
  }

  /**
   * @param {string} operation
   * @param {Record<string, string>} query
   * @param {BodyInit} [body]
   */
  change(operation, query, body = '') {
    return this.server.call(operation, query, { method: 'POST', body });
  }

  /** @param {vscode.Uri} uri */
  async createDirectory(uri) {
    await this.change('make-directory', { path: this.pathOf(uri) });
    this.changes.fire([{ type: FileChangeType.Created, uri }]);
  }

  /**
   * @param {vscode.Uri} uri
   * @param {Uint8Array} content
   * @param {{ create: boolean, overwrite: boolean }} options
   */
  async writeFile(uri, content, { create, overwrite }) {
    if (content.byteLength > this.info.maximumFileSize) throw this.server.errorFor('EFBIG', uri.path);
    const query = { path: this.pathOf(uri), create: flag(create), overwrite: flag(overwrite) };
    await this.change('write', query, new Uint8Array(content));
    this.changes.fire([{ type: FileChangeType.Changed, uri }]);
  }

  /**
   * @param {vscode.Uri} uri
   * @param {{ recursive: boolean }} options
   */
  async delete(uri, { recursive }) {
    await this.change('delete', { path: this.pathOf(uri), recursive: flag(recursive) });
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  /**
   * @param {vscode.Uri} from
   * @param {vscode.Uri} to
   * @param {{ overwrite: boolean }} options
   */
  async rename(from, to, { overwrite }) {
    await this.change('rename', { path: this.pathOf(from), to: this.pathOf(to), overwrite: flag(overwrite) });
    this.changes.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  /**
   * What other programs changed. Whether a file is new cannot be known here, so both is said of it.
   * @param {{ changed: string[], deleted: string[] }} changes
   */
  report({ changed, deleted }) {
    const gone = deleted.map((file) => ({ type: FileChangeType.Deleted, uri: this.uriOf(file) }));
    const there = changed.flatMap((file) =>
      [FileChangeType.Changed, FileChangeType.Created].map((type) => ({ type, uri: this.uriOf(file) })),
    );
    this.changes.fire([...gone, ...there]);
  }
}

/**
 * @param {vscode.CancellationToken} token
 * @returns {AbortSignal}
 */
function signalOf(token) {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** @param {Match} match */
function rangesOf(match) {
  const range = new Range(
    new Position(match.start.line, match.start.character),
    new Position(match.end.line, match.end.character),
  );
  const shown = new Range(new Position(0, match.previewStart), new Position(0, match.previewEnd));
  return { ranges: range, preview: { text: match.preview, matches: shown } };
}

/**
 * @typedef {{ pattern: string, isRegExp?: boolean, isCaseSensitive?: boolean, isWordMatch?: boolean,
 *   isMultiline?: boolean }} TextSearchQuery
 * @typedef {{ report(result: object): void }} SearchProgress
 */

/** @param {LocalFolder} folder */
function textSearch(folder) {
  return {
    /**
     * @param {TextSearchQuery} query
     * @param {{ maxResults: number }} options
     * @param {SearchProgress} progress
     * @param {vscode.CancellationToken} token
     */
    async provideTextSearchResults(query, options, progress, token) {
      const asked = {
        pattern: query.pattern,
        regExp: flag(query.isRegExp === true),
        caseSensitive: flag(query.isCaseSensitive === true),
        word: flag(query.isWordMatch === true),
        multiline: flag(query.isMultiline === true),
        maximum: String(options.maxResults),
      };
      const signal = signalOf(token);
      const found = await folder.server.json('search', asked, { signal }).catch((error) => {
        if (signal.aborted) return { files: [], limitHit: true, timedOut: false };
        throw error;
      });
      for (const { file, matches } of found.files) {
        for (const match of matches) progress.report({ uri: folder.uriOf(file), ...rangesOf(match) });
      }
      // 2 is TextSearchCompleteMessageType.Warning, which is a proposal and has no type here.
      const message = found.timedOut ? { text: folder.info.words.searchStopped, type: 2 } : undefined;
      return { limitHit: found.limitHit, message };
    },
  };
}

/** @param {LocalFolder} folder */
function fileSearch(folder) {
  return {
    async provideFileSearchResults() {
      /** @type {string[]} */
      const files = await folder.server.json('files');
      return files.map((file) => folder.uriOf(file));
    },
  };
}

/**
 * @param {LocalFolder} folder
 * @returns {vscode.Disposable}
 */
function listen(folder) {
  const events = new EventSource(`${folder.server.base}watch`);
  events.onmessage = (event) => folder.report(JSON.parse(event.data));
  return new vscode.Disposable(() => events.close());
}

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  const server = new Server(
    vscode.Uri.joinPath(context.extensionUri, '../../folder').toString(true).concat('/'),
  );
  const folder = new LocalFolder(server, await server.json('info', { language: navigator.language }));
  server.words = folder.info.words;
  // The two search providers are proposals of VS Code 1.91 without types of their own.
  /** @type {Record<string, (scheme: string, provider: object) => vscode.Disposable>} */
  const proposals = Object(vscode.workspace);
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(scheme, folder, {
      isCaseSensitive: folder.info.isCaseSensitive,
    }),
    listen(folder),
  );
  for (const [register, provider] of /** @type {const} */ ([
    ['registerFileSearchProvider', fileSearch(folder)],
    ['registerTextSearchProvider', textSearch(folder)],
  ])) {
    const disposable = proposals[register]?.call(vscode.workspace, scheme, provider);
    if (disposable) context.subscriptions.push(disposable);
  }
}

module.exports = { activate };
