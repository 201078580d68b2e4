import { RELATION_WORDS } from '@/lib/evidence/relations';
import { SEVERITIES } from '@/lib/schema/tag-schema';
import { escapeDestination, escapeMarkdown as text, escapeMarkdownLine as line } from './escape-markdown';
import { lossesOf } from './find-losses';
import { markdownHistory, markdownQuotes } from './markdown-sections';
import { SECTIONS, type Citation, type Report, type ReportMark, type Row, type Source } from './report';
import {
  capitalise,
  checkedWords,
  countWords,
  formatDay,
  GAVE_WAY_WORDS,
  standingWords,
  listWords,
  NOTICE_WORDS,
  placeWords,
  quotationWords,
  quotedLines,
  SECTION_TITLES,
  signatures,
  STANDING_WORDS,
  tagWords,
  VERDICT_WORDS,
} from './wording';

/**
 * The report as CommonMark (with a GFM table for the counts). Whatever people wrote is escaped, so it neither formats
 * nor links nor hides anything. Each mark's id stands in a comment beside it.
 */
export function renderMarkdown(report: Report): string {
  const { head, notices, rows, quotes, sources, options } = report;
  const blocks = [
    `# Corrections report: ${line(head.article.title)}`,
    standingWords(head),
    facts(report),
    '## Summary',
    ...summary(report),
    ...(notices.length > 0 ? ['## Notices'] : []),
    ...(notices.length > 0 && head.issue === null ? ['Drafts, to be read before they are published.'] : []),
    ...notices.map(
      ({ type, text: wording, rows: told }) =>
        `**${NOTICE_WORDS[type]}**${told.length > 0 ? ` (no. ${listWords(told.map(String), 'and')})` : ''}\n\n> ${text(wording, '> ')}`,
    ),
    ...SECTIONS.flatMap((section) => {
      const inside = rows.filter((row) => row.section === section);
      return inside.length > 0 ? [`## ${SECTION_TITLES[section]}`, ...inside.map(entry)] : [];
    }),
    ...(rows.length === 0 ? ['Nothing to report: no mark fits these options.'] : []),
    ...(quotes === null ? [] : markdownQuotes(quotes)),
    ...(sources.length > 0 ? ['## Sources', ...sources.map(sourceEntry)] : []),
    ...(options.sections.includes('history') && rows.length > 0 ? [markdownHistory(rows)] : []),
    '## Sign-off',
    signatures(head)
      .map(([label, name]) => `- ${label}: ${name === '' ? BLANK : line(name)}. Date: ${BLANK}`)
      .join('\n'),
    '## About this report',
    [
      `Positions are counted in Unicode code points of version ${head.version.number}; its text has the SHA-256 \`${head.version.sha256}\`.`,
      ...lossesOf(report, 'md'),
    ].join(' '),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const fact = (label: string, value: string | null): string[] =>
  value === null ? [] : [`- **${label}:** ${value}`];

/** Where somebody writes by hand. */
const BLANK = '\\_'.repeat(12);

const PHASES = { before: 'before publication', after: 'after publication' } as const;

function facts({ head }: Report): string {
  const { article, version, reviewers, editors, issue } = head;
  return [
    ...fact('Project', line(article.project)),
    ...fact('Byline', article.byline && line(article.byline)),
    ...fact('Address', article.url && link(article.url)),
    ...fact('Published', article.publishedAt && formatDay(article.publishedAt)),
    ...fact('Reviewed', article.phase && PHASES[article.phase]),
    ...fact('Version', `${version.number} (${countWords(version.words, 'word')})`),
    ...fact('Reviewers', people(reviewers)),
    ...fact('Decided by', people(editors)),
    ...fact('Prepared by', issue && line(issue.preparedBy)),
    ...fact('Approved by', issue && line(issue.by.name)),
    ...fact('Tag schema', `version ${head.schemaVersion}`),
    ...fact('Scope', line(head.scope)),
  ].join('\n');
}

const people = (all: Report['head']['reviewers']): string | null =>
  all.length === 0
    ? null
    : listWords(
        all.map(({ name }) => line(name)),
        'and',
      );

function summary({ summary: { rows, marks, byTag, bySeverity, checked } }: Report): string[] {
  const share = checked === null ? [] : [checkedWords(checked)];
  if (rows === 0) return ['No marks.', ...share];
  const severities = SEVERITIES.toReversed()
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${bySeverity[severity]} ${severity}`);
  return [
    `${countWords(rows, 'finding')} in ${countWords(marks, 'place')}: ${severities.join(', ')}.`,
    [
      '| Tag | Places |',
      '| --- | ---: |',
      ...byTag.map(({ tag, count }) => `| ${line(tag.label)} | ${count} |`),
    ].join('\n'),
    ...share,
  ];
}

/** Said where it differs from what it should read, or nothing is said there. */
const proposedWords = ({ proposed, shouldRead }: ReportMark): string | null => {
  if (proposed === null || proposed === shouldRead) return null;
  return proposed === '' ? '*delete it*' : text(proposed, '  ');
};

function entry({ number, section, marks }: Row): string {
  const [mark] = marks;
  const items = [
    item('As printed', section === 'quotes' ? null : text(mark.exact, '  ')),
    item(
      'Should read',
      mark.shouldRead === '' ? '*delete it*' : mark.shouldRead && text(mark.shouldRead, '  '),
    ),
    item('Proposed', proposedWords(mark)),
    item('State', mark.state && line(mark.state)),
    ...distinct(marks.map(({ note }) => note)).map((note) => item('Why', text(note, '  '))),
    item('Evidence', evidence(marks)),
    item('Severity', mark.severity),
    item('Reviewer', listWords(distinct(marks.map(({ reviewer }) => line(reviewer.name))), 'and')),
    ...distinct(marks.map(decision)).map((verdict) => item('Decision', verdict)),
    item('Changed since it was decided', mark.changedSinceDecision ? 'yes' : null),
    item('Notice', mark.noticeType && NOTICE_WORDS[mark.noticeType]),
  ];
  return [
    `### ${number}. ${line(tagWords(mark))}`,
    ...marks.map(
      (place) =>
        `${capitalise(placeWords(place.place))}: <!-- mark ${place.id} -->\n\n> ${passage(place)}${place.gaveWay ? `\n\n**${GAVE_WAY_WORDS}**` : ''}`,
    ),
    items.filter((one) => one !== null).join('\n'),
  ].join('\n\n');
}

const item = (label: string, value: string | null): string | null =>
  value === null ? null : `- ${label}: ${value}`;

const passage = ({ context: { before, marked, after, cutBefore, cutAfter } }: ReportMark): string =>
  text(`${cutBefore ? '…' : ''}${before}⟦${marked}⟧${after}${cutAfter ? '…' : ''}`, '> ');

function decision({ decision: made }: ReportMark): string | null {
  if (!made) return null;
  const reason = made.reason === null ? '' : `: ${text(made.reason, '  ')}`;
  return `${VERDICT_WORDS[made.verdict]} by ${line(made.editor.name)} on ${formatDay(made.at)}${reason}`;
}

function evidence(marks: readonly ReportMark[]): string | null {
  const numbers = [...new Set(marks.flatMap((mark) => mark.evidence.map(({ source }) => String(source))))];
  return numbers.length > 0
    ? `${numbers.length > 1 ? 'sources' : 'source'} ${listWords(numbers, 'and')}`
    : null;
}

const sourceEntry = (source: Source): string => {
  const { number, url, standing, citations } = source;
  return [
    `${number}. ${url === null ? STANDING_WORDS[standing] : link(url)}`,
    ...citations.map(({ row, citation }) => `   - no. ${row}: ${text(citationWords(citation), '     ')}`),
    ...quotedLines(source).map(
      ({ title, quotations }) =>
        `   - ${quotationWords(quotations).toLowerCase()}${title === null ? '' : `: ${text(title, '     ')}`}`,
    ),
  ].join('\n');
};

const citationWords = ({ relation, locator, excerpt, note }: Citation): string =>
  [RELATION_WORDS[relation], locator, excerpt === null ? null : `“${excerpt}”`, note]
    .filter((part) => part !== null)
    .join(' · ');

const link = (url: string): string => `[${line(url)}](${escapeDestination(url)})`;

const distinct = (words: readonly (string | null)[]): string[] => [
  ...new Set(words.filter((word) => word !== null)),
];
