import { NOTICE_TYPES } from '@/lib/schema/tag-schema';
import type { Report, ReportMark } from './report';
import type { ReportInput } from './report-input';

/**
 * The same report for anybody to read, from its input and what was made of it: the accepted corrections that the text
 * got and what a notice is about, as they were decided, with the notices as the report has them. What the desk keeps to
 * itself is gone: notes, reasons and states, what was proposed before it was decided, sources that are no public link,
 * queries, how much was checked, what is left out, the quote check and what happened to the marks.
 */
export function withoutInternals(input: ReportInput, report: Report): ReportInput {
  const shown = new Map(
    report.rows.flatMap(({ marks }) => marks.filter(isForReaders).map((mark) => [mark.id, mark] as const)),
  );
  return {
    ...input,
    history: [],
    quotes: [],
    checked: [],
    options: { ...input.options, statuses: ['accepted'], sections: [] },
    wording: NOTICE_TYPES.map((type) => ({
      type,
      text: report.notices.find((notice) => notice.type === type)?.text ?? '',
    })),
    annotations: input.annotations.flatMap((annotation) => {
      const mark = shown.get(annotation.id);
      if (mark === undefined) return [];
      return {
        ...annotation,
        note: null,
        state: null,
        correction: mark.shouldRead,
        evidence: annotation.evidence
          .filter(({ url, isProtected }) => url !== null && isProtected !== true)
          .map((piece) => ({ ...piece, note: null })),
        decision: annotation.decision && { ...annotation.decision, correction: null, reason: null },
      };
    }),
  };
}

const isForReaders = ({ status, tag, shouldRead, noticeType, gaveWay }: ReportMark): boolean =>
  status === 'accepted' && tag.key !== 'query' && !gaveWay && (shouldRead !== null || noticeType !== null);
