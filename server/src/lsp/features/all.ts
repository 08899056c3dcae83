/** The registry: every feature that begins with a document, a file each in this folder. */

import type { Feature } from '../feature.js';
import { codeActions } from './code-actions.js';
import { formatting } from './formatting.js';
import { hover } from './hover.js';
import { linkedEditing } from './linked-editing.js';
import { navigation } from './navigation.js';
import { outline } from './outline.js';
import { ranges } from './ranges.js';

export const FEATURES: readonly Feature[] = [
  hover,
  navigation,
  outline,
  ranges,
  codeActions,
  formatting,
  linkedEditing,
];
