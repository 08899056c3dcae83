/** What can be exported and as what. By itself, so that the command line's help need not load the rest. */

export const FORMATS = ['docx', 'html', 'md', 'json', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

export const WHATS = ['request', 'case', 'chronology', 'letters'] as const;
export type What = (typeof WHATS)[number];
