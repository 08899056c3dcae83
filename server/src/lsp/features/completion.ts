import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  TextEdit,
} from 'vscode-languageserver';
import { isLanguage, type Language } from '../../core/words/words.js';
import { completionsAt, TRIGGERS } from '../../features/completion/complete.js';
import { documentationOf } from '../../features/completion/documentation.js';
import {
  type About,
  type Insertion,
  isAbout,
  type Offer,
  type OfferKind,
} from '../../features/completion/offer.js';
import { configCompletionsAt } from '../../features/config/complete.js';
import { CONFIG_FORMAT } from '../../features/config/config-format.js';
import { CASE_FORMAT } from '../../features/formats.js';
import { plainText } from '../../features/markdown.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { ReadConfig } from '../../pipeline/config.js';
import { isRecord } from '../arguments.js';
import type { CompletionAbilities } from '../completion-abilities.js';
import { isConfigFile } from '../configs.js';
import type { Feature, Host } from '../feature.js';
import type { Lines } from '../positions.js';
import { escaped } from '../tab-stops.js';

/** Kinds that every client knows, also one that names none. */
const KINDS: Readonly<Record<OfferKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Enum,
  country: CompletionItemKind.Value,
  date: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  source: CompletionItemKind.File,
  item: CompletionItemKind.Snippet,
  rule: CompletionItemKind.Keyword,
};

/** What comes back from the client with the offer that it wants to know more of. */
interface Data {
  readonly uri: string;
  readonly about: About;
  readonly language: Language;
}

export const completion: Feature = {
  capabilities: ({ completion: can }) => ({
    completionProvider: {
      triggerCharacters: [...TRIGGERS],
      resolveProvider: true,
      ...(can.notes ? { completionItem: { labelDetailsSupport: true } } : {}),
    },
  }),
  serve: (connection, host) => {
    connection.onCompletion(({ textDocument: { uri }, position, context }, token) => {
      const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const typed = isTyped ? context.triggerCharacter : undefined;
      const list = <D extends Analysis | ReadConfig>(
        of: D,
        offersAt: (of: D, offset: number, language: Language, typed?: string) => readonly Offer[],
      ) => {
        const lines = host.lines(of);
        const language = host.languageFor(of);
        const offers = offersAt(of, lines.offsetAt(position), language, typed);
        return toList(offers, lines, { uri, language }, host.abilities().completion);
      };
      return host.answerFromText<CompletionList | null>(
        uri,
        token,
        null,
        (analysis) => list(analysis, completionsAt),
        (config) => list(config, configCompletionsAt),
      );
    });
    connection.onCompletionResolve(async (item, token) => {
      const data = dataOf(item.data);
      if (!data) return item;
      const { uri, about, language } = data;
      const format = isConfigFile(uri) ? CONFIG_FORMAT : CASE_FORMAT;
      const page = (analysis?: Analysis) => documentationOf(about, format, analysis, language);
      const needsFile = about.of === 'item' || about.of === 'date';
      const text = needsFile ? await fromFile(host, uri, token, page) : page();
      return text === undefined
        ? item
        : { ...item, documentation: markup(text, host.abilities().completion) };
    });
  },
};

/** What this server gave out; undefined for anything else. */
function dataOf(data: unknown): Data | undefined {
  if (!isRecord(data) || typeof data.uri !== 'string' || !isLanguage(data.language)) return undefined;
  const { uri, language, about } = data;
  return isRecord(about) && isAbout(about) ? { uri, language, about } : undefined;
}

/** Where the file has moved on meanwhile there is no page: the list will be asked for again. */
async function fromFile(
  host: Host,
  uri: string,
  token: Parameters<Host['answer']>[1],
  page: (analysis: Analysis) => string | undefined,
): Promise<string | undefined> {
  try {
    return await host.answerFromText(uri, token, undefined, page);
  } catch {
    return undefined;
  }
}

function markup(text: string, can: CompletionAbilities): MarkupContent {
  return can.markdown ? { kind: 'markdown', value: text } : { kind: 'plaintext', value: plainText(text) };
}

function toList(
  offers: readonly Offer[],
  lines: Lines,
  of: Omit<Data, 'about'>,
  can: CompletionAbilities,
): CompletionList {
  const digits = String(offers.length).length;
  const items = offers.map((offer, index) => ({
    ...toItem(lines, offer, can),
    sortText: String(index).padStart(digits, '0'),
    data: { ...of, about: offer.about } satisfies Data,
  }));
  return { isIncomplete: false, items };
}

function toItem(lines: Lines, offer: Offer, can: CompletionAbilities): CompletionItem {
  const { label, note, filter, isOutdated, asksOn } = offer;
  const isSnippet = can.snippets && offer.stops.length > 0;
  const text = isSnippet ? asSnippet(offer) : (offer.withoutStops ?? offer.text);
  return {
    label,
    kind: KINDS[offer.kind],
    ...(note === '' ? {} : can.notes ? { labelDetails: { description: note } } : { detail: note }),
    filterText: filter,
    textEdit: TextEdit.replace(lines.range(offer.start, offer.end), text),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(can.asIs ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(isOutdated && can.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(asksOn && can.suggestCommand ? { command: { title: '', command: can.suggestCommand } } : {}),
  };
}

/** The stops in their order, each with what stands there until something is typed over it. */
function asSnippet({ text, stops }: Insertion): string {
  let at = 0;
  let snippet = '';
  for (const [index, { start, end }] of stops.entries()) {
    snippet += `${escaped(text.slice(at, start))}\${${index + 1}:${escaped(text.slice(start, end))}}`;
    at = end;
  }
  return snippet + escaped(text.slice(at));
}
