import { FileSystemError, FileType, type Uri, workspace } from 'vscode';

/** The least that VS Code asks of a file system. */
export function registerMemory(scheme: string, files: Map<string, Uint8Array>): { dispose(): unknown } {
  const read = ({ path }: Uri): Uint8Array => {
    const found = files.get(path);
    if (!found) throw FileSystemError.FileNotFound(path);
    return found;
  };
  const refuse = () => {
    throw FileSystemError.NoPermissions();
  };
  return workspace.registerFileSystemProvider(scheme, {
    onDidChangeFile: () => ({ dispose: () => undefined }),
    watch: () => ({ dispose: () => undefined }),
    stat: (uri) =>
      uri.path === '/'
        ? { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: FileType.File, ctime: 0, mtime: 0, size: read(uri).length },
    readFile: read,
    writeFile: ({ path }, content) => void files.set(path, content),
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  });
}
