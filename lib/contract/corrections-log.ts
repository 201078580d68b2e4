import { z } from 'zod';
import { NOTICE_TYPES, SEVERITIES } from '@/lib/schema/tag-schema';
import { pageQuery, textUpTo, timestamp, uuid } from './primitives';

export const LOG_FORMATS = ['json', 'csv', 'atom'] as const;

/** A day of the calendar, in UTC, of a year that every calendar of ours has. */
const day = z.iso
  .date()
  .refine((text) => text >= '1000', { error: 'Must lie between the years 1000 and 9999.' });

/** Which issued corrections of a project; what is left out lets everything through. */
export const LogQuery = pageQuery(100, 1_000).extend({
  from: day.optional().meta({ description: 'The first day of issue, in UTC.' }),
  to: day.optional().meta({ description: 'The last day of issue, in UTC.' }),
  tag: textUpTo(40).min(1).optional().meta({ description: 'The key of a tag.' }),
  author: uuid.optional().meta({ description: 'Who made the mark.' }),
  format: z.enum(LOG_FORMATS).default('json'),
  all: z.enum(['true', 'false']).default('false').meta({
    description:
      'Whether all of them come in one answer instead of a page of `limit`, as a file that is written while it is read.',
  }),
  bom: z.enum(['true', 'false']).default('false').meta({
    description: 'For CSV: whether it begins with a byte order mark.',
  }),
});
export type LogQuery = z.infer<typeof LogQuery>;

/** A correction as a standing report issued it. */
export const LoggedCorrectionView = z.strictObject({
  id: uuid,
  article: z.strictObject({
    id: uuid,
    title: z.string(),
    byline: z.string().nullable(),
    url: z.string().nullable(),
  }),
  report: z.strictObject({ id: uuid, number: z.int(), issuedAt: timestamp }),
  number: z.int().meta({ description: 'Of its row in the report.' }),
  paragraph: z.int().nullable(),
  tag: z.strictObject({ key: z.string(), label: z.string() }),
  value: z.string().nullable(),
  severity: z.enum(SEVERITIES),
  asPrinted: z.string(),
  shouldRead: z.string().nullable().meta({ description: 'Empty where words were deleted.' }),
  author: z.strictObject({ id: uuid.nullable(), name: z.string() }),
  notice: z.enum(NOTICE_TYPES).nullable(),
});
export type LoggedCorrectionView = z.infer<typeof LoggedCorrectionView>;
