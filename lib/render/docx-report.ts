import { Footer, HeadingLevel, PageNumber, type Paragraph, type ParagraphChild, type Table } from 'docx';
import { RELATION_WORDS } from '@/lib/evidence/relations';
import { lossesOf } from '@/lib/report/find-losses';
import { SECTIONS, type Report, type Source } from '@/lib/report/report';
import {
  checkedWords,
  countWords,
  formatDay,
  listWords,
  NOTICE_WORDS,
  quotationWords,
  quotedLines,
  SECTION_TITLES,
  signatures,
  STANDING_WORDS,
  standingWords,
} from '@/lib/report/wording';
import {
  bold,
  bookmarks,
  grid,
  heading,
  INK,
  joined,
  jump,
  line,
  linked,
  plain,
  quiet,
  run,
  written,
  type Bookmark,
  type Cell,
} from './docx-pieces';
import { sectionTable } from './docx-rows';
import { historyTable, quoteTable } from './docx-sections';
import { attributeText } from './docx-text';
import { packDocx, type DocxFrame, type DocxPiece } from './pack-docx';

/**
 * The report as a Word document: headings, real tables with repeated head rows, links between rows and sources both
 * ways, and page numbers. Each mark's id is the name of a bookmark on its passage. The same report gives the same bytes.
 */
export async function renderDocxReport(report: Report): Promise<Uint8Array> {
  const { head, notices, rows, quotes, sources, options } = report;
  const bookmark = bookmarks();
  const title = attributeText(head.article.title);
  const frame: DocxFrame = {
    title: `Corrections report: ${title}`,
    creator: 'Galley',
    lastModifiedBy: 'Galley',
    styles: STYLES,
    section: {
      properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
      footers: {
        default: new Footer({
          children: [
            line([run({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })]),
          ],
        }),
      },
    },
  };
  const pieces: DocxPiece[] = [
    {
      children: () => [
        heading(HeadingLevel.TITLE, `Corrections report: ${title}`),
        line([run({ text: standingWords(head), color: INK.quiet })]),
        grid([28, 72], factsOf(report)),
        heading(HeadingLevel.HEADING_1, 'Summary'),
        ...summaryOf(report),
        ...(notices.length > 0 ? [heading(HeadingLevel.HEADING_1, 'Notices')] : []),
        ...notices.flatMap(({ type, text, rows: told }) => [
          heading(HeadingLevel.HEADING_2, NOTICE_WORDS[type]),
          ...written(text),
          ...(told.length > 0
            ? [line([quiet('About no. '), ...joined(told.map((row) => jump(`no_${row}`, String(row))))])]
            : []),
        ]),
      ],
    },
    ...SECTIONS.flatMap((section) =>
      tablePieces(
        SECTION_TITLES[section],
        rows.filter((row) => row.section === section),
        (some, isLong, isFirst) => sectionTable(section, some, bookmark, isLong, isFirst),
      ),
    ),
    {
      children: () => [
        ...(rows.length === 0 ? [line([plain('Nothing to report: no mark fits the scope.')])] : []),
        ...(quotes?.length === 0
          ? [
              heading(HeadingLevel.HEADING_1, SECTION_TITLES['quote-check']),
              line([plain('The article quotes nobody.')]),
            ]
          : []),
      ],
    },
    ...tablePieces(SECTION_TITLES['quote-check'], quotes ?? [], quoteTable),
    ...tablePieces('Sources', sources, (some, isLong, isFirst) =>
      sourceTable(some, bookmark, isLong, isFirst),
    ),
    ...(options.sections.includes('history') ? tablePieces(SECTION_TITLES.history, rows, historyTable) : []),
    {
      children: () => [
        heading(HeadingLevel.HEADING_1, 'Sign-off'),
        grid(
          [18, 44, 8, 30],
          signatures(head).map(([label, name]) => [
            [line([quiet(label)])],
            [line([plain(name)])],
            [line([quiet('Date')])],
            [],
          ]),
        ),
        heading(HeadingLevel.HEADING_1, 'About this report'),
        line([
          plain(
            [
              `Positions are counted in Unicode code points of version ${head.version.number}; its text has the SHA-256 ${head.version.sha256}.`,
              ...lossesOf(report, 'docx'),
            ].join(' '),
          ),
        ]),
      ],
    },
  ];
  return packDocx(frame, pieces, head.asOf);
}

/** Rows of a table that are built at once. */
const ROWS_AT_ONCE = 100;
/** From so many rows on, a row may be cut by the end of a page: keeping them whole takes word processors ages. */
const LONG_TABLE = 400;

/** A heading and a table of these, some rows at a time; nothing where there are none. */
const tablePieces = <T>(
  title: string,
  items: readonly T[],
  table: (items: readonly T[], isLong: boolean, isFirst: boolean) => Table | readonly (Paragraph | Table)[],
): readonly DocxPiece[] =>
  Array.from({ length: Math.ceil(items.length / ROWS_AT_ONCE) }, (_, at) => ({
    continues: at > 0,
    children: () => [
      ...(at === 0 ? [heading(HeadingLevel.HEADING_1, title)] : []),
      ...[
        table(items.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE), items.length >= LONG_TABLE, at === 0),
      ].flat(),
    ],
  }));

/** The levels make headings what readers list and jump to: not every one goes by the name of the style. */
const STYLES = {
  default: {
    document: { run: { font: 'Arial', size: 19 }, paragraph: { spacing: { after: 60 } } },
    title: { run: { font: 'Georgia', size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { font: 'Georgia', size: 28, bold: true },
      paragraph: { spacing: { before: 320, after: 120 }, outlineLevel: 0 },
    },
    heading2: {
      run: { font: 'Georgia', size: 22, bold: true },
      paragraph: { spacing: { before: 160, after: 60 }, outlineLevel: 1 },
    },
    hyperlink: { run: { color: '1a4f8b', underline: {} } },
  },
} as const;

function factsOf({ head }: Report): readonly (readonly Cell[])[] {
  const { article, version, reviewers, editors, issue } = head;
  const people = (all: Report['head']['reviewers']): string =>
    listWords(
      all.map(({ name }) => name),
      'and',
    );
  const facts: readonly (readonly [string, readonly ParagraphChild[] | null])[] = [
    ['Project', [plain(article.project)]],
    ['Byline', article.byline === null ? null : [plain(article.byline)]],
    ['Address', article.url === null ? null : [linked(article.url)]],
    ['Published', article.publishedAt === null ? null : [plain(formatDay(article.publishedAt))]],
    ['Reviewed', article.phase && [plain(`${article.phase} publication`)]],
    ['Reviewers', reviewers.length > 0 ? [plain(people(reviewers))] : null],
    ['Decided by', editors.length > 0 ? [plain(people(editors))] : null],
    ['Prepared by', issue && [plain(issue.preparedBy)]],
    ['Approved by', issue && [plain(issue.by.name)]],
    ['Scope', [plain(head.scope)]],
    ['Version', [plain(`${version.number} (${countWords(version.words, 'word')})`)]],
    ['Tag schema', [plain(`version ${head.schemaVersion}`)]],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[[line([quiet(label)])], [line(value)]]]));
}

function summaryOf({ summary: { rows, marks, byTag, checked } }: Report): readonly (Paragraph | Table)[] {
  const share = checked === null ? [] : [line([plain(checkedWords(checked))])];
  if (rows === 0) return [line([plain('No marks.')]), ...share];
  return [
    line([plain(`${countWords(rows, 'finding')} in ${countWords(marks, 'place')}.`)]),
    ...share,
    grid(
      [80, 20],
      byTag.map(({ tag, count }) => [[line([plain(tag.label)])], [line([plain(String(count))])]]),
      ['Tag', 'Places'],
    ),
  ];
}

const sourceTable = (
  sources: readonly Source[],
  bookmark: Bookmark,
  isLong: boolean,
  isFirst: boolean,
): Table =>
  grid(
    [8, 92],
    sources.map((source) => [
      [line(bookmark(`source_${source.number}`, [bold(String(source.number))]))],
      [
        line([source.url === null ? plain(STANDING_WORDS[source.standing]) : linked(source.url)]),
        ...source.citations.map(({ row, citation: { relation, locator, excerpt, note } }) =>
          line([
            jump(`no_${row}`, `No. ${row}`),
            plain(
              ['', RELATION_WORDS[relation], locator, excerpt === null ? null : `“${excerpt}”`, note]
                .filter((part) => part !== null)
                .join(' · '),
            ),
          ]),
        ),
        ...quotedLines(source).map(({ title, quotations }) =>
          line([plain([quotationWords(quotations), ...(title === null ? [] : [title])].join(' · '))]),
        ),
      ],
    ]),
    isFirst ? ['No.', 'Source'] : [],
    isLong,
  );
