/** The script of the preview's page: shows what the extension sends, and tells it what the person clicks and scrolls. */

import type { FromPage, ToPage } from '../messages.js';
import { paperIn } from './paper.js';

interface Api {
  postMessage(message: FromPage): void;
  setState(state: { uri: string }): void;
}
declare function acquireVsCodeApi(): Api;

/** How long after a wheel, key or finger a scroll counts as the person's own. */
const OWN_SCROLL_MS = 600;

const api = acquireVsCodeApi();
const notice = document.getElementById('notice') as HTMLElement;
const style = document.getElementById('paper-style') as HTMLElement;
const paper = paperIn(document.getElementById('paper') as HTMLElement);
let lastOwnAct = 0;
let isTold = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') {
    notice.textContent = '';
    if (style.textContent !== data.style) style.textContent = data.style;
    document.documentElement.lang = data.language;
    paper.show(data.html, data.goTo);
    api.setState({ uri: data.uri });
  } else if (data.type === 'notice') notice.textContent = data.text;
  else if (Date.now() - lastOwnAct > OWN_SCROLL_MS) paper.follow(data.line, data.isCursor);
  else if (data.isCursor) paper.mark(data.line);
});

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const go = target.closest('a.vn-go');
  const isOther = !go && target.closest('a') !== null;
  const isSelecting = !go && document.getSelection()?.isCollapsed === false;
  const part = target.closest('[data-start]');
  if (isOther || isSelecting || !part) return;
  event.preventDefault();
  api.postMessage({ type: 'goTo', start: Number(part.getAttribute('data-start')) });
});

for (const kind of ['wheel', 'keydown', 'pointerdown', 'touchmove'])
  window.addEventListener(
    kind,
    () => {
      lastOwnAct = Date.now();
    },
    { passive: true },
  );

window.addEventListener(
  'scroll',
  () => {
    if (Date.now() - lastOwnAct > OWN_SCROLL_MS || isTold) return;
    lastOwnAct = Date.now();
    isTold = true;
    requestAnimationFrame(() => {
      isTold = false;
      const line = paper.topLine();
      if (line !== undefined) api.postMessage({ type: 'scrolled', line });
    });
  },
  { passive: true },
);

api.postMessage({ type: 'ready' });
