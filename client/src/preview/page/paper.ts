/** The case on the page: brought up to date part by part, so that place, focus and selection stay. */

export interface PaperView {
  /** @param goTo the tooltip of what leads to the file, with `{line}` in it */
  show(html: string, goTo: string): void;
  /** Brings the part of a line into sight and, for the cursor's line, marks it. */
  follow(line: number, isCursor: boolean): void;
  mark(line: number): void;
  /** The line of the part that is at the top of the page. */
  topLine(): number | undefined;
}

const HERE = 'vn-here';
const LINK = 'vn-go';

export function paperIn(root: HTMLElement): PaperView {
  /** The parts as they came, before links were put in. */
  let shown: readonly string[] = [];
  let marked: number | undefined;

  const parts = (): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('[data-line]')].filter((part) => !part.closest('svg'));
  const lineOf = (part: Element) => Number(part.getAttribute('data-line'));
  /** The part that begins nearest above the line; of several the first. */
  const partFor = (line: number): HTMLElement | undefined => {
    let best: HTMLElement | undefined;
    for (const part of parts())
      if (lineOf(part) <= line && (!best || lineOf(part) > lineOf(best))) best = part;
    return best;
  };
  const mark = (line: number) => {
    marked = line;
    for (const one of root.querySelectorAll(`.${HERE}`)) one.classList.remove(HERE);
    partFor(line)?.classList.add(HERE);
  };

  return {
    show(html, goTo) {
      const template = document.createElement('template');
      template.innerHTML = html;
      const fresh = template.content.firstElementChild;
      const present = root.firstElementChild;
      if (!fresh) return;
      const sources = [...fresh.children].map((child) => child.outerHTML);
      const focused = focusIn(root);
      addLinks(fresh, goTo);
      for (const figure of fresh.querySelectorAll('figure')) makeScrollable(figure);
      if (!present || present.className !== fresh.className || sources.length !== shown.length)
        root.replaceChildren(fresh);
      else {
        present.setAttribute('lang', fresh.getAttribute('lang') ?? '');
        const now = [...present.children];
        for (const [index, child] of [...fresh.children].entries())
          if (sources[index] !== shown[index]) now[index]?.replaceWith(child);
      }
      shown = sources;
      focused();
      if (marked !== undefined) mark(marked);
    },
    follow(line, isCursor) {
      const part = partFor(line);
      if (isCursor) mark(line);
      if (!part) return;
      const { top, bottom } = part.getBoundingClientRect();
      const height = window.innerHeight;
      // What is in sight stays where it is while the cursor moves.
      if (isCursor && top >= 0 && bottom <= height) return;
      const wanted = line === 0 ? 0 : window.scrollY + top - height * (isCursor ? 0.25 : 0.02);
      window.scrollTo({ top: Math.max(0, wanted) });
    },
    mark,
    topLine() {
      if (window.scrollY === 0) return 0;
      const part = parts().find((one) => one.getBoundingClientRect().top >= 0);
      return part && lineOf(part);
    },
  };
}

/** What leads to the file can be reached by Tab: the head of a row, a heading, the label of a list item. */
function addLinks(paper: Element, goTo: string): void {
  for (const part of paper.querySelectorAll('tr[data-line],h2[data-line],h3[data-line],li[data-line]')) {
    const head = part.matches('tr')
      ? part.querySelector('th[scope=row] > div')
      : part.matches('li')
        ? part.querySelector('strong')
        : part;
    if (!head || head.querySelector('a')) continue;
    const link = document.createElement('a');
    link.className = LINK;
    link.href = '#';
    link.title = goTo.replace('{line}', String(Number(part.getAttribute('data-line')) + 1));
    link.append(...head.childNodes);
    head.append(link);
  }
}

/** Wider than the page, the picture is moved with the arrow keys too. */
function makeScrollable(figure: HTMLElement): void {
  figure.tabIndex = 0;
  figure.setAttribute('aria-label', figure.querySelector('title')?.textContent ?? '');
}

/** Where the focus is, by count: gives it back after parts have been replaced. */
function focusIn(root: HTMLElement): () => void {
  const links = () => [...root.querySelectorAll<HTMLElement>('a,figure')];
  const index = links().indexOf(document.activeElement as HTMLElement);
  return () => {
    const link = links()[index];
    if (link && link !== document.activeElement) link.focus({ preventScroll: true });
  };
}
