import { escapeDestination, escapeMarkdown as text, escapeMarkdownLine as line } from './escape-markdown';
import type { QuoteFinding, QuotedSource, Row } from './report';
import {
  capitalise,
  historyLines,
  placeWords,
  quotedSourceWords,
  quoteWords,
  SECTION_TITLES,
} from './wording';

/** The quotations beside their sources; what differs stands as `[-printed-]` and `{+in the source+}`. */
export const markdownQuotes = (quotes: readonly QuoteFinding[]): readonly string[] => [
  `## ${SECTION_TITLES['quote-check']}`,
  ...(quotes.length === 0
    ? ['The article quotes nobody.']
    : ['\\[-Printed, and not in the source-\\] {+what the source has+}', ...quotes.map(quoteEntry)]),
];

const quoteEntry = (quote: QuoteFinding): string =>
  [
    `### Quotation ${quote.number}. ${capitalise(placeWords(quote.place))}`,
    `> ${compared(quote)}`,
    [
      `- Finding: ${quoteWords(quote)}`,
      ...(quote.speaker === null ? [] : [`- Speaker or document: ${line(quote.speaker)}`]),
      `- Source: ${quote.source === null ? 'none' : sourceWords(quote.source)}`,
    ].join('\n'),
  ].join('\n\n');

const compared = ({ diff }: QuoteFinding): string =>
  diff
    .map((part) =>
      part.kind === 'kept'
        ? piece(part.text)
        : `${part.removed === '' ? '' : `\\[-${piece(part.removed)}-\\]`}${part.added === '' ? '' : `{+${piece(part.added)}+}`}`,
    )
    .join('');

/** A piece of a line: the single space at its edges stands between words, so it needs no guarding. */
function piece(words: string): string {
  const [, before = '', core = '', after = ''] = /^( ?)(.*?)( ?)$/su.exec(words) ?? [];
  return core === '' ? text(words, '> ') : `${before}${text(core, '> ')}${after}`;
}

function sourceWords(source: QuotedSource): string {
  const words = line(quotedSourceWords(source));
  const named = source.url === null ? words : `[${words}](${escapeDestination(source.url)})`;
  return `${named} (source ${source.number})`;
}

/** What happened to the marks of each row. */
export const markdownHistory = (rows: readonly Row[]): string =>
  [
    `## ${SECTION_TITLES.history}\n`,
    ...rows.flatMap(({ number, marks }) => [
      `- No. ${number}`,
      ...historyLines(marks).map(({ when, who, what }) => `  - ${when}: ${line(who)} ${what}`),
    ]),
  ].join('\n');
