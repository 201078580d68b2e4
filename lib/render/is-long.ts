import type { ReportInput } from '@/lib/report/report-input';

/** From so many marks or characters on, making a format would hold the server up for longer than anybody should wait. */
const LONG = { marks: 100, text: 100_000 } as const;

/** Whether a report takes longer than anybody should wait for without being told how far it is. */
export const isLong = ({ annotations, version }: Pick<ReportInput, 'annotations' | 'version'>): boolean =>
  annotations.length > LONG.marks || version.text.length > LONG.text;
