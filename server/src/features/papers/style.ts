/** How papers look in HTML: on the screen by the variables of whoever shows them, on paper in black on white. */

import { PICTURE_STYLE } from '../picture/picture.js';

/** For every page that shows a body, the preview's too; colours are variables with defaults. */
export const BODY_STYLE = `
.vangnet{color:var(--vangnet-ink,#1a1a1a);line-height:1.5;max-width:52rem;margin:0 auto;overflow-wrap:anywhere}
.vangnet h1{font-size:1.7em;line-height:1.2;margin:.4em 0 .3em}
.vangnet h2{font-size:1.25em;line-height:1.25;margin:1.6em 0 .5em;padding-bottom:.15em;border-bottom:1px solid var(--vangnet-rule,#d0d0d0)}
.vangnet h3{font-size:1.05em;line-height:1.3;margin:1.2em 0 .3em}
.vangnet p{margin:.45em 0}
.vangnet a{color:var(--vangnet-link,#0b5394)}
.vangnet mark{background:var(--vangnet-blank,#fff2a8);color:var(--vangnet-blank-ink,#1a1a1a);padding:0 .15em}
.vangnet .vn-under,.vangnet .vn-small,.vangnet .vn-faint,.vangnet .vn-foot{color:var(--vangnet-faint,#595959)}
.vangnet .vn-small,.vangnet .vn-foot{font-size:.9em}
.vangnet .vn-mark{border:2px solid var(--vangnet-ink,#1a1a1a);padding:.35em .7em;letter-spacing:.04em}
.vangnet .vn-lead{margin-top:1.4em}
.vangnet .vn-numbered{position:relative;padding-left:2.6em;margin:.6em 0}
.vangnet .vn-number{position:absolute;left:0;font-variant-numeric:tabular-nums}
.vangnet .vn-list{padding-left:1.3em}
.vangnet .vn-list li{margin:.3em 0}
.vangnet .vn-table{overflow-x:auto;margin:.6em 0}
.vangnet table{border-collapse:collapse;width:100%;font-size:.93em}
.vangnet caption,.vangnet .vn-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.vangnet th,.vangnet td{border:1px solid var(--vangnet-rule,#d0d0d0);padding:.35em .5em;text-align:left;vertical-align:top;overflow-wrap:break-word}
.vangnet thead th{background:var(--vangnet-head,#f1f4f6);color:var(--vangnet-ink,#1a1a1a)}
.vangnet tbody th{font-weight:600}
.vangnet td div+div,.vangnet th div+div{margin-top:.25em}
${Array.from({ length: 13 }, (_, n) => `.vangnet .vn-w${(n + 1) * 5}{width:${(n + 1) * 5}%}`).join('')}
.vangnet .vn-figure{margin:.8em 0}
.vangnet .vn-notes{font-size:.9em}
.vangnet .vn-foot{margin-top:2.5em;border-top:1px solid var(--vangnet-rule,#d0d0d0)}
.vangnet .vn-break{margin:3em 0;border-top:1px dashed var(--vangnet-rule,#d0d0d0)}
@media print{
.vangnet{--vangnet-ink:#000;--vangnet-faint:#444;--vangnet-rule:#999;--vangnet-paper:#fff;--vangnet-link:#000;--vangnet-head:#eee;--vangnet-blank:#fff;--vangnet-blank-ink:#000;max-width:none;font-size:10.5pt}
.vangnet mark{border-bottom:1px solid #000}
.vangnet h2,.vangnet h3{break-after:avoid}
.vangnet .vn-break{break-after:page;margin:0;border:0}
.vangnet .vn-table{overflow:visible}
.vangnet tr,.vangnet .vn-figure,.vangnet li{break-inside:avoid}
.vangnet thead{display:table-header-group}
.vangnet .vn-picture{max-height:240mm}
}
@media (forced-colors:active){.vangnet mark{outline:1px solid CanvasText}}
${PICTURE_STYLE}`;

/** The whole of a page that stands by itself. */
export const PAGE_STYLE = `
html{background:#fff}
body{margin:0;padding:1.5rem;font-family:system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif;font-size:1rem}
@page{size:A4;margin:20mm 18mm}
@media print{body{padding:0}}
${BODY_STYLE}`;
