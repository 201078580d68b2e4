import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { NoticeType, Severity, TagKey } from '@/lib/schema/tag-schema';
import type { ArticleText } from '@/lib/text/article-text';
import type { Span } from '@/lib/text/offsets';
import type { ChangeKind } from '@/lib/quotes/classify-change';
import type { QuoteVerdict } from '@/lib/quotes/check-quotations';
import type { TextChange } from './apply-corrections';
import type { HistoryDeed } from './history-facts';
import type { ShareChecked } from './share-checked';
import type { DiffPart } from './word-diff';
import type { ReportArticle, Issue, ReportEvidence, ReportOptions, ReportVersion } from './report-input';

/** The order in which a report has them; it has those that hold something. */
export const SECTIONS = ['corrections', 'quotes', 'queries', 'rejected', 'sic'] as const;
export type Section = (typeof SECTIONS)[number];

/** The corrections report as one value; every format is a rendering of it. */
export interface Report {
  readonly head: ReportHead;
  readonly summary: Summary;
  readonly notices: readonly Notice[];
  /** In the order in which people read them: section by section, numbered through. */
  readonly rows: readonly Row[];
  readonly sources: readonly Source[];
  /** The quotations beside their sources; null where the report is without. */
  readonly quotes: readonly QuoteFinding[] | null;
  readonly changes: ChangePlan;
  readonly text: ArticleText;
  readonly options: ReportOptions;
}

export interface ReportHead {
  readonly article: ReportArticle;
  readonly version: Omit<ReportVersion, 'text'> & { readonly length: number; readonly words: number };
  readonly schemaVersion: number;
  readonly asOf: string;
  /** Whose marks are in the report, and who decided on them; by first appearance in the text. */
  readonly reviewers: readonly PersonLabel[];
  readonly editors: readonly PersonLabel[];
  /** Null in a draft. */
  readonly issue: (Omit<Issue, 'byId'> & { readonly by: PersonLabel }) | null;
  /** One sentence: what the report takes in. */
  readonly scope: string;
}

/** A person as the report names one; without an id where names are hidden. */
export interface PersonLabel {
  readonly id: string | null;
  readonly name: string;
}

export interface Summary {
  /** Marks in the report, and rows that people read. */
  readonly marks: number;
  readonly rows: number;
  readonly byTag: readonly { readonly tag: TagLabel; readonly count: number }[];
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byStatus: Readonly<Record<AnnotationStatus, number>>;
  /** How much of the text was checked; null where nobody has said. */
  readonly checked: ShareChecked | null;
  /** Marks of the version that the options leave out. */
  readonly leftOut: Readonly<Record<AnnotationStatus, number>>;
}

/** A text ready to be published: one for each type of notice that the rows call for. */
export interface Notice {
  readonly type: NoticeType;
  readonly text: string;
  /** The numbers of the rows it is about; none where the editor added it. */
  readonly rows: readonly number[];
}

/** One finding: a mark, or all marks that repeat one error. */
export interface Row {
  readonly number: number;
  readonly section: Section;
  /** In the order of the text; never empty. */
  readonly marks: readonly [ReportMark, ...ReportMark[]];
}

export interface TagLabel {
  readonly key: TagKey;
  readonly label: string;
}

export interface ReportMark extends Span {
  readonly id: string;
  readonly place: Place;
  readonly context: Context;
  readonly exact: string;
  readonly tag: TagLabel;
  readonly value: string | null;
  readonly state: string | null;
  readonly severity: Severity;
  readonly status: AnnotationStatus;
  /** Why: the reviewer's note. */
  readonly note: string | null;
  /** As the reviewer proposed it; null for no correction, empty for a deletion. */
  readonly proposed: string | null;
  /** What it should read: the editor's wording where there is one, else the proposed; null where that was not upheld. */
  readonly shouldRead: string | null;
  readonly evidence: readonly Citation[];
  readonly reviewer: PersonLabel;
  readonly createdAt: string;
  /** The decision that made the status; null while the mark is open. */
  readonly decision: MarkDecision | null;
  /** True where it was decided, then changed, and so is open again. */
  readonly changedSinceDecision: boolean;
  /** True where its correction is not made in the text, since another that it collides with is. */
  readonly gaveWay: boolean;
  readonly noticeType: NoticeType | null;
  readonly relatedId: string | null;
  /** Marks that were merged into this one. */
  readonly mergedIds: readonly string[];
  readonly origin: string;
  /** What happened to it, in order; null where the report is without. */
  readonly history: readonly HistoryEntry[] | null;
}

/** What somebody did to a mark, and when. */
export interface HistoryEntry {
  readonly at: string;
  readonly by: PersonLabel;
  readonly deed: HistoryDeed;
  /** For a change: what was changed. */
  readonly fields: readonly string[];
}

/** A quotation beside the source that fits it best. */
export interface QuoteFinding extends Span {
  readonly number: number;
  readonly place: Place;
  /** With its quotation marks, as printed. */
  readonly exact: string;
  /** Who is quoted, as a mark says it; null where none does. */
  readonly speaker: string | null;
  readonly verdict: QuoteVerdict;
  /** 0 to 1. */
  readonly shareVerbatim: number;
  /** False where the article had no source to find it in. */
  readonly compared: boolean;
  /** The kinds of its changes, each once, in the order of the text. */
  readonly kinds: readonly ChangeKind[];
  /** What is quoted: words taken out are printed and not in the source, words put in are the source's. */
  readonly diff: readonly DiffPart[];
  readonly source: QuotedSource | null;
}

/** Where a quotation was found. */
export interface QuotedSource {
  /** In the report's list of sources. */
  readonly number: number;
  /** Null where it is protected; then the diff does not have its words either. */
  readonly title: string | null;
  readonly url: string | null;
}

export interface MarkDecision {
  readonly verdict: 'accepted' | 'rejected' | 'sic' | 'merged';
  readonly editor: PersonLabel;
  readonly at: string;
  readonly reason: string | null;
  /** True where the editor's wording differs from the proposed one. */
  readonly amended: boolean;
}

/** Where a span stands, as people count. Null where it starts or ends on a blank line. */
export interface Place {
  readonly paragraph: number | null;
  readonly sentence: number | null;
  readonly lastParagraph: number | null;
  readonly lastSentence: number | null;
}

/** The sentences around a span, cut at word boundaries where they are long. */
export interface Context {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** What a mark rests on, with the number of its source in the list. */
export interface Citation extends Omit<ReportEvidence, 'byId' | 'url' | 'sourceId' | 'isProtected'> {
  readonly source: number;
  readonly by: PersonLabel;
}

/** An entry of the numbered list: one link or one document however often it is cited or quoted, or one note. */
export interface Source {
  readonly number: number;
  /** Null where there is no link to follow. */
  readonly url: string | null;
  /** What it is where it has no link: a document that the desk shows nobody, one that it has, or what a reviewer noted. */
  readonly standing: 'held' | 'filed' | 'noted';
  readonly citations: readonly { readonly row: number; readonly citation: Citation }[];
  /** The quotations that were found in it, with what it is called there. */
  readonly quoted: readonly Quoted[];
}

/** A quotation of the quote check, by its number, and what its source is called; null where that is protected. */
export interface Quoted {
  readonly quotation: number;
  readonly title: string | null;
}

/** Which corrections go into the text. */
export interface ChangePlan {
  /** Pairs of ids of accepted marks whose corrections cannot both be applied. */
  readonly collisions: readonly (readonly [string, string])[];
  /** Ascending and disjoint; null where collisions stand in the way. */
  readonly changes: readonly TextChange[] | null;
  /** Ids of marks whose corrections gave way to another that they collide with. */
  readonly leftOut: readonly string[];
}
