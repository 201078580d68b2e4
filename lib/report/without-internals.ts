import type { ReportInput } from './report-input';

/**
 * The same report for anybody to read: without the notes and reasons that the desk wrote for itself, and without sources
 * that are no public link, and without what happened to the marks. What is wrong, what it should read and who decided stay.
 */
export const withoutInternals = (input: ReportInput): ReportInput => ({
  ...input,
  history: [],
  quotes: [],
  options: { ...input.options, statuses: ['accepted'], sections: [] },
  annotations: input.annotations.map((annotation) => ({
    ...annotation,
    note: null,
    evidence: annotation.evidence
      .filter(({ url }) => url !== null)
      .map((piece) => ({ ...piece, note: null })),
    decision: annotation.decision && { ...annotation.decision, reason: null },
  })),
});
