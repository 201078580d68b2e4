import { ANNOTATION_STATUSES, type AnnotationStatus } from '@/lib/annotation/annotation';
import type { ExtraSection, ReportFacts } from '@/lib/report/report-input';
import { SEVERITIES, type Colour, type Severity, type TagKey } from '@/lib/schema/tag-schema';

/** Something that may be chosen, and how many marks of the version it stands for. */
export interface Choice<Value extends string, Count = number> {
  readonly value: Value;
  readonly label: string;
  readonly count: Count;
}

export interface Choices {
  readonly statuses: readonly Choice<AnnotationStatus>[];
  /** Null where a section stands for something other than marks. */
  readonly sections: readonly Choice<ExtraSection, number | null>[];
  readonly severities: readonly Choice<Severity>[];
  readonly tags: readonly (Choice<TagKey> & { readonly colour: Colour })[];
  readonly reviewers: readonly Choice<string>[];
}

/** What there is to choose among the marks of a version; tags and people that have none are left out. */
export function countChoices({ annotations, schema, people }: ReportFacts): Choices {
  const count = (holds: (mark: (typeof annotations)[number]) => boolean): number =>
    annotations.filter(holds).length;
  const choice = <Value extends string>(
    value: Value,
    label: string,
    holds: (mark: (typeof annotations)[number]) => boolean,
  ): Choice<Value> => ({ value, label, count: count(holds) });
  return {
    statuses: ANNOTATION_STATUSES.map((value) => choice(value, value, ({ status }) => status === value)),
    sections: [
      choice('queries', 'open queries', ({ tag, status }) => tag === 'query' && status === 'open'),
      choice('rejected', 'rejected marks', ({ status }) => status === 'rejected'),
      choice('sic', 'what stands (sic)', ({ status }) => status === 'sic'),
      { value: 'quote-check', label: 'quotations beside sources', count: null },
      { value: 'history', label: 'what happened to each mark', count: null },
    ],
    severities: SEVERITIES.toReversed().map((value) =>
      choice(value, value, ({ severity }) => severity === value),
    ),
    tags: schema.tags
      .map(({ key, label, colour }) => ({ ...choice(key, label, ({ tag }) => tag === key), colour }))
      .filter((tag) => tag.count > 0),
    reviewers: people
      .map(({ id, name }) => choice(id, name, ({ authorId }) => authorId === id))
      .filter((person) => person.count > 0),
  };
}
