import { runSuite } from '../bootstrap.js';

/** What VS Code calls. Imported late, because a test file defines its tests while it loads. */
export const run = (): Promise<void> => runSuite(() => import('./tests.js'));
