import type { NoticeType } from '@/lib/schema/tag-schema';
import type { HistoryDeed } from './history-facts';
import type {
  HistoryEntry,
  Place,
  QuoteFinding,
  QuotedSource,
  ReportHead,
  ReportMark,
  Section,
  Source,
} from './report';
import type { ExtraSection } from './report-input';
import type { ShareChecked } from './share-checked';

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** `1 mark`, `2 marks`. */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** `1 mark is undecided`, `2 marks are undecided`. */
export const undecidedWords = (count: number): string =>
  `${countWords(count, 'mark')} ${count === 1 ? 'is' : 'are'} undecided`;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `13 September 2018`, in UTC; the platform's own formats change with its version. */
export function formatDay(iso: string): string {
  const date = new Date(iso);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!} ${date.getUTCFullYear()}`;
}

/** `13 September 2018, 14:05 UTC`. */
export const formatTime = (iso: string): string =>
  `${formatDay(iso)}, ${new Date(iso).toISOString().slice(11, 16)} UTC`;

/** `paragraph 5, sentence 1`, or `paragraphs 5 to 7`. */
export function placeWords({ paragraph, sentence, lastParagraph, lastSentence }: Place): string {
  if (paragraph === null)
    return lastParagraph === null ? 'between paragraphs' : `before paragraph ${lastParagraph}`;
  if (lastParagraph !== null && lastParagraph !== paragraph)
    return `paragraphs ${paragraph} to ${lastParagraph}`;
  if (sentence === null) return `paragraph ${paragraph}`;
  return lastSentence === null || lastSentence === sentence
    ? `paragraph ${paragraph}, sentence ${sentence}`
    : `paragraph ${paragraph}, sentences ${sentence} to ${lastSentence}`;
}

/** `name misspelled: Soyug-FG`, as everywhere in Galley. */
export const tagWords = ({ tag, value }: Pick<ReportMark, 'tag' | 'value'>): string =>
  value === null ? tag.label : `${tag.label}: ${value}`;

export const VERDICT_WORDS = {
  accepted: 'accepted',
  rejected: 'rejected',
  sic: 'left as it stands (sic)',
  merged: 'merged',
} as const;

/** What a source without a link is. */
export const STANDING_WORDS: Readonly<Record<Source['standing'], string>> = {
  held: 'Held by the desk',
  filed: 'Document at the desk',
  noted: 'Note of the desk',
};

/** What the source of a quotation is called. */
export const quotedSourceWords = ({ title }: QuotedSource): string => title ?? STANDING_WORDS.held;

/** The quotations found in a source, gathered by what it is called (null: protected), in their order. */
export function quotedLines({
  quoted,
}: Source): readonly { readonly title: string | null; readonly quotations: readonly number[] }[] {
  const titles = [...new Set(quoted.map(({ title }) => title))];
  return titles.map((title) => ({
    title,
    quotations: quoted.flatMap((one) => (one.title === title ? [one.quotation] : [])),
  }));
}

/** `Quotation 2`, `Quotations 2 and 4`. */
export const quotationWords = (quotations: readonly number[]): string =>
  `${quotations.length === 1 ? 'Quotation' : 'Quotations'} ${listWords(quotations.map(String), 'and')}`;

/** Why an accepted correction is not made. */
export const OTHER_WON_WORDS = 'another correction that it collides with was made';

/** Said of an entry whose correction is not made. */
export const GAVE_WAY_WORDS = `Not made by itself: ${OTHER_WON_WORDS}`;

export const NOTICE_WORDS: Readonly<Record<NoticeType, string>> = {
  correction: 'Correction',
  clarification: 'Clarification',
  'editors-note': 'Editor’s note',
  update: 'Update',
};

/** What a part of the report is called, where it stands and where it is asked for. */
export const SECTION_TITLES: Readonly<Record<Section | ExtraSection, string>> = {
  corrections: 'Corrections',
  quotes: 'Quotations',
  queries: 'Open queries',
  rejected: 'Rejected',
  sic: 'Stands as in the source (sic)',
  'quote-check': 'Quote check',
  history: 'History',
};

/** Where there was nothing to find it in. */
const NOT_COMPARED = 'Not compared: the article has no sources';

/** `Word for word`, `Altered, 93 % verbatim: number, omission`, `Not found in any source`. A share is never rounded up. */
export function quoteWords({ verdict, shareVerbatim, kinds, source, compared }: QuoteFinding): string {
  if (verdict === 'not found') return compared ? 'Not found in any source' : NOT_COMPARED;
  if (verdict === 'found') return 'Word for word';
  const withheld = source !== null && source.title === null ? '; what the source has is not shown' : '';
  return `Altered, ${Math.floor(100 * shareVerbatim)} % verbatim: ${kinds.join(', ')}${withheld}`;
}

const DEED_WORDS: Readonly<Record<HistoryDeed, string>> = {
  marked: 'marked it',
  changed: 'changed it',
  deleted: 'deleted it',
  restored: 'restored it',
  'evidence added': 'added evidence',
  'evidence removed': 'removed evidence',
  accepted: 'accepted it',
  rejected: 'rejected it',
  sic: 'let it stand (sic)',
  merged: 'merged it',
  reopened: 'reopened it',
};

/** What was done, with what a change changed: `changed the correction and the note`. */
export const deedWords = ({ deed, fields }: Pick<HistoryEntry, 'deed' | 'fields'>): string =>
  deed === 'changed' && fields.length > 0
    ? `changed ${listWords(
        fields.map((field) => `the ${field}`),
        'and',
      )}`
    : DEED_WORDS[deed];

/** One line of a history. */
interface HistoryLine {
  readonly when: string;
  readonly who: string;
  readonly what: string;
}

/** What happened to the marks of a row, in order: when, who, what. The same several times on end, in one minute, is said once. */
export function historyLines(marks: readonly ReportMark[]): readonly HistoryLine[] {
  const lines: { readonly line: HistoryLine; readonly alike: string; times: number }[] = [];
  for (const entry of marks.flatMap(({ history }) => history ?? []).toSorted(byTime)) {
    const line = { when: formatTime(entry.at), who: entry.by.name, what: deedWords(entry) };
    const alike = JSON.stringify([line.when, entry.by, line.what]);
    const last = lines.at(-1);
    if (last?.alike === alike) last.times += 1;
    else lines.push({ line, alike, times: 1 });
  }
  return lines.map(({ line, times }) =>
    times > 1 ? { ...line, what: `${line.what} (${times} times)` } : line,
  );
}

const byTime = (a: HistoryEntry, b: HistoryEntry): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** The first letter as a sentence starts. */
export const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `120 of 400 words checked (30 %); not checked in full: paragraphs 2 and 5 to 9.` A share is never rounded up. */
export function checkedWords({ words, of, unchecked }: ShareChecked): string {
  if (words === of) return `All ${countWords(of, 'word')} checked.`;
  const ranges = unchecked.flatMap(([from, to]) =>
    to - from > 1 ? [`${from} to ${to}`] : from === to ? [String(from)] : [String(from), String(to)],
  );
  const one = unchecked.length === 1 && unchecked[0]?.[0] === unchecked[0]?.[1];
  const share = Math.floor((100 * words) / of);
  return `${words.toLocaleString('en-US')} of ${countWords(of, 'word')} checked (${share} %); not checked in full: ${one ? 'paragraph' : 'paragraphs'} ${listWords(ranges, 'and')}.`;
}

/** Who signs a report, and as what; a draft has the lines and no names. */
export const signatures = ({ issue }: Pick<ReportHead, 'issue'>): readonly (readonly [string, string])[] => [
  ['Prepared by', issue?.preparedBy ?? ''],
  ['Approved by', issue?.by.name ?? ''],
];

/** `Draft, as of …`, or `Report 2, issued …; it takes the place of report 1`. */
export function standingWords({ asOf, issue }: Pick<ReportHead, 'asOf' | 'issue'>): string {
  if (issue === null) return `Draft, as of ${formatTime(asOf)}`;
  const instead = issue.supersedes === null ? '' : `; it takes the place of report ${issue.supersedes}`;
  return `Report ${issue.number}, issued ${formatTime(issue.at)}${instead}`;
}
