import type { NoticeType } from '@/lib/schema/tag-schema';
import {
  EARLIER,
  fillTemplate,
  templateFor,
  type HouseTemplate,
  type NoticeOutcome,
  type NoticeTemplate,
} from './notice-templates';
import type { Notice, ReportMark, Row } from './report';
import type { NoticeText, ReportInput } from './report-input';
import { capitalise, listWords, placeWords } from './wording';

/** A row that readers are told of, as its template takes it. */
interface Telling {
  readonly row: number;
  readonly type: NoticeType;
  readonly template: NoticeTemplate;
  readonly outcome: NoticeOutcome;
  readonly mark: ReportMark;
}

/**
 * One notice for each type that the rows call for: errors of one kind share a sentence, and sentences share their
 * opening. With `unsaid` no sentence repeats what was wrong. Where the editor worded a type, that stands instead of the
 * draft; an empty wording drops it.
 */
export function draftNotices(
  rows: readonly Row[],
  { options, house, wording = [] }: Pick<ReportInput, 'options' | 'house' | 'wording'>,
): readonly Notice[] {
  const tellings = rows.flatMap((row) => tell(row, house));
  const drafts = [...Map.groupBy(tellings, ({ type }) => type)].map(([type, told]): Notice => ({
    type,
    text: joinSentences(sentencesOf(told, options.errors === 'unsaid')),
    rows: told.map(({ row }) => row),
  }));
  return takeWording(drafts, wording);
}

function takeWording(drafts: readonly Notice[], wording: readonly NoticeText[]): readonly Notice[] {
  const drafted = new Set(drafts.map(({ type }) => type));
  const added = wording.filter(({ type }) => !drafted.has(type));
  return [
    ...drafts.map((draft) => ({
      ...draft,
      text: wording.find(({ type }) => type === draft.type)?.text ?? draft.text,
    })),
    ...added.map(({ type, text }) => ({ type, text, rows: [] })),
  ].filter(({ text }) => text.trim() !== '');
}

function tell({ number, marks }: Row, house: readonly HouseTemplate[]): readonly Telling[] {
  const mark = marks.find(({ gaveWay }) => !gaveWay);
  if (!mark) return [];
  const { noticeType: type, shouldRead, tag, value } = mark;
  if (type === null) return [];
  const outcome = shouldRead === null ? 'left' : shouldRead === '' ? 'removed' : 'replaced';
  return [
    {
      row: number,
      type,
      outcome,
      mark,
      template: templateFor(house, { tag: tag.key, value, type, outcome }),
    },
  ];
}

function sentencesOf(told: readonly Telling[], unsaid: boolean): readonly string[] {
  return [...Map.groupBy(told, ({ template }) => template)].flatMap(([template, alike]) => {
    const many = unsaid ? template.manyUnsaid : template.many;
    if (alike.length === 1 || many === null) {
      const one = unsaid ? template.oneUnsaid : template.one;
      return alike.map(({ mark }) => fillTemplate(one, valuesOf(mark)));
    }
    const list = listWords(
      alike.map((telling) => itemOf(telling, unsaid)),
      'and',
    );
    return [capitalise(fillTemplate(many, { count: countInWords(alike.length), list }))];
  });
}

const valuesOf = ({ exact, shouldRead, value, place }: ReportMark): Readonly<Record<string, string>> => ({
  printed: inQuotes(exact),
  right: inQuotes(shouldRead ?? ''),
  value: value ?? '',
  place: placeWords(place),
});

function itemOf({ mark, outcome }: Telling, unsaid: boolean): string {
  if (outcome !== 'replaced') return unsaid ? placeWords(mark.place) : inQuotes(mark.exact);
  const right = inQuotes(mark.shouldRead ?? '');
  return unsaid ? right : `${right} (not ${inQuotes(mark.exact)})`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const countInWords = (count: number): string => SMALL[count] ?? count.toLocaleString('en-US');

const inQuotes = (text: string): string => `“${text.replace(/\s+/gu, ' ').trim()}”`;

/** The first sentence says which article; the others go on about it. */
const joinSentences = (sentences: readonly string[]): string =>
  sentences
    .map((sentence, index) =>
      index > 0 && sentence.startsWith(`${EARLIER} `) && sentences[0]!.startsWith(`${EARLIER} `)
        ? `It also ${sentence.slice(EARLIER.length + 1)}`
        : sentence,
    )
    .join(' ');
