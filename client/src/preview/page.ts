/** The page around the case in the preview: its policy, the colours of the theme, and one script. */

export interface PageParts {
  /** Fresh for each page: only what carries it is applied or run. */
  readonly nonce: string;
  readonly script: string;
  readonly language: string;
  readonly title: string;
  /** What is shown until the case arrives. */
  readonly waiting: string;
}

export function previewPage({ nonce, script, language, title, waiting }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${THEME}</style>
<style nonce="${nonce}" id="paper-style"></style>
</head>
<body>
<p id="notice" role="status">${escaped(waiting)}</p>
<main id="paper"></main>
<script nonce="${nonce}">${script.replaceAll('</', '<\\/')}</script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The variables of papers, from those of the theme. Borders of high contrast take the place of backgrounds. */
const THEME = `
body{
--vangnet-ink:var(--vscode-editor-foreground);
--vangnet-faint:var(--vscode-descriptionForeground,var(--vscode-editor-foreground));
--vangnet-paper:var(--vscode-editor-background);
--vangnet-rule:var(--vscode-contrastBorder,var(--vscode-widget-border,var(--vscode-panel-border,#8888)));
--vangnet-link:var(--vscode-textLink-foreground);
--vangnet-head:var(--vscode-editorWidget-background);
--vangnet-blank:var(--vscode-inputValidation-warningBackground,transparent);
--vangnet-blank-ink:var(--vscode-inputValidation-warningForeground,var(--vscode-editor-foreground));
--vangnet-stay:var(--vscode-charts-green);
--vangnet-procedure:var(--vscode-charts-blue);
--vangnet-remedy:var(--vscode-charts-purple);
--vangnet-event:var(--vscode-charts-yellow);
margin:0;padding:0 1.5rem 4rem;background:var(--vscode-editor-background);color:var(--vscode-editor-foreground);
font-family:var(--vscode-font-family);font-size:var(--vscode-font-size)}
#notice{max-width:52rem;margin:1rem auto 0;color:var(--vangnet-ink)}
#notice:empty{display:none}
.vangnet mark{outline:1px solid var(--vscode-inputValidation-warningBorder,var(--vangnet-rule))}
.vangnet .vn-figure{overflow-x:auto}
.vangnet .vn-picture{min-width:48rem}
.vangnet [data-line]{cursor:pointer}
.vangnet a.vn-go{color:inherit;text-decoration:none}
.vangnet a.vn-go:hover{text-decoration:underline}
.vangnet :focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:2px}
.vangnet tr[data-line]:hover,.vangnet p[data-line]:hover,.vangnet li[data-line]:hover{background:var(--vscode-list-hoverBackground)}
.vangnet .vn-here{box-shadow:-.6em 0 0 -.4em var(--vangnet-paper),-.6em 0 0 -.25em var(--vscode-focusBorder)}
.vangnet tr.vn-here>th:first-child{box-shadow:inset .2em 0 0 var(--vscode-focusBorder)}
.vangnet tr.vn-here{box-shadow:none}
@media (forced-colors:active){.vangnet .vn-here{outline:1px solid Highlight}}
`;
