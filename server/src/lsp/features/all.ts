/** The registry: every feature that begins with a document, a file each in this folder. */

import type { Feature } from '../feature.js';
import { commands } from './commands.js';
import { documentLinks } from './document-links.js';
import { hierarchy } from './hierarchy.js';
import { hints } from './hints.js';
import { hover } from './hover.js';
import { lenses } from './lenses.js';
import { navigation } from './navigation.js';
import { outline } from './outline.js';
import { ranges } from './ranges.js';
import { tokens } from './tokens.js';

export const FEATURES: readonly Feature[] = [
  hover,
  navigation,
  outline,
  ranges,
  hints,
  lenses,
  commands,
  tokens,
  documentLinks,
  hierarchy,
];
