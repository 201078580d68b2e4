import {
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { lossesOf } from '@/lib/report/find-losses';
import { SECTIONS, type Report, type ReportMark, type Row, type Section } from '@/lib/report/report';
import {
  capitalise,
  countWords,
  formatDay,
  standingWords,
  listWords,
  NOTICE_WORDS,
  placeWords,
  SECTION_TITLES,
  tagWords,
  VERDICT_WORDS,
} from '@/lib/report/wording';
import { diffWords } from '@/lib/report/word-diff';
import { attributeText, runChildren, runsRightToLeft } from './docx-text';
import { stabiliseDocx } from './stable-docx';

const INK = { quiet: '595959', wrong: '9c1c1c', right: '14603a' } as const;

/**
 * The report as a Word document: headings, real tables with repeated head rows, links between rows and sources both
 * ways, and page numbers. Each mark's id is the name of a bookmark on its passage. The same report gives the same bytes.
 */
export async function renderDocxReport(report: Report): Promise<Uint8Array> {
  const { head, notices, rows, sources } = report;
  const bookmark = bookmarks();
  const title = attributeText(head.article.title);
  const file = new Document({
    title: `Corrections report: ${title}`,
    creator: 'Galley',
    lastModifiedBy: 'Galley',
    styles: STYLES,
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: {
          default: new Footer({
            children: [
              line([run({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })]),
            ],
          }),
        },
        children: [
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
          ...SECTIONS.flatMap((section) => {
            const inside = rows.filter((row) => row.section === section);
            return inside.length === 0
              ? []
              : [
                  heading(HeadingLevel.HEADING_1, SECTION_TITLES[section]),
                  sectionTable(section, inside, bookmark),
                ];
          }),
          ...(rows.length === 0 ? [line([plain('Nothing to report: no mark fits the scope.')])] : []),
          ...(sources.length > 0
            ? [heading(HeadingLevel.HEADING_1, 'Sources'), sourceTable(report, bookmark)]
            : []),
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
    ],
  });
  return stabiliseDocx(await Packer.pack(file, 'uint8array'), head.asOf);
}

const STYLES = {
  default: {
    document: { run: { font: 'Arial', size: 19 }, paragraph: { spacing: { after: 60 } } },
    title: { run: { font: 'Georgia', size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { font: 'Georgia', size: 28, bold: true },
      paragraph: { spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { font: 'Georgia', size: 22, bold: true },
      paragraph: { spacing: { before: 160, after: 60 } },
    },
    hyperlink: { run: { color: '1a4f8b', underline: {} } },
  },
} as const;

type Bookmark = (name: string, children: readonly ParagraphChild[]) => ParagraphChild[];

/** Bookmarks need numbers of their own; the library's come from chance. */
function bookmarks(): Bookmark {
  let next = 1;
  return (name, children) => {
    const id = next++;
    // The library's types know them only inside its own bookmark.
    const edge = (bookmarkEdge: BookmarkStart | BookmarkEnd) => bookmarkEdge as unknown as ParagraphChild;
    return [edge(new BookmarkStart(name, id)), ...children, edge(new BookmarkEnd(id))];
  };
}

const run = (options: IRunOptions): TextRun => new TextRun(options);
const shown = (text: string) => ({ children: runChildren(text.replace(/[\r\n]+/gu, ' ')) });
const plain = (text: string): TextRun => run(shown(text));
const bold = (text: string): TextRun => run({ ...shown(text), bold: true });
const quiet = (text: string): TextRun => run({ ...shown(text), color: INK.quiet });
const line = (children: readonly ParagraphChild[], words = ''): Paragraph =>
  new Paragraph({ children: [...children], ...(runsRightToLeft(words) ? { bidirectional: true } : {}) });
const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], text: string): Paragraph =>
  new Paragraph({ heading: level, children: [plain(text)], keepNext: true });
const jump = (anchor: string, text: string): ParagraphChild =>
  new InternalHyperlink({ anchor, children: [run({ ...shown(text), style: 'Hyperlink' })] });
const linked = (url: string): ParagraphChild =>
  /^https?:\/\//iu.test(url)
    ? new ExternalHyperlink({
        link: attributeText(url),
        children: [run({ ...shown(url), style: 'Hyperlink' })],
      })
    : plain(url);
const joined = (links: readonly ParagraphChild[]): readonly ParagraphChild[] =>
  links.flatMap((link, index) => (index > 0 ? [plain(', '), link] : [link]));

/** A text as somebody wrote it, each of its lines a paragraph. */
const written = (text: string, label = ''): readonly Paragraph[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((words, at) => line([...(at === 0 && label !== '' ? [quiet(label)] : []), plain(words)], words));

type Cell = readonly Paragraph[];
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'd5d2cb' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A table over the width of the page; widths in percent. The head row is repeated on each page. */
function grid(
  widths: readonly number[],
  body: readonly (readonly Cell[])[],
  headings: readonly string[] = [],
): Table {
  const row = (cells: readonly Cell[], tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: !tableHeader && body.length < 400,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at]!, type: WidthType.PERCENTAGE },
            margins: { top: 60, bottom: 60, right: 120 },
            children: cell.length > 0 ? [...cell] : [line([])],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: THIN,
      bottom: THIN,
      insideHorizontal: THIN,
      insideVertical: NONE,
      left: NONE,
      right: NONE,
    },
    rows: [
      ...(headings.length > 0
        ? [
            row(
              headings.map((text) => [line([bold(text)])]),
              true,
            ),
          ]
        : []),
      ...body.map((cells) => row(cells, false)),
    ],
  });
}

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

function summaryOf({ summary: { rows, marks, byTag } }: Report): readonly (Paragraph | Table)[] {
  if (rows === 0) return [line([plain('No marks.')])];
  return [
    line([plain(`${countWords(rows, 'finding')} in ${countWords(marks, 'place')}.`)]),
    grid(
      [80, 20],
      byTag.map(({ tag, count }) => [[line([plain(tag.label)])], [line([plain(String(count))])]]),
      ['Tag', 'Places'],
    ),
  ];
}

function sectionTable(section: Section, rows: readonly Row[], bookmark: Bookmark): Table {
  const reads = section === 'quotes' ? 'Speaker or document' : 'Should read';
  return grid(
    [10, 37, 23, 30],
    rows.map((row) => rowCells(row, bookmark)),
    ['No.', 'In the text', reads, 'What and why'],
  );
}

function rowCells({ number, section, marks }: Row, bookmark: Bookmark): readonly Cell[] {
  const [mark] = marks;
  const reads = section === 'quotes' ? written(mark.value ?? 'not named') : correctionOf(mark);
  return [
    [line(bookmark(`no_${number}`, [bold(String(number))])), line([quiet(mark.severity)])],
    marks.flatMap((place) => passageOf(place, section, bookmark)),
    reads,
    findingOf(section, marks),
  ];
}

/** A bookmark's name takes no hyphens. */
const markName = (id: string): string => `m_${id.replaceAll('-', '_')}`;

function passageOf({ id, place, context, exact }: ReportMark, section: Section, bookmark: Bookmark): Cell {
  const { before, after, cutBefore, cutAfter } = context;
  const passage =
    section === 'quotes' ? exact : `${cutBefore ? '…' : ''}${before}⟦${exact}⟧${after}${cutAfter ? '…' : ''}`;
  return [line(bookmark(markName(id), [quiet(capitalise(placeWords(place)))])), ...written(passage)];
}

function correctionOf({ exact, proposed, shouldRead, status }: ReportMark): Cell {
  if (shouldRead === null && proposed === null) return [line([quiet('no correction')])];
  const decided = status === 'open' ? null : shouldRead;
  return [
    ...(decided === null ? [] : decided === '' ? [line([quiet('delete')])] : changedWords(exact, decided)),
    ...(proposed !== null && proposed !== decided
      ? [
          line([quiet('proposed by the reviewer')]),
          ...(proposed === '' ? [line([quiet('delete')])] : written(proposed)),
        ]
      : []),
  ];
}

/** The correction with the words that it brings in told apart. */
function changedWords(exact: string, replacement: string): Cell {
  if (/[\r\n]/u.test(replacement)) return written(replacement);
  const runs = diffWords(exact, replacement).flatMap((part) =>
    part.kind === 'kept'
      ? [plain(part.text)]
      : part.added === ''
        ? []
        : [run({ children: runChildren(part.added), bold: true, color: INK.right })],
  );
  return [line(runs, replacement)];
}

function findingOf(section: Section, marks: Row['marks']): Cell {
  const [mark] = marks;
  const sources = [...new Set(marks.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
  const notes = [...new Set(marks.flatMap(({ note }) => note ?? []))];
  const reviewers = [...new Set(marks.map(({ reviewer }) => reviewer.name))];
  const decisions = new Map(
    marks.flatMap(({ decision }) =>
      decision
        ? [[JSON.stringify([decision.editor, formatDay(decision.at), decision.reason]), decision] as const]
        : [],
    ),
  );
  return [
    ...(section === 'quotes'
      ? [line([bold(mark.tag.label)])]
      : written(tagWords(mark)).map((paragraph) => paragraph)),
    ...notes.flatMap((note) => written(note)),
    ...(mark.state === null ? [] : written(mark.state, 'State: ')),
    ...(sources.length > 0
      ? [
          line([
            quiet('Evidence '),
            ...joined(sources.map((source) => jump(`source_${source}`, String(source)))),
          ]),
        ]
      : []),
    line([quiet('Marked by '), plain(listWords(reviewers, 'and'))]),
    ...[...decisions.values()].flatMap(({ verdict, editor, at, reason }) =>
      written(
        reason ?? '',
        `${capitalise(VERDICT_WORDS[verdict])} by ${editor.name}, ${formatDay(at)}${reason === null ? '' : ': '}`,
      ),
    ),
    ...(mark.changedSinceDecision ? [line([quiet('Changed since it was decided')])] : []),
    ...(mark.noticeType ? [line([quiet(`Notice: ${NOTICE_WORDS[mark.noticeType].toLowerCase()}`)])] : []),
  ];
}

const sourceTable = ({ sources }: Report, bookmark: Bookmark): Table =>
  grid(
    [8, 92],
    sources.map(({ number, url, citations }) => [
      [line(bookmark(`source_${number}`, [bold(String(number))]))],
      [
        line([url === null ? plain('Held by the desk') : linked(url)]),
        ...citations.map(({ row, citation: { relation, locator, excerpt, note } }) =>
          line([
            jump(`no_${row}`, `No. ${row}`),
            plain(
              ['', relation, locator, excerpt === null ? null : `“${excerpt}”`, note]
                .filter((part) => part !== null)
                .join(' · '),
            ),
          ]),
        ),
      ],
    ]),
    ['No.', 'Source'],
  );
