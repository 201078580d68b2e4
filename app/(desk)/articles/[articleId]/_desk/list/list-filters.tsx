'use client';

import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { TagDot } from '@/app/_ui/tag-chip';
import { ANNOTATION_STATUSES, type AnnotationStatus } from '@/lib/annotation/annotation';
import type { MarkFilter } from '@/lib/sync/mark-filter';
import { useAllMarks, useDesk } from '../model/use-desk';

/** What the list is restricted to; `any` does not restrict. */
export interface ListFilter {
  readonly text: string;
  readonly tag: string;
  readonly person: string;
  readonly status: string;
}

const ANY = 'any';
const DELETED = 'deleted';
export const ALL: ListFilter = { text: '', tag: ANY, person: ANY, status: ANY };

export function filterFor({ text, tag, person, status }: ListFilter): MarkFilter {
  return {
    text,
    deleted: status === DELETED ? 'only' : 'exclude',
    ...(tag === ANY ? {} : { tags: new Set([tag]) }),
    ...(person === ANY ? {} : { people: new Set([person]) }),
    ...(status === ANY || status === DELETED ? {} : { statuses: new Set([status as AnnotationStatus]) }),
  };
}

export interface ListFiltersProps {
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
}

/** Text, tag, person, status: all have to fit. */
export function ListFilters({ filter, onChange }: ListFiltersProps) {
  const { schema } = useDesk();
  const marks = useAllMarks();
  const people = useMemo(
    () => [...new Map(marks.map(({ author }) => [author.id, author])).values()],
    [marks],
  );
  return (
    <div
      role="search"
      aria-label="Find marks"
      className="grid grid-cols-2 gap-2 sm:grid-cols-[2fr_1fr_1fr_1fr]"
    >
      <TextField
        label="Text, value, note or person"
        hideLabel
        type="search"
        autoFocus
        className="col-span-2 sm:col-span-1"
        placeholder="Text, value, note, person"
        trailing={<Search aria-hidden className="mr-2 size-4 text-muted" />}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <Select
        label="Tag"
        hideLabel
        value={filter.tag}
        options={[
          { value: ANY, label: 'Any tag' },
          ...schema.tags.map(({ key, label, colour }) => ({
            value: key,
            label,
            icon: <TagDot colour={colour} />,
          })),
        ]}
        onChange={(tag) => onChange({ ...filter, tag })}
      />
      <Select
        label="Person"
        hideLabel
        value={filter.person}
        options={[
          { value: ANY, label: 'Anybody' },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(person) => onChange({ ...filter, person })}
      />
      <Select
        label="Status"
        hideLabel
        value={filter.status}
        options={[
          { value: ANY, label: 'Any status' },
          ...ANNOTATION_STATUSES.map((status) => ({ value: status, label: status })),
          { value: DELETED, label: 'deleted' },
        ]}
        onChange={(status) => onChange({ ...filter, status })}
      />
    </div>
  );
}
