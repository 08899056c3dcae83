/** Which page explains what stands at a place of a case file, or of the configuration. */

import { suppressionAt } from '../../core/suppressions.js';
import { sourceById } from '../../knowledge/sources.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { ReadConfig } from '../../pipeline/config.js';
import { CONFIG_FORMAT, RULES_DEF, ruleOf } from '../config/config-format.js';
import { placeAt, placeInFields } from '../place.js';
import { fieldName } from './field-page.js';

/** The name of a page: of the source or the field there, of the check that a comment silences; else the index. */
export function pageAt(analysis: Analysis, offset: number): string {
  const place = placeAt(analysis, offset);
  if (place?.shape) {
    const value = place.node.kind === 'scalar' ? String(place.node.value ?? '') : '';
    const isSource = place.on === 'value' && place.shape.kind === 'source' && sourceById(value);
    return isSource ? `source/${value}` : `field/${fieldName(place.def, place.key)}`;
  }
  return suppressionAt(analysis.document, offset)?.rule ?? 'index';
}

/** In the configuration: of the check whose settings stand there, else of the field. */
export function settingPageAt({ document }: ReadConfig, offset: number): string {
  const place = placeInFields(CONFIG_FORMAT, document, offset);
  if (!place?.shape) return 'index';
  return (
    ruleOf(place.def) ?? (place.def === RULES_DEF ? place.key : `setting/${fieldName(place.def, place.key)}`)
  );
}
