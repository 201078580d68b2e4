import { lossesOf } from './find-losses';
import { REPORT_FORMAT_KEYS } from './formats';
import type { Citation, QuoteFinding, Report, ReportMark, Row } from './report';
import { REPORT_SCHEMA_ID, type ReportDocument } from './report-document';
import { countWords } from './wording';

/** The report as `ReportDocument`, indented, with a line end. Nothing of it is lost; what was withheld is said. */
export const renderJson = (report: Report): string => `${JSON.stringify(documentOf(report), null, 2)}\n`;

/** The value that `renderJson` writes. */
export function documentOf(report: Report): ReportDocument {
  const { head, summary, notices, rows, sources, quotes, changes, text, options } = report;
  const { statuses, tags, severities, reviewers, sections, order, names, errors, overlap } = options;
  const { project, ...article } = head.article;
  return {
    $schema: REPORT_SCHEMA_ID,
    asOf: head.asOf,
    issue: head.issue,
    project,
    article,
    version: { ...head.version, text: text.value },
    schemaVersion: head.schemaVersion,
    scope: head.scope,
    options: {
      statuses: [...statuses],
      tags: tags && [...tags],
      severities: severities && [...severities],
      reviewers: names === 'hidden' ? null : reviewers && [...reviewers],
      sections: [...sections],
      order,
      names,
      errors,
      overlap,
    },
    reviewers: [...head.reviewers],
    editors: [...head.editors],
    summary: {
      ...summary,
      byTag: [...summary.byTag],
      checked: summary.checked && {
        ...summary.checked,
        unchecked: summary.checked.unchecked.map(([from, to]) => [from, to]),
      },
    },
    notices: notices.map(({ type, text: wording, rows: numbers }) => ({
      type,
      text: wording,
      numbers: [...numbers],
    })),
    marks: rows.flatMap((row) => row.marks.map((mark, index) => markOf(row, mark, index))),
    sources: sources.map(({ number, url, citations, quoted }) => ({
      number,
      url,
      citedBy: [...new Set(citations.map(({ row }) => row))],
      quotations: quoted.map(({ quotation }) => quotation),
    })),
    quotes: quotes && quotes.map(quoteOf),
    collisions: changes.collisions.map(([a, b]) => [a, b]),
    leftOutOfText: [...changes.leftOut],
    withheld: withheldFrom(report),
    losses: REPORT_FORMAT_KEYS.flatMap((format) =>
      lossesOf(report, format).map((loss) => ({ format, text: loss })),
    ),
  };
}

function markOf(row: Row, mark: ReportMark, index: number): ReportDocument['marks'][number] {
  return {
    id: mark.id,
    section: row.section,
    number: row.number,
    repeat: { index: index + 1, of: row.marks.length },
    start: mark.start,
    end: mark.end,
    ...mark.place,
    exact: mark.exact,
    tag: mark.tag,
    value: mark.value,
    state: mark.state,
    severity: mark.severity,
    status: mark.status,
    note: mark.note,
    proposed: mark.proposed,
    shouldRead: mark.shouldRead,
    evidence: mark.evidence.map(citationOf),
    reviewer: mark.reviewer,
    createdAt: mark.createdAt,
    decision: mark.decision,
    changedSinceDecision: mark.changedSinceDecision,
    gaveWay: mark.gaveWay,
    notice: mark.noticeType,
    relatedId: mark.relatedId,
    mergedIds: [...mark.mergedIds],
    origin: mark.origin,
    history:
      mark.history && mark.history.map(({ at, by, deed, fields }) => ({ at, by, deed, fields: [...fields] })),
  };
}

const citationOf = ({ id, source, relation, locator, excerpt, note, by, at }: Citation) => ({
  id,
  source,
  relation,
  locator,
  excerpt,
  note,
  by,
  at,
});

const quoteOf = ({ place, kinds, diff, source, ...quote }: QuoteFinding) => ({
  ...{ number: quote.number, start: quote.start, end: quote.end, ...place },
  ...{ exact: quote.exact, speaker: quote.speaker },
  ...{
    verdict: quote.verdict,
    shareVerbatim: quote.shareVerbatim,
    kinds: [...kinds],
    diff: [...diff],
    source,
  },
});

function withheldFrom({ options, summary, quotes }: Report): string[] {
  const leftOut = Object.values(summary.leftOut).reduce((sum, count) => sum + count, 0);
  return [
    ...(options.names === 'hidden'
      ? ['The names and ids of reviewers and editors; notes and reasons are given as they were written.']
      : []),
    ...(quotes?.some(({ source }) => source !== null && source.title === null) === true
      ? ['What protected sources are called, and their words.']
      : []),
    ...(leftOut > 0 ? [`${countWords(leftOut, 'mark')} of this version that the options leave out.`] : []),
  ];
}
