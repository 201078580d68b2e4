import type { Table } from 'docx';
import type { ReportMark, Row, Section } from '@/lib/report/report';
import { diffWords } from '@/lib/report/word-diff';
import {
  capitalise,
  formatDay,
  GAVE_WAY_WORDS,
  listWords,
  NOTICE_WORDS,
  placeWords,
  tagWords,
  VERDICT_WORDS,
} from '@/lib/report/wording';
import {
  bold,
  grid,
  INK,
  joined,
  jump,
  line,
  plain,
  quiet,
  run,
  written,
  type Bookmark,
  type Cell,
} from './docx-pieces';
import { runChildren } from './docx-text';

/** Rows of one section of the report as a table: a row for each finding, its marks' ids as bookmarks. */
export function sectionTable(
  section: Section,
  rows: readonly Row[],
  bookmark: Bookmark,
  isLong: boolean,
  isFirst: boolean,
): Table {
  const reads = section === 'quotes' ? 'Speaker or document' : 'Should read';
  return grid(
    [10, 37, 23, 30],
    rows.map((row) => rowCells(row, bookmark)),
    isFirst ? ['No.', 'In the text', reads, 'What and why'] : [],
    isLong,
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

function passageOf(
  { id, place, context, exact, gaveWay }: ReportMark,
  section: Section,
  bookmark: Bookmark,
): Cell {
  const { before, after, cutBefore, cutAfter } = context;
  const passage =
    section === 'quotes' ? exact : `${cutBefore ? '…' : ''}${before}⟦${exact}⟧${after}${cutAfter ? '…' : ''}`;
  return [
    line(bookmark(markName(id), [quiet(capitalise(placeWords(place)))])),
    ...written(passage),
    ...(gaveWay ? [line([bold(GAVE_WAY_WORDS)])] : []),
  ];
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
