import { stringify } from 'csv-stringify/sync';
import { RELATION_WORDS } from '@/lib/evidence/relations';
import type { Report, ReportMark, Row } from './report';
import { historyLines, OTHER_WON_WORDS, SECTION_TITLES } from './wording';

/** Column headings with what stands under them, for one mark of a row; `made` has the ids of those made in the text. */
const COLUMNS: readonly (readonly [
  heading: string,
  cell: (mark: ReportMark, row: Row, index: number, made: ReadonlySet<string>) => string,
])[] = [
  ['No.', (_mark, { number }) => String(number)],
  ['Section', (_mark, { section }) => SECTION_TITLES[section]],
  ['Repeat', (_mark, { marks }, index) => `${index + 1} of ${marks.length}`],
  ['Paragraph', ({ place }) => numberOrNothing(place.paragraph)],
  ['Sentence', ({ place }) => numberOrNothing(place.sentence)],
  ['Context before', ({ context }) => context.before],
  ['As printed', ({ exact }) => exact],
  ['Context after', ({ context }) => context.after],
  ['Tag', ({ tag }) => tag.label],
  ['Value', ({ value }) => value ?? ''],
  ['State', ({ state }) => state ?? ''],
  ['Change', changeOf],
  ['Should read', ({ shouldRead }) => shouldRead ?? ''],
  ['Proposed', ({ proposed }) => proposed ?? ''],
  ['Made in the text', madeOf],
  ['Why', ({ note }) => note ?? ''],
  ['Severity', ({ severity }) => severity],
  ['Status', ({ status }) => status],
  ['Evidence', ({ evidence }) => [...new Set(evidence.map(({ source }) => source))].join('; ')],
  ['Reviewer', ({ reviewer }) => reviewer.name],
  ['Marked at', ({ createdAt }) => createdAt],
  ['Decided by', ({ decision }) => decision?.editor.name ?? ''],
  ['Decided at', ({ decision }) => decision?.at ?? ''],
  ['Reason', ({ decision }) => decision?.reason ?? ''],
  ['Notice', ({ noticeType }) => noticeType ?? ''],
  ['Start', ({ start }) => String(start)],
  ['End', ({ end }) => String(end)],
  ['Tag key', ({ tag }) => tag.key],
  ['Mark', ({ id }) => id],
];

/**
 * One line a mark, never grouped, with a heading line: RFC 4180 in UTF-8. A cell that a spreadsheet would run as a
 * formula starts with an apostrophe; joiners and direction marks stay as they were written.
 */
export function renderCsv(report: Report): string {
  const { rows, sources, options } = report;
  const made = madeIn(report);
  const isTold = options.sections.includes('history');
  const links = new Map(sources.map(({ number, url }) => [number, url]));
  const lines = rows.flatMap((row) =>
    row.marks.map((mark, index) => [
      ...COLUMNS.map(([, cell]) => cell(mark, row, index, made)),
      evidenceInWords(mark, links),
      ...(isTold ? [historyInWords(mark)] : []),
    ]),
  );
  return stringify(lines, {
    header: true,
    columns: [
      ...COLUMNS.map(([heading]) => heading),
      'Evidence in words',
      ...(isTold ? [SECTION_TITLES.history] : []),
    ],
    record_delimiter: 'windows',
    escape_formulas: true,
    bom: options.bom,
  });
}

const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** How many cells of the spreadsheet carry an apostrophe that nobody wrote. */
export function countDefusedCells(report: Report): number {
  const { rows, sources } = report;
  const made = madeIn(report);
  const links = new Map(sources.map(({ number, url }) => [number, url]));
  let count = 0;
  for (const row of rows) {
    row.marks.forEach((mark, index) => {
      for (const [, cell] of COLUMNS) if (FORMULA.test(cell(mark, row, index, made))) count += 1;
      if (FORMULA.test(evidenceInWords(mark, links))) count += 1;
    });
  }
  return count;
}

const numberOrNothing = (number: number | null): string => (number === null ? '' : String(number));

/** Tells "delete it" from "no correction", which are both empty under "Should read". */
function changeOf({ shouldRead }: ReportMark): string {
  if (shouldRead === null) return '';
  return shouldRead === '' ? 'delete' : 'replace';
}

const madeIn = ({ changes }: Report): ReadonlySet<string> =>
  new Set(changes.changes?.flatMap(({ markIds }) => markIds));

/** Whether the corrected text has it: an accepted correction, unless it gave way or corrections still collide. */
function madeOf(
  { id, shouldRead, gaveWay }: ReportMark,
  _row: Row,
  _index: number,
  made: ReadonlySet<string>,
): string {
  if (shouldRead === null) return '';
  if (made.has(id)) return 'yes';
  return gaveWay ? `no: ${OTHER_WON_WORDS}` : 'no';
}

/** Begins with a day, so no spreadsheet takes it for a formula. */
const historyInWords = (mark: ReportMark): string =>
  historyLines([mark])
    .map(({ when, who, what }) => `${when}: ${who} ${what}`)
    .join('\n');

const evidenceInWords = ({ evidence }: ReportMark, links: ReadonlyMap<number, string | null>): string =>
  evidence
    .map(({ source, relation, locator, excerpt, note }) =>
      [
        `${source}. ${RELATION_WORDS[relation]}`,
        links.get(source) ?? null,
        locator,
        excerpt === null ? null : `“${excerpt}”`,
        note,
      ]
        .filter((part) => part !== null)
        .join(' · '),
    )
    .join('\n');
