/** The registry: every feature, a file each in this folder. */

import type { Feature } from '../feature.js';
import { cases } from './cases.js';
import { codeActions } from './code-actions.js';
import { commands } from './commands.js';
import { completion } from './completion.js';
import { documentLinks } from './document-links.js';
import { formatting } from './formatting.js';
import { forms } from './forms.js';
import { help } from './help.js';
import { hierarchy } from './hierarchy.js';
import { hints } from './hints.js';
import { hover } from './hover.js';
import { law } from './law.js';
import { lenses } from './lenses.js';
import { linkedEditing } from './linked-editing.js';
import { movedFiles } from './moved-files.js';
import { navigation } from './navigation.js';
import { outline } from './outline.js';
import { overview } from './overview.js';
import { papers } from './papers.js';
import { paste } from './paste.js';
import { pseudonymise } from './pseudonymise.js';
import { ranges } from './ranges.js';
import { ruleDocs } from './rule-docs.js';
import { tokens } from './tokens.js';
import { workspaceSymbols } from './workspace-symbols.js';

export const FEATURES: readonly Feature[] = [
  completion,
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
  codeActions,
  formatting,
  forms,
  linkedEditing,
  overview,
  cases,
  pseudonymise,
  papers,
  paste,
  ruleDocs,
  workspaceSymbols,
  movedFiles,
  help,
  law,
];
