import { SEVERITIES } from '@/lib/schema/tag-schema';
import { ANNOTATION_STATUSES } from '@/lib/annotation/annotation';
import { lengthInCodePoints, sliceText, type ArticleText } from '@/lib/text/article-text';
import { span, type Span } from '@/lib/text/offsets';
import { CONTEXT_LENGTH } from '@/lib/annotation/describe-target';
import type { AnnotationView } from './annotation';
import type { DecisionView } from './decision';
import type { EvidenceView } from './evidence';
import type { PersonRef } from './primitives';

/**
 * A mark as it travels with a page, by position; trailing nulls are left off. What the text says itself (the quotation
 * and its context) stands in the text, times are milliseconds, people and tags are numbers of the lists beside.
 */
type Row = readonly [
  id: string,
  author: number,
  start: number,
  length: number,
  tag: number,
  severity: number,
  status: number,
  revision: number,
  createdAt: number,
  /** After the creation. */
  updatedAfter: number,
  value?: string | null,
  note?: string | null,
  correction?: string | null,
  state?: string | null,
  evidence?: readonly EvidenceView[] | null,
  decision?: DecisionView | null,
  changedSinceDecision?: 1 | null,
  deletedAt?: number | null,
  relatedId?: string | null,
  origin?: string | null,
  /** Code points before and after, where they are not as many as the text has on either side, up to `CONTEXT_LENGTH`. */
  prefix?: number | null,
  suffix?: number | null,
];

interface Packed {
  readonly articleId: string;
  readonly versionId: string;
  readonly people: readonly PersonRef[];
  readonly tags: readonly (readonly [key: string, label: string])[];
  readonly rows: readonly Row[];
}

const FROM_A_PERSON = 'person';

/**
 * Marks of one version as one string, about a fifth of their JSON: for pages that hold thousands. The inverse of
 * `unpackMarks` for marks whose quotation and context are the text's, as the database promises.
 */
export function packMarks(text: ArticleText, marks: readonly AnnotationView[]): string {
  const people = new Numbered<PersonRef>(({ id }) => id);
  const tags = new Numbered<readonly [string, string]>(([key]) => key);
  const [first] = marks;
  const rows = marks.map((mark) => packMark(text, mark, people, tags));
  const packed: Packed = {
    articleId: first?.articleId ?? '',
    versionId: first?.versionId ?? '',
    people: people.list,
    tags: tags.list,
    rows,
  };
  return JSON.stringify(packed);
}

/**
 * The marks of `packMarks`, on the text they were packed with: at once those that touch a stretch of it, the others when they
 * are asked for. Without a stretch all of them at once.
 */
export function unpackMarks(
  text: ArticleText,
  packed: string,
  stretch: Span | null,
): { readonly first: readonly AnnotationView[]; readonly others: () => readonly AnnotationView[] } {
  const all = JSON.parse(packed) as Packed;
  const unpack = (rows: readonly Row[]): readonly AnnotationView[] =>
    rows.map((row) => unpackMark(text, row, all));
  if (!stretch) return { first: unpack(all.rows), others: () => [] };
  const touches = ([, , start, length]: Row): boolean =>
    start < stretch.end && start + length > stretch.start;
  return {
    first: unpack(all.rows.filter(touches)),
    others: () => unpack(all.rows.filter((row) => !touches(row))),
  };
}

function packMark(
  text: ArticleText,
  mark: AnnotationView,
  people: Numbered<PersonRef>,
  tags: Numbered<readonly [string, string]>,
): Row {
  const createdAt = Date.parse(mark.createdAt);
  const prefix = lengthInCodePoints(mark.prefix);
  const suffix = lengthInCodePoints(mark.suffix);
  const row: unknown[] = [
    mark.id,
    people.numberOf(mark.author),
    mark.start,
    mark.end - mark.start,
    tags.numberOf([mark.tag, mark.tagLabel]),
    SEVERITIES.indexOf(mark.severity),
    ANNOTATION_STATUSES.indexOf(mark.status),
    mark.revision,
    createdAt,
    Date.parse(mark.updatedAt) - createdAt,
    mark.value,
    mark.note,
    mark.correction,
    mark.state,
    mark.evidence.length === 0 ? null : mark.evidence,
    mark.decision,
    mark.changedSinceDecision ? 1 : null,
    mark.deletedAt === null ? null : Date.parse(mark.deletedAt),
    mark.relatedId,
    mark.origin === FROM_A_PERSON ? null : mark.origin,
    prefix === before(mark.start) ? null : prefix,
    suffix === after(text, mark.end) ? null : suffix,
  ];
  while (row.at(-1) === null) row.pop();
  return row as unknown as Row;
}

/** By index: to take thousands of rows apart by pattern takes twice as long while the code is cold. */
function unpackMark(text: ArticleText, row: Row, all: Packed): AnnotationView {
  const {
    2: start,
    8: createdAt,
    9: updatedAfter,
    14: evidence,
    17: deletedAt,
    20: prefix,
    21: suffix,
  } = row;
  const end = start + row[3];
  const tag = all.tags[row[4]]!;
  const made = timeOf(createdAt);
  return {
    id: row[0],
    articleId: all.articleId,
    versionId: all.versionId,
    author: all.people[row[1]]!,
    start,
    end,
    exact: slice(text, start, end),
    prefix: slice(text, start - (prefix ?? before(start)), start),
    suffix: slice(text, end, end + (suffix ?? after(text, end))),
    tag: tag[0],
    tagLabel: tag[1],
    value: row[10] ?? null,
    note: row[11] ?? null,
    correction: row[12] ?? null,
    severity: SEVERITIES[row[5]]!,
    state: row[13] ?? null,
    status: ANNOTATION_STATUSES[row[6]]!,
    relatedId: row[18] ?? null,
    origin: row[19] ?? FROM_A_PERSON,
    revision: row[7],
    createdAt: made,
    updatedAt: updatedAfter === 0 ? made : timeOf(createdAt + updatedAfter),
    deletedAt: deletedAt == null ? null : timeOf(deletedAt),
    evidence: evidence ? [...evidence] : [],
    decision: row[15] ?? null,
    changedSinceDecision: row[16] === 1,
  };
}

/** How much context the text has on either side of a place, in code points, up to what is kept. */
const before = (start: number): number => Math.min(start, CONTEXT_LENGTH);
const after = ({ length }: ArticleText, end: number): number => Math.min(length - end, CONTEXT_LENGTH);

const slice = (text: ArticleText, start: number, end: number): string =>
  text.astral ? sliceText(text, span(start, end)) : text.value.slice(start, end);

const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Values that repeat, each written once. */
class Numbered<T> {
  readonly list: T[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #keyOf: (value: T) => string;

  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(value: T): number {
    const key = this.#keyOf(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    return this.list.push(value) - 1;
  }
}
