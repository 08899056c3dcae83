/**
 * The documentation that opens without a network: a page for each check, field, setting and source, one about the state of the
 * law, and an index of them all. A page has a name, which is its address without the language: `remedy-late`,
 * `field/person.birthDate`, `setting/newCase.office`, `source/nl.vw.14`, `law`, `index`.
 */

import { type Language, say } from '../../core/words/words.js';
import { RULES } from '../../generated/rules.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { sourceIds } from '../../knowledge/sources.js';
import { CONFIG_FORMAT } from '../config/config-format.js';
import { CASE_FORMAT } from '../formats.js';
import { sourceCard } from '../hover/source.js';
import { lawReport, lawReportText } from '../law-report.js';
import { docsOf, rulePage } from '../rule-docs.js';
import { definitionTitle, fieldName, fieldPage, settingNames } from './field-page.js';

/** Undefined for a page that isn't there. */
export function helpPage(name: string, language: Language): string | undefined {
  const page = pageOf(name, language);
  if (page === undefined) return undefined;
  const word = (key: string) => say({ key }, language);
  const back = name === 'index' ? [] : [`[${word('help-page.index')}](${upTo(name)}index.md)`];
  return [page, '---', ...back, word('rule-page.no-advice')].join('\n\n');
}

function pageOf(name: string, language: Language): string | undefined {
  if (name === 'index') return indexPage(language);
  if (name === 'law') return lawPage(language);
  const [, kind, id = ''] = /^(field|setting|source)\/(.+)$/.exec(name) ?? [];
  if (kind === 'field' || kind === 'setting') return fieldPage(kind, id, language);
  if (kind === 'source') return sourceCard(id, language);
  return rulePage(name, language);
}

function upTo(name: string): string {
  return name.includes('/') ? '../' : '';
}

function indexPage(language: Language): string {
  const word = (key: string) => say({ key }, language);
  const link = (title: string, page: string) => `- [${title}](${page}.md)`;
  const groups = [...new Set(RULES.map(({ meta }) => meta.group))];
  const owners = Object.keys(CASE_FORMAT.shapes);
  return [
    `# ${word('help-page.title')}`,
    word('help-page.how'),
    link(word('help-page.law'), 'law'),
    `## ${word('help-page.fields')}`,
    ...owners.flatMap((def) => [
      `### ${definitionTitle(def, language)}`,
      (CASE_FORMAT.shapes[def]?.keys ?? [])
        .map(({ name }) =>
          link(
            `${CASE_FORMAT.words(def, name, language)?.title ?? name} (${name})`,
            `field/${fieldName(def, name)}`,
          ),
        )
        .join('\n'),
    ]),
    '## vangnet.config.yaml',
    settingNames()
      .map((name) => {
        const [def, key] = name.includes('.') ? name.split('.') : ['', name];
        const title = CONFIG_FORMAT.words(def ?? '', key ?? '', language)?.title ?? name;
        return link(`${title} (${key})`, `setting/${name}`);
      })
      .join('\n'),
    `## ${word('help-page.checks')}`,
    ...groups.flatMap((group) => [
      `### ${word(`rule-page.group-${group}`)}`,
      RULES.filter(({ meta }) => meta.group === group)
        .map(({ meta: { id } }) => link(docsOf(id, language)?.title ?? id, id))
        .join('\n'),
    ]),
    `## ${word('rule-page.sources')}`,
    [...sourceIds()].map((id) => link(sourceWords(id, language)?.name ?? id, `source/${id}`)).join('\n'),
  ].join('\n\n');
}

function lawPage(language: Language): string {
  const word = (key: string) => say({ key: `help-page.${key}` }, language);
  const moving = [...sourceIds()].flatMap((id) => {
    const { name, review } = sourceWords(id, language) ?? {};
    return review === undefined ? [] : [`- [${name}](source/${id}.md): ${review}`];
  });
  return [
    `# ${word('law')}`,
    lawReportText(lawReport(), language).split('\n').slice(0, -1).join('\n\n'),
    `## ${word('law-where')}`,
    word('law-newer'),
    ...(moving.length > 0 ? [`## ${word('law-moving')}`, moving.join('\n')] : []),
  ].join('\n\n');
}
