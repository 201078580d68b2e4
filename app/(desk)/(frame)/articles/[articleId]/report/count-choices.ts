import { ANNOTATION_STATUSES, type AnnotationStatus } from '@/lib/annotation/annotation';
import type { ExtraSection, ReportFacts } from '@/lib/report/report-input';
import { SECTION_TITLES } from '@/lib/report/wording';
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
  const section = (
    value: ExtraSection,
    holds: (mark: (typeof annotations)[number]) => boolean,
  ): Choice<ExtraSection> => choice(value, SECTION_TITLES[value], holds);
  return {
    statuses: ANNOTATION_STATUSES.map((value) => choice(value, value, ({ status }) => status === value)),
    sections: [
      section('queries', ({ tag, status }) => tag === 'query' && status === 'open'),
      section('rejected', ({ status }) => status === 'rejected'),
      section('sic', ({ status }) => status === 'sic'),
      { value: 'quote-check', label: SECTION_TITLES['quote-check'], count: null },
      { value: 'history', label: SECTION_TITLES.history, count: null },
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
