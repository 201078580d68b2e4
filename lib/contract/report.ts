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
  type ReportOptions,
} from '@/lib/report/report-input';
import { ok } from '@/lib/result';
import { findTag, nearestTags } from '@/lib/schema/find-tag';
import { SEVERITIES, type TagSchema } from '@/lib/schema/tag-schema';
import { failure, type Outcome } from './failure';
import { textUpTo, uuid } from './primitives';

const ITEMS_MAX = 100;

/** A list in one field of a query, its items separated by commas; each counts once. */
const listOf = <T extends z.ZodType<unknown, string>>(item: T, description: string) =>
  textUpTo(4_000)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(item).max(ITEMS_MAX))
    .optional()
    .meta({ description: `${description}, separated by commas.` });

const yesOrNo = z.enum(['true', 'false']).transform((answer) => answer === 'true');

/** What of a report is wanted: everything but the format has a default. */
export const ReportQuery = z.strictObject({
  format: z.enum(REPORT_FORMAT_KEYS),
  status: listOf(z.enum(ANNOTATION_STATUSES), 'Statuses of marks; accepted ones where left out'),
  tags: listOf(textUpTo(40).min(1), 'Keys or labels of tags'),
  severity: listOf(z.enum(SEVERITIES), 'Severities'),
  reviewer: listOf(uuid, 'Ids of people who made the marks'),
  sections: listOf(
    z.enum(EXTRA_SECTIONS),
    'What else to list: marks whatever their status, quotations beside their sources, what happened to each mark',
  ),
  order: z.enum(REPORT_ORDERS).default(DEFAULT_OPTIONS.order),
  names: z.enum(REPORT_NAMES).default(DEFAULT_OPTIONS.names),
  errors: z
    .enum(REPORT_ERRORS)
    .default(DEFAULT_OPTIONS.errors)
    .meta({ description: 'Whether notices repeat what was wrong.' }),
  overlap: z.enum(REPORT_OVERLAPS).default(DEFAULT_OPTIONS.overlap).meta({
    description:
      'Where corrections collide: refuse, or make the longest of them; of equally long ones the first in the text, over the same words the one decided last.',
  }),
  bom: yesOrNo.default(false).meta({ description: 'Whether CSV starts with a byte order mark.' }),
  download: yesOrNo
    .default(false)
    .meta({ description: 'Whether HTML is to be saved instead of shown; the others always are.' }),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

/** What of a query the options are read from. */
export type AskedOptions = Omit<ReportQuery, 'format' | 'download'>;

/** The options that a query asks for; tags by key or exact label, as everywhere. */
export function readReportOptions(query: AskedOptions, schema: TagSchema): Outcome<ReportOptions> {
  const { status, tags, severity, reviewer, sections, order, names, errors, overlap, bom } = query;
  const found = (tags ?? []).map((name) => ({ name, tag: findTag(schema, name) }));
  const unknown = found.find(({ tag }) => tag === null);
  if (unknown) {
    const near = nearestTags(schema, unknown.name).map(({ label }) => label);
    const detail = `There is no tag “${unknown.name}”.${near.length > 0 ? ` Near it: ${near.join(', ')}.` : ''}`;
    return failure('unknown-tag', detail, { errors: [{ field: 'tags', message: detail }] });
  }
  return ok({
    statuses: status ?? DEFAULT_OPTIONS.statuses,
    tags: tags ? [...new Set(found.flatMap(({ tag }) => tag?.key ?? []))] : null,
    severities: severity ?? null,
    reviewers: reviewer ?? null,
    sections: sections ?? DEFAULT_OPTIONS.sections,
    order,
    names,
    errors,
    overlap,
    bom,
  });
}
