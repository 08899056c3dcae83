/** Text of a file on its way into HTML, SVG or another XML: whatever stands in it, it is shown and does nothing. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For the text of an element and for attributes in double quotes alike. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Nothing else may become a link, whoever made the paper. */
export function isWebAddress(href: string | undefined): href is string {
  return href !== undefined && /^https:\/\/[^\s"'<>]+$/i.test(href);
}
