import type { ReportQuote } from './quote-facts';
import type { Citation, PersonLabel, Quoted, Source } from './report';
import type { ReportAnnotation, ReportEvidence } from './report-input';

type Entry = Pick<Source, 'number' | 'url' | 'standing'> & {
  citations: { row: number; citation: Citation }[];
  quoted: Quoted[];
};

/** The numbered list of sources, filled row by row and then by quotations: in the order in which people meet them. */
export interface SourceList {
  /** The evidence of one mark in the row with this number, with each source's number. */
  readonly cite: (row: number, annotation: ReportAnnotation) => readonly Citation[];
  /** The number of the document that a quotation was found in, whether a row cites it or not. */
  readonly quote: (quotation: number, document: NonNullable<ReportQuote['source']>) => number;
  readonly sources: () => readonly Source[];
}

/**
 * One link is one source, however often it is cited, and so is one document of the article, a protected one too; a note is
 * a source of its own by what it says. In the marks of one row the same citation is listed once.
 */
export function numberSources(contributor: (id: string) => PersonLabel): SourceList {
  const entries = new Map<string, Entry>();
  const listed = new Set<string>();
  const entryOf = (key: string, url: string | null, standing: Source['standing']): Entry => {
    const known = entries.get(key);
    if (known) return known;
    const entry: Entry = { number: entries.size + 1, url, standing, citations: [], quoted: [] };
    entries.set(key, entry);
    return entry;
  };
  return {
    cite: (row, { evidence }) =>
      evidence.map((piece) => {
        const { id, note, excerpt, locator, relation, at } = piece;
        const entry = entryOf(sourceKey(piece), piece.url, standingOf(piece));
        const by = contributor(piece.byId);
        const citation: Citation = { id, source: entry.number, note, excerpt, locator, relation, by, at };
        const key = JSON.stringify([row, entry.number, note, excerpt, locator, relation]);
        if (!listed.has(key)) entry.citations.push({ row, citation });
        listed.add(key);
        return citation;
      }),
    quote: (quotation, { id, url, title, isProtected }) => {
      const entry = entryOf(JSON.stringify(url ?? id), url, isProtected ? 'held' : 'filed');
      entry.quoted.push({ quotation, title });
      return entry.number;
    },
    sources: () => [...entries.values()],
  };
}

const sourceKey = ({ sourceId, url, note, excerpt, locator }: ReportEvidence): string =>
  JSON.stringify(url ?? sourceId ?? [note, excerpt, locator]);

const standingOf = ({ sourceId, isProtected }: ReportEvidence): Source['standing'] =>
  isProtected === true ? 'held' : sourceId === undefined ? 'noted' : 'filed';
