import type { Annotation, AnnotationStatus } from '@/lib/annotation/annotation';
import type { EvidenceRelation } from '@/lib/evidence/relations';
import type { NoticeType, Severity, TagKey, TagSchema } from '@/lib/schema/tag-schema';
import type { Span } from '@/lib/text/offsets';
import type { HistoryStep } from './history-facts';
import type { ReportQuote } from './quote-facts';
import type { HouseTemplate } from './notice-templates';

/** Everything a report is made of. The same input gives the same report, byte for byte. */
export interface ReportInput extends ReportFacts {
  readonly options: ReportOptions;
  /** Notices as the editor worded them, instead of their drafts. */
  readonly wording?: readonly NoticeText[];
  /** Absent in a draft. */
  readonly issue?: Issue;
}

/** What makes a report an issued one. */
export interface Issue {
  /** Counted within the article. */
  readonly number: number;
  readonly at: string;
  /** Who approved it by issuing it; one of the people of the report. */
  readonly byId: string;
  /** Who prepared it, as it is signed. */
  readonly preparedBy: string;
  /** The number of the report that it takes the place of. */
  readonly supersedes: number | null;
}

/** The text of one type of notice; empty for none. */
export interface NoticeText {
  readonly type: NoticeType;
  readonly text: string;
}

/** What the report is about, as one moment saw it. Dates are ISO 8601 in UTC. */
export interface ReportFacts {
  readonly article: ReportArticle;
  readonly version: ReportVersion;
  readonly schema: TagSchema;
  /** The version's annotations, without the deleted ones; in any order. */
  readonly annotations: readonly ReportAnnotation[];
  /** Everybody named by an id here. */
  readonly people: readonly ReportPerson[];
  /** The project's own templates of notices. */
  readonly house: readonly HouseTemplate[];
  /** Passages that count as checked: what people said of them, `pending` left out, and what accepted marks settle. */
  readonly checked?: readonly Span[];
  /** What happened to the annotations, in order; absent where nobody asked. */
  readonly history?: readonly HistoryStep[];
  /** The article's quotations beside the sources, in the order of the text; absent where nobody asked. */
  readonly quotes?: readonly ReportQuote[];
  /** When any of it last changed: a draft says how things stood then, whenever it is asked for. */
  readonly asOf: string;
}

export interface ReportArticle {
  readonly id: string;
  readonly project: string;
  readonly title: string;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** Whether the review stands before or after publication; null where nobody said. */
  readonly phase: 'before' | 'after' | null;
}

export interface ReportVersion {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  /** SHA-256 of the text's UTF-8, as 64 hex digits. */
  readonly sha256: string;
}

export interface ReportPerson {
  readonly id: string;
  readonly name: string;
}

/** A mark as far as reports go. */
export interface ReportAnnotation extends Pick<
  Annotation,
  | 'id'
  | 'authorId'
  | 'start'
  | 'end'
  | 'exact'
  | 'tag'
  | 'value'
  | 'correction'
  | 'note'
  | 'severity'
  | 'state'
  | 'status'
  | 'relatedId'
  | 'createdAt'
> {
  /** `person`, or the id and version of the rule that proposed it. */
  readonly origin: string;
  /** In the order it was added. */
  readonly evidence: readonly ReportEvidence[];
  /** The newest one, whatever came after it. */
  readonly decision: ReportDecision | null;
}

export interface ReportEvidence {
  readonly id: string;
  /** The source of the article that it cites; absent where it is a link or a note. */
  readonly sourceId?: string;
  /** Of a protected source nothing is said but that there is one. */
  readonly isProtected?: boolean;
  readonly url: string | null;
  readonly note: string | null;
  readonly excerpt: string | null;
  readonly locator: string | null;
  readonly relation: EvidenceRelation;
  readonly byId: string;
  readonly at: string;
}

export interface ReportDecision {
  readonly verdict: 'accepted' | 'rejected' | 'sic' | 'merged' | 'reopened';
  readonly intoId: string | null;
  /** The correction as the editor changed it; null where it was left as proposed. */
  readonly correction: string | null;
  readonly reason: string | null;
  readonly editorId: string;
  readonly at: string;
}

export const REPORT_ORDERS = ['position', 'severity'] as const;
export const REPORT_NAMES = ['shown', 'hidden'] as const;
export const REPORT_ERRORS = ['repeated', 'unsaid'] as const;
export const REPORT_OVERLAPS = ['refuse', 'outermost'] as const;

/**
 * Sections that a report has only when asked for: open queries, what was rejected, what stands as in the source, the
 * quotations beside their sources, and what happened to each mark.
 */
export const EXTRA_SECTIONS = ['queries', 'rejected', 'sic', 'quote-check', 'history'] as const;
export type ExtraSection = (typeof EXTRA_SECTIONS)[number];

/** What goes into a report and how. A filter that is null lets everything through. */
export interface ReportOptions {
  readonly statuses: readonly AnnotationStatus[];
  readonly tags: readonly TagKey[] | null;
  readonly severities: readonly Severity[] | null;
  /** Ids of authors. */
  readonly reviewers: readonly string[] | null;
  readonly sections: readonly ExtraSection[];
  readonly order: (typeof REPORT_ORDERS)[number];
  /** Hidden names become "Reviewer 1", "Editor 1". */
  readonly names: (typeof REPORT_NAMES)[number];
  /** Whether notices repeat what was wrong. */
  readonly errors: (typeof REPORT_ERRORS)[number];
  /** What becomes of colliding corrections: no corrected text, or the longest of them is made. */
  readonly overlap: (typeof REPORT_OVERLAPS)[number];
  /** Whether CSV starts with a byte order mark, as some spreadsheets want it. */
  readonly bom: boolean;
}

export const DEFAULT_OPTIONS: ReportOptions = {
  statuses: ['accepted'],
  tags: null,
  severities: null,
  reviewers: null,
  sections: [],
  order: 'position',
  names: 'shown',
  errors: 'repeated',
  overlap: 'refuse',
  bom: false,
};
