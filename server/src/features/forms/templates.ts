/** What a new case can begin with. By itself, so that the command line's help need not load the rest. */
export const TEMPLATES = ['hardship-nl', 'haertefall-de', 'training'] as const;
export type Template = (typeof TEMPLATES)[number];

export function isTemplate(value: unknown): value is Template {
  return TEMPLATES.some((template) => template === value);
}
