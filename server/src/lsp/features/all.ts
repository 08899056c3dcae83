/** The registry: every feature that begins with a document, a file each in this folder. */

import type { Feature } from '../feature.js';
import { completion } from './completion.js';
import { hover } from './hover.js';
import { navigation } from './navigation.js';
import { outline } from './outline.js';
import { ranges } from './ranges.js';

export const FEATURES: readonly Feature[] = [completion, hover, navigation, outline, ranges];
