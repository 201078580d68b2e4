import type { Paragraph, ParagraphChild, Table } from 'docx';
import type { QuoteFinding, QuotedSource, Row } from '@/lib/report/report';
import { capitalise, historyLines, placeWords, quotedSourceWords, quoteWords } from '@/lib/report/wording';
import { bold, grid, INK, jump, line, linked, plain, quiet, run, type Cell } from './docx-pieces';
import { runChildren } from './docx-text';

/** The quotations beside their sources, word by word. */
export function quoteTable(
  quotes: readonly QuoteFinding[],
  isLong: boolean,
  isFirst: boolean,
): readonly (Paragraph | Table)[] {
  return [
    ...(isFirst
      ? [line([quiet('Struck out: printed, and not in the source. Bold: what the source has.')])]
      : []),
    grid(
      [10, 47, 21, 22],
      quotes.map((quote) => [
        [line([bold(String(quote.number))])],
        [line([quiet(capitalise(placeWords(quote.place)))]), ...compared(quote)],
        quote.source === null ? [line([quiet('none')])] : sourceOf(quote.source),
        [
          line([bold(quoteWords(quote))]),
          ...(quote.speaker === null ? [] : [line([quiet('Speaker or document: '), plain(quote.speaker)])]),
        ],
      ]),
      isFirst ? ['No.', 'Quotation', 'Source', 'Finding'] : [],
      isLong,
    ),
  ];
}

/** What is quoted, a paragraph for each of the article's. */
function compared({ diff, exact }: QuoteFinding): Cell {
  const lines: ParagraphChild[][] = [[]];
  for (const part of diff) {
    if (part.kind === 'changed') lines.at(-1)?.push(...changedRuns(part));
    else {
      const [first = '', ...others] = part.text.split(/\r\n|\r|\n/u);
      lines.at(-1)?.push(plain(first));
      lines.push(...others.map((words) => [plain(words)]));
    }
  }
  return lines.map((runs) => line(runs, exact));
}

const changedRuns = ({
  removed,
  added,
}: Extract<QuoteFinding['diff'][number], { kind: 'changed' }>): readonly ParagraphChild[] => [
  ...(removed === ''
    ? []
    : [run({ children: runChildren(oneLine(removed)), strike: true, color: INK.wrong })]),
  ...(added === '' ? [] : [run({ children: runChildren(oneLine(added)), bold: true, color: INK.right })]),
];

const oneLine = (text: string): string => text.replace(/[\r\n]+/gu, ' ');

const sourceOf = (source: QuotedSource): Cell => [
  line([
    plain(quotedSourceWords(source)),
    plain(' ('),
    jump(`source_${source.number}`, String(source.number)),
    plain(')'),
  ]),
  ...(source.url === null ? [] : [line([linked(source.url)])]),
];

/** What happened to the marks of each row. */
export const historyTable = (rows: readonly Row[], isLong: boolean, isFirst: boolean): Table =>
  grid(
    [8, 92],
    rows.map(({ number, marks }) => [
      [line([jump(`no_${number}`, String(number))])],
      historyLines(marks).map(({ when, who, what }) => line([quiet(`${when} · `), plain(`${who} ${what}`)])),
    ]),
    isFirst ? ['No.', 'What happened'] : [],
    isLong,
  );
