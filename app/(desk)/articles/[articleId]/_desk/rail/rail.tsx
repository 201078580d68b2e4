'use client';

import { useMemo, type ReactNode } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { StatusPill } from '@/app/_ui/status-pill';
import { TagDot } from '@/app/_ui/tag-chip';
import { ANNOTATION_STATUSES } from '@/lib/annotation/annotation';
import type { AnnotationView } from '@/lib/contract/annotation';
import { isFiltering } from '../model/desk-model';
import { NO_FILTER, type RailFilter } from '../model/desk-state';
import { useAllMarks, useDesk, useDeskState } from '../model/use-desk';
import { FilterButton } from './filter-button';
import { Tools } from './tools';

/** What there is, counted, and the switches that show only some of it. */
export function Rail() {
  const desk = useDesk();
  const filter = useDeskState((state) => state.filter);
  const marks = useAllMarks();
  const counts = useMemo(() => countMarks(marks), [marks]);
  const toggle = <K extends keyof RailFilter>(kind: K, value: string): void =>
    desk.state.set({ filter: { ...filter, [kind]: toggled(filter[kind], value) } });
  const mine = filter.people.size === 1 && filter.people.has(desk.data.me.id);
  const tags = desk.schema.tags.filter((tag) => !tag.retired || counts.tags.has(tag.key));
  return (
    <div className="flex flex-col gap-6 text-sm">
      <Tools />
      <div className="-mb-3 flex min-h-6 items-center justify-between gap-2 border-t border-line pt-4">
        <h2 className="font-semibold">Filters</h2>
        {isFiltering(filter) ? (
          <button
            type="button"
            className="link text-[0.8125rem]"
            onClick={() => desk.state.set({ filter: NO_FILTER })}
          >
            Show all marks
          </button>
        ) : null}
      </div>
      <Group label="Status">
        {ANNOTATION_STATUSES.filter(
          (status) => status === 'open' || status === 'accepted' || counts.statuses.has(status),
        ).map((status) => (
          <FilterButton
            key={status}
            count={counts.statuses.get(status) ?? 0}
            pressed={filter.statuses.has(status)}
            onPress={() => toggle('statuses', status)}
          >
            <StatusPill status={status} />
          </FilterButton>
        ))}
      </Group>
      <Group label="Tags">
        {tags.map((tag) => (
          <FilterButton
            key={tag.key}
            count={counts.tags.get(tag.key) ?? 0}
            pressed={filter.tags.has(tag.key)}
            onPress={() => toggle('tags', tag.key)}
          >
            <TagDot colour={tag.colour} />
            <span className="min-w-0 truncate">{tag.label}</span>
            {tag.digit === null ? null : (
              <span aria-hidden className="text-xs text-faint tabular-nums">
                {tag.digit}
              </span>
            )}
          </FilterButton>
        ))}
      </Group>
      <Group label="People">
        <FilterButton
          count={counts.people.get(desk.data.me.id)?.count ?? 0}
          pressed={mine}
          onPress={() =>
            desk.state.set({ filter: { ...filter, people: mine ? new Set() : new Set([desk.data.me.id]) } })
          }
        >
          <Avatar name={desk.data.me.name} decorative />
          <span>My marks</span>
        </FilterButton>
        {[...counts.people]
          .filter(([id]) => id !== desk.data.me.id)
          .map(([id, { name, count }]) => (
            <FilterButton
              key={id}
              count={count}
              pressed={filter.people.has(id)}
              onPress={() => toggle('people', id)}
            >
              <Avatar name={name} decorative />
              <span className="min-w-0 truncate">{name}</span>
            </FilterButton>
          ))}
      </Group>
    </div>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h3 className="kicker mb-1.5">{label}</h3>
      <ul className="-mx-2 flex flex-col">{children}</ul>
    </section>
  );
}

function toggled<T>(set: ReadonlySet<T>, value: string): ReadonlySet<T> {
  const next = new Set<T>(set);
  if (!next.delete(value as T)) next.add(value as T);
  return next;
}

interface Counts {
  readonly tags: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, { readonly name: string; readonly count: number }>;
}

function countMarks(marks: readonly AnnotationView[]): Counts {
  const tags = new Map<string, number>();
  const statuses = new Map<string, number>();
  const people = new Map<string, { name: string; count: number }>();
  for (const { deletedAt, tag, status, author } of marks) {
    if (deletedAt !== null) continue;
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    people.set(author.id, { name: author.name, count: (people.get(author.id)?.count ?? 0) + 1 });
  }
  return { tags, statuses, people };
}
