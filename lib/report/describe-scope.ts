import { tagByKey } from '@/lib/schema/find-tag';
import type { TagSchema } from '@/lib/schema/tag-schema';
import type { PersonLabel } from './report';
import type { ReportOptions } from './report-input';
import { listWords, SECTION_TITLES } from './wording';

/** One sentence that says which marks a report takes in. */
export function describeScope(
  { statuses, tags, severities, reviewers, sections }: ReportOptions,
  schema: TagSchema,
  nameOf: (id: string) => PersonLabel | null,
): string {
  const limits = [
    tags &&
      `tagged ${listWords(
        tags.map((key) => tagByKey(schema, key)?.label ?? key),
        'or',
      )}`,
    severities && `of severity ${listWords(severities, 'or')}`,
    reviewers &&
      `made by ${listWords(
        reviewers.map((id) => nameOf(id)?.name ?? 'somebody without marks here'),
        'or',
      )}`,
  ].filter((limit) => limit !== null);
  const extras =
    sections.length > 0
      ? `, with the ${sections.length === 1 ? 'section' : 'sections'} ${listWords(
          sections.map((section) => SECTION_TITLES[section]),
          'and',
        )}`
      : '';
  const marks = statuses.length > 0 ? `Marks that are ${listWords(statuses, 'or')}` : 'No marks by status';
  return `${[marks, ...limits].join(', ')}${extras}.`;
}
