/** For TypeScript: see grown.mjs. */
export function caseOfLines(root: string, lines: number): Promise<string>;
export function weakCaseOfLines(root: string, lines: number): Promise<string>;
