import type { ReportFormatKey } from './formats';
import { countDefusedCells } from './render-csv';
import { hasLinksOnPaper, LINKED_ENTRIES } from './html/paper-links';
import type { Report, ReportMark, Row } from './report';
import { unholdableIn } from './unholdable';
import { countWords, listWords, NOTICE_WORDS } from './wording';

/** What a format cannot hold of a report, one sentence each; empty where it holds everything it shows. */
export function lossesOf(report: Report, format: ReportFormatKey): readonly string[] {
  switch (format) {
    case 'html':
      return [...unholdable(shownStrings(report), 'xml'), ...outermost(report)];
    case 'pdf':
      return [
        ...lossesOf(report, 'html'),
        ...(hasLinksOnPaper(report)
          ? []
          : [
              `Numbers of entries do not lead to them: with more than ${LINKED_ENTRIES.toLocaleString('en')}, printing takes much longer with them.`,
            ]),
      ];
    case 'docx':
      return [
        ...unholdable(shownStrings(report), 'xml'),
        ...(hasReturns(report) ? ['Carriage returns in corrections and notes become paragraph ends.'] : []),
        ...outermost(report),
      ];
    case 'docx-tracked':
      return [
        ...unholdable([['the text', report.text.value], ...shownStrings(report)], 'xml'),
        ...(hasReturns(report) ? ['Carriage returns in corrections and notes become paragraph ends.'] : []),
        `It has the article, its corrections and a comment for each mark; not ${withoutWords(report, ['the summary', 'the notices', 'the list of sources'])}.`,
        ...outermost(report),
      ];
    case 'csv': {
      const defused = countDefusedCells(report);
      return [
        ...(defused > 0
          ? [
              `${countWords(defused, 'cell')} would run as a formula and so ${defused === 1 ? 'starts' : 'start'} with an apostrophe that nobody wrote.`,
            ]
          : []),
        `It has the marks; not ${listWords([...['the text', 'the summary', 'the notices'], ...(report.quotes === null ? [] : ['the quote check'])], 'and')}.`,
      ];
    }
    case 'md':
      return [...unholdable(shownStrings(report), 'markdown'), ...outermost(report)];
    case 'txt':
      return [
        'It has the text with the accepted corrections made; nothing of why, by whom and on what evidence.',
        ...outermost(report),
      ];
    case 'diff':
      return [
        'It has the accepted corrections line by line; nothing of why, by whom and on what evidence.',
        ...outermost(report),
      ];
    case 'schema-org':
      return [
        'It has the accepted corrections; not the text, notes, evidence, people and what was not accepted.',
        ...outermost(report),
      ];
    case 'json':
    case 'zip':
      return [];
  }
}

/** What the document with tracked changes goes without. */
const withoutWords = ({ quotes, options }: Report, parts: readonly string[]): string =>
  listWords(
    [
      ...parts,
      ...(quotes === null ? [] : ['the quote check']),
      ...(options.sections.includes('history') ? ['the history'] : []),
    ],
    'and',
  );

/** Everything that people wrote and the report shows, with where it stands. */
function shownStrings({ head, rows, notices, sources, quotes }: Report): [where: string, text: string][] {
  const { title, byline, url, project } = head.article;
  const ofMark = (number: number, mark: ReportMark): [string, string][] => [
    [`the passage of no. ${number}`, mark.context.before + mark.exact + mark.context.after],
    [`the tag of no. ${number}`, mark.tag.label],
    [`the value of no. ${number}`, mark.value ?? ''],
    [`the correction of no. ${number}`, (mark.proposed ?? '') + (mark.shouldRead ?? '')],
    [`the note of no. ${number}`, mark.note ?? ''],
    [`the reason of no. ${number}`, mark.decision?.reason ?? ''],
    [
      `the evidence of no. ${number}`,
      mark.evidence.map(({ note, excerpt, locator }) => [note, excerpt, locator]).join(' '),
    ],
    [`a name in no. ${number}`, mark.reviewer.name + (mark.decision?.editor.name ?? '')],
  ];
  return [
    ['the title', title],
    ['the byline', byline ?? ''],
    ['the address', url ?? ''],
    ['the project’s name', project],
    ...rows.flatMap(({ number, marks }) => marks.flatMap((mark) => ofMark(number, mark))),
    ...notices.map(({ type, text }): [string, string] => [`the ${NOTICE_WORDS[type].toLowerCase()}`, text]),
    ...(quotes ?? []).map(({ number, exact, speaker, diff, source }): [string, string] => [
      `quotation ${number}`,
      [
        exact,
        speaker,
        source?.title,
        source?.url,
        ...diff.map((part) => (part.kind === 'kept' ? '' : part.added)),
      ].join(' '),
    ]),
    ...sources.map(({ number, url: link, quoted }): [string, string] => [
      `source ${number}`,
      [link, ...quoted.map(({ title }) => title)].join(' '),
    ]),
  ];
}

function unholdable(strings: readonly (readonly [string, string])[], kind: 'xml' | 'markdown'): string[] {
  const places = new Map<string, string>();
  for (const [where, text] of strings) {
    const found = unholdableIn(text, kind);
    if (found.length > 0) places.set(where, listWords(found, 'and'));
  }
  if (places.size === 0) return [];
  const list = [...places].map(([where, characters]) => `${characters} in ${where}`);
  return [`Control characters that the format cannot hold are shown as U+FFFD: ${list.join('; ')}.`];
}

const hasReturns = ({ rows }: Report): boolean =>
  rows.some(({ marks }) =>
    marks.some(({ shouldRead, note, decision }) =>
      [shouldRead, note, decision?.reason].some((text) => text?.includes('\r')),
    ),
  );

function outermost({ rows }: Report): string[] {
  const lost = rows.filter(({ marks }) => marks.some(({ gaveWay }) => gaveWay));
  if (lost.length === 0) return [];
  const one = lost.length === 1;
  const named = lost.slice(0, NAMED).map(lostWords);
  const more = lost.length - named.length;
  const list = listWords([...named, ...(more > 0 ? [`${countWords(more, 'other')}`] : [])], 'and');
  return [
    `Not made by ${one ? 'itself' : 'themselves'}, since ${one ? 'it collides' : 'they collide'} with another correction that is: ${one ? 'no.' : 'nos.'} ${list}.`,
  ];
}

/** So many entries are named in a sentence; the others are marked where they stand. */
const NAMED = 20;

/** `2`, or `2 (1 of its 3 places)`. */
function lostWords({ number, marks }: Row): string {
  const gone = marks.filter(({ gaveWay }) => gaveWay).length;
  return gone === marks.length ? `${number}` : `${number} (${gone} of its ${marks.length} places)`;
}
