import { ANNOTATION_STATUSES, type AnnotationStatus } from '@/lib/annotation/annotation';
import { SEVERITIES, type Severity } from '@/lib/schema/tag-schema';
import type { ArticleText } from '@/lib/text/article-text';
import type { Row, Summary } from './report';
import type { ReportInput } from './report-input';
import { shareChecked } from './share-checked';

/** Counts of what the rows hold, and of what the options left out. Tags come in the order of the schema. */
export function summarise(
  { schema, annotations, checked = [] }: ReportInput,
  rows: readonly Row[],
  text: ArticleText,
): Summary {
  const marks = rows.flatMap((row) => row.marks);
  const inside = new Set(marks.map(({ id }) => id));
  const order = new Map(schema.tags.map(({ key }, place) => [key, place]));
  const tags = new Map(marks.map(({ tag }) => [tag.key, tag]));
  const perTag = countBy(marks.map(({ tag }) => tag.key));
  return {
    marks: marks.length,
    rows: rows.length,
    byTag: [...tags.values()]
      .toSorted((a, b) => (order.get(a.key) ?? order.size) - (order.get(b.key) ?? order.size))
      .map((tag) => ({ tag, count: perTag.get(tag.key) ?? 0 })),
    bySeverity: tally<Severity>(
      SEVERITIES,
      marks.map(({ severity }) => severity),
    ),
    byStatus: tally<AnnotationStatus>(
      ANNOTATION_STATUSES,
      marks.map(({ status }) => status),
    ),
    checked: shareChecked(text, checked),
    leftOut: tally<AnnotationStatus>(
      ANNOTATION_STATUSES,
      annotations.filter(({ id }) => !inside.has(id)).map(({ status }) => status),
    ),
  };
}

function countBy<K>(keys: readonly K[]): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function tally<K extends string>(all: readonly K[], found: readonly K[]): Readonly<Record<K, number>> {
  const counts = countBy(found);
  return Object.fromEntries(all.map((key) => [key, counts.get(key) ?? 0])) as Record<K, number>;
}
