/** The entry of Vangnet in the status bar, as VS Code names it on the page. */
export const STATUS = '.statusbar-item[id="vangnet.vangnet-vscode.vangnet.findings"]';
