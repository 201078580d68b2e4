import { z } from 'zod';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { NewReport } from './issued-report';
import { timestamp, uuid } from './primitives';

/** The body of POST /articles/{id}/exports: the options of a draft, the notices as worded, and the formats to make. */
export const NewExport = NewReport.omit({ preparedBy: true }).extend({
  formats: z
    .array(z.enum(REPORT_FORMAT_KEYS))
    .min(1)
    .max(REPORT_FORMAT_KEYS.length)
    .transform((formats) => [...new Set(formats)])
    .default([...REPORT_FORMAT_KEYS])
    .meta({ description: 'Made in this order, each once; all of them where it is left out.' }),
  issue: NewReport.pick({ preparedBy: true }).optional().meta({
    description:
      'Issues the report when all of its formats are made, whatever `formats` says; only editors may.',
  }),
});
export type NewExport = z.infer<typeof NewExport>;

export const EXPORT_STATUSES = ['waiting', 'making', 'done', 'cancelled', 'failed'] as const;
export const EXPORT_FILE_STATUSES = ['waiting', 'making', 'made', 'failed'] as const;

const ExportFileView = z.strictObject({
  format: z.enum(REPORT_FORMAT_KEYS),
  status: z.enum(EXPORT_FILE_STATUSES),
  /** Null until it is made; where it cannot be, `failure` says why. */
  sha256: z.string().nullable(),
  size: z.int().nullable(),
  failure: z.string().nullable(),
  /** What the format cannot hold of this report. */
  losses: z.array(z.string()),
});
export type ExportFileView = z.infer<typeof ExportFileView>;

/** A report on its way into files, as whoever asked for it sees it. */
export const ExportView = z.strictObject({
  id: uuid,
  articleId: uuid,
  status: z.enum(EXPORT_STATUSES),
  /** One sentence, where it failed as a whole. */
  failure: z.string().nullable(),
  createdAt: timestamp,
  /** The report that it issued; null while it has not, and where it was not to. */
  reportId: uuid.nullable(),
  reportNumber: z.int().nullable(),
  /** When its files are thrown away. */
  expiresAt: timestamp,
  files: z.array(ExportFileView),
});
export type ExportView = z.infer<typeof ExportView>;
