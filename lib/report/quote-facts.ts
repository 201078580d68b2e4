import type { QuoteCheck } from '@/lib/quotes/check-quotations';
import type { Change } from '@/lib/quotes/find-changes';
import type { Span } from '@/lib/text/offsets';

/** A source that quotations were compared with. */
export interface QuoteSource {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  /** Of a protected source nothing is said but that there is one. */
  readonly isProtected: boolean;
}

/** A quotation of the article and how it stands to the sources. */
export interface ReportQuote extends Span, Pick<QuoteCheck, 'verdict' | 'shareVerbatim'> {
  /** What is quoted, without the marks: one span a paragraph. */
  readonly parts: readonly Span[];
  /** The source that fits best; null where none does. What it is called is withheld where it is protected. */
  readonly source: (Omit<QuoteSource, 'title'> & { readonly title: string | null }) | null;
  readonly changes: readonly QuoteChange[];
  /** False where the article had no source to find it in. */
  readonly compared: boolean;
}

/** A place where a quotation departs from its source. */
export interface QuoteChange extends Span, Pick<Change, 'kind'> {
  /** What the source has there; null where the source is protected. */
  readonly said: string | null;
}

/** What a check came to, as far as it leaves the desk; `sources` are those it compared with, in that order. */
export function quoteFacts(
  { quotation, verdict, source, shareVerbatim, changes }: QuoteCheck,
  sources: readonly QuoteSource[],
): ReportQuote {
  const { start, end, parts } = quotation;
  const found = source === null ? undefined : sources[source];
  const isProtected = found?.isProtected === true;
  return {
    ...{ start, end, parts: parts.map((part) => ({ start: part.start, end: part.end })) },
    ...{ verdict, shareVerbatim, compared: sources.length > 0 },
    source: found === undefined ? null : isProtected ? { ...found, title: null, url: null } : found,
    changes: changes.map(({ kind, span, said }) => ({
      ...{ kind, start: span.start, end: span.end },
      said: isProtected ? null : said,
    })),
  };
}
