import type { Citation, PersonLabel, Source } from './report';
import type { ReportAnnotation, ReportEvidence } from './report-input';

type Entry = Pick<Source, 'number' | 'url' | 'standing'> & {
  citations: { row: number; citation: Citation }[];
};

/** The numbered list of sources, filled row by row in the order in which people meet them. */
export interface SourceList {
  /** The evidence of one mark in the row with this number, with each source's number. */
  readonly cite: (row: number, annotation: ReportAnnotation) => readonly Citation[];
  readonly sources: () => readonly Source[];
  /** The number of a document that a row cites; null where none does. */
  readonly numberOf: (document: { readonly id: string; readonly url: string | null }) => number | null;
}

/**
 * One link is one source, however often it is cited, and so is one document of the article, a protected one too; a note is
 * a source of its own by what it says.
 * In the marks of one row the same citation is listed once.
 */
export function numberSources(contributor: (id: string) => PersonLabel): SourceList {
  const entries = new Map<string, Entry>();
  const listed = new Set<string>();
  const entryOf = (evidence: ReportEvidence): Entry => {
    const key = sourceKey(evidence);
    const known = entries.get(key);
    if (known) return known;
    const { url } = evidence;
    const entry: Entry = { number: entries.size + 1, url, standing: standingOf(evidence), citations: [] };
    entries.set(key, entry);
    return entry;
  };
  return {
    cite: (row, { evidence }) =>
      evidence.map((piece) => {
        const { id, note, excerpt, locator, relation, at } = piece;
        const entry = entryOf(piece);
        const by = contributor(piece.byId);
        const citation: Citation = { id, source: entry.number, note, excerpt, locator, relation, by, at };
        const key = JSON.stringify([row, entry.number, note, excerpt, locator, relation]);
        if (!listed.has(key)) entry.citations.push({ row, citation });
        listed.add(key);
        return citation;
      }),
    sources: () => [...entries.values()],
    numberOf: ({ id, url }) => entries.get(JSON.stringify(url ?? id))?.number ?? null,
  };
}

const sourceKey = ({ sourceId, url, note, excerpt, locator }: ReportEvidence): string =>
  JSON.stringify(url ?? sourceId ?? [note, excerpt, locator]);

const standingOf = ({ sourceId, isProtected }: ReportEvidence): Source['standing'] =>
  isProtected === true ? 'held' : sourceId === undefined ? 'noted' : 'filed';
