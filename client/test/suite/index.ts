import { runSuite } from '../bootstrap.js';

/** What VS Code calls. Imported late, because a test file defines its tests while it loads. */
export const run = (testsPath: string): Promise<void> =>
  runSuite(testsPath, {
    features: () => import('./tests.js'),
    restricted: () => import('./restricted.test.js'),
    pictures: () => import('./pictures.js'),
  });
