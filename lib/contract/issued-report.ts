import { z } from 'zod';
import { ANNOTATION_STATUSES } from '@/lib/annotation/annotation';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import {
  DEFAULT_OPTIONS,
  EXTRA_SECTIONS,
  REPORT_ERRORS,
  REPORT_NAMES,
  REPORT_ORDERS,
  REPORT_OVERLAPS,
} from '@/lib/report/report-input';
import { NOTICE_TYPES, SEVERITIES } from '@/lib/schema/tag-schema';
import { labelUpTo, PersonRef, textUpTo, timestamp, uuid } from './primitives';

const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100).optional();

/** The body of POST /articles/{id}/reports: the options of a draft, the notices as worded, and who prepared it. */
export const NewReport = z.strictObject({
  status: some(z.enum(ANNOTATION_STATUSES)),
  tags: some(textUpTo(40).min(1)).meta({ description: 'Keys or labels of tags.' }),
  severity: some(z.enum(SEVERITIES)),
  reviewer: some(uuid),
  sections: z.array(z.enum(EXTRA_SECTIONS)).max(EXTRA_SECTIONS.length).optional(),
  order: z.enum(REPORT_ORDERS).default(DEFAULT_OPTIONS.order),
  names: z.enum(REPORT_NAMES).default(DEFAULT_OPTIONS.names),
  errors: z.enum(REPORT_ERRORS).default(DEFAULT_OPTIONS.errors),
  overlap: z.enum(REPORT_OVERLAPS).default(DEFAULT_OPTIONS.overlap),
  bom: z.boolean().default(DEFAULT_OPTIONS.bom),
  notices: z
    .array(z.strictObject({ type: z.enum(NOTICE_TYPES), text: textUpTo(20_000) }))
    .max(NOTICE_TYPES.length)
    .default([])
    .meta({ description: 'Instead of the drafts; an empty text drops the notice of that type.' }),
  preparedBy: labelUpTo(200).optional().meta({ description: 'The issuer where it is left out.' }),
  asOf: timestamp.optional().meta({
    description:
      'The time that the draft tells of which was looked at: refused (`stale-revision`) where anything has changed since.',
  }),
});
export type NewReport = z.infer<typeof NewReport>;

const IssuedFile = z.strictObject({
  format: z.enum(REPORT_FORMAT_KEYS),
  /** Null where the format could not be made; then `failure` says why. */
  sha256: z.string().nullable(),
  size: z.int().nullable(),
  failure: z.string().nullable(),
});

/** A corrections report as it was issued. */
export const ReportView = z.strictObject({
  id: uuid,
  articleId: uuid,
  /** Counted within the article. */
  number: z.int(),
  version: z.int(),
  issuedAt: timestamp,
  issuedBy: PersonRef,
  preparedBy: z.string(),
  /** The numbers of the reports before and after it, where one takes the place of the other. */
  supersedes: z.int().nullable(),
  supersededBy: z.int().nullable(),
  files: z.array(IssuedFile),
  /** The token of its public address; null while it has none. */
  publicToken: z.string().nullable(),
});
export type ReportView = z.infer<typeof ReportView>;

export const IssuedQuery = z.strictObject({
  format: z.enum(REPORT_FORMAT_KEYS),
  download: z
    .enum(['true', 'false'])
    .transform((answer) => answer === 'true')
    .default(false)
    .meta({ description: 'Whether HTML is to be saved instead of shown; the others always are.' }),
});
