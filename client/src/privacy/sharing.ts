/** What may carry the text of a case away although Vangnet itself sends nothing. No `vscode` in here. */

/** Extensions that send text to a service, or may when they are set so; by their identifiers in small letters. */
const SENDERS: ReadonlyMap<string, string> = new Map([
  ['github.copilot', 'GitHub Copilot'],
  ['github.copilot-chat', 'GitHub Copilot Chat'],
  ['amazonwebservices.amazon-q-vscode', 'Amazon Q'],
  ['anthropic.claude-code', 'Claude Code'],
  ['codeium.codeium', 'Codeium / Windsurf'],
  ['continue.continue', 'Continue'],
  ['google.geminicodeassist', 'Gemini Code Assist'],
  ['openai.chatgpt', 'Codex'],
  ['saoudrizwan.claude-dev', 'Cline'],
  ['sourcegraph.cody-ai', 'Cody'],
  ['supermaven.supermaven', 'Supermaven'],
  ['tabnine.tabnine-vscode', 'Tabnine'],
  ['visualstudioexptteam.vscodeintellicode', 'IntelliCode'],
  ['ms-vsliveshare.vsliveshare', 'Live Share'],
  ['valentjn.vscode-ltex', 'LTeX'],
  ['ltex-plus.vscode-ltex-plus', 'LTeX+'],
  ['znck.grammarly', 'Grammarly'],
  ['adamvoss.vscode-languagetool', 'LanguageTool'],
]);

/** The names of those among these extensions that may send text away. */
export function sendersAmong(ids: readonly string[]): string[] {
  return ids.flatMap((id) => SENDERS.get(id.toLowerCase()) ?? []);
}

const CLOUDS: readonly (readonly [name: string, folder: RegExp])[] = [
  ['OneDrive', /^OneDrive(?:$|[ -])/i],
  ['SharePoint', /(?:^|\W)SharePoint(?:$|\W)/i],
  ['Dropbox', /^Dropbox(?:$|[ (-])/i],
  ['iCloud', /^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i],
  ['Google Drive', /^(?:Google ?Drive(?:$|[ -])|My Drive$|Mijn Drive$|Meine Ablage$)/i],
  ['Nextcloud', /^(?:Nextcloud|ownCloud)(?:$|\d)/i],
  ['Box', /^Box(?: Sync)?$/],
  ['Proton Drive', /^Proton ?Drive/i],
];

/** The service whose folder the file seems to be in, by the names of the folders above it. Only a hint. */
export function cloudOf(path: string): string | undefined {
  const folders = path.split(/[/\\]/).slice(0, -1);
  return CLOUDS.find(([, folder]) => folders.some((name) => folder.test(name)))?.[0];
}

/** Does the file say that it holds real data? */
export function isReal(text: string): boolean {
  return /^[ \t]+confidentiality:[ \t]*(["']?)real\1[ \t]*(?:#.*)?$/m.test(text.slice(0, 20_000));
}
