'use client';

import { memo, useDeferredValue, useMemo, type ReactNode } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { StatusPill } from '@/app/_ui/status-pill';
import { TagDot } from '@/app/_ui/tag-chip';
import { ANNOTATION_STATUSES } from '@/lib/annotation/annotation';
import type { TagDefinition } from '@/lib/schema/tag-schema';
import { isFiltering } from '../model/desk-model';
import { NO_FILTER } from '../model/desk-state';
import { useAllMarks, useDesk, useDeskState } from '../model/use-desk';
import { countMarks } from './count-marks';
import { FilterButton } from './filter-button';
import { Tools } from './tools';

/** What there is, counted, and the switches that show only some of it. */
export function Rail() {
  const desk = useDesk();
  const filter = useDeskState((state) => state.filter);
  const marks = useDeferredValue(useAllMarks());
  const counts = useMemo(() => countMarks(marks), [marks]);
  const { me } = desk.data;
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
          <FilterButton key={status} kind="statuses" of={status} count={counts.statuses.get(status) ?? 0}>
            {STATUSES[status]}
          </FilterButton>
        ))}
      </Group>
      <Group label="Tags">
        {tags.map((tag) => (
          <TagFilter key={tag.key} tag={tag} count={counts.tags.get(tag.key) ?? 0} />
        ))}
      </Group>
      <Group label="People">
        <PersonFilter id={me.id} name={me.name} count={counts.people.get(me.id)?.count ?? 0} mine />
        {[...counts.people]
          .filter(([id]) => id !== me.id)
          .map(([id, { name, count }]) => (
            <PersonFilter key={id} id={id} name={name} count={count} />
          ))}
      </Group>
    </div>
  );
}

/** The same elements at every rendering, so that a count that stays renders nothing. */
const STATUSES = Object.fromEntries(
  ANNOTATION_STATUSES.map((status) => [status, <StatusPill key={status} status={status} />]),
);

const TagFilter = memo(function TagFilter({
  tag,
  count,
}: {
  readonly tag: TagDefinition;
  readonly count: number;
}) {
  return (
    <FilterButton kind="tags" of={tag.key} count={count}>
      <TagDot colour={tag.colour} />
      <span className="min-w-0 truncate">{tag.label}</span>
      {tag.digit === null ? null : (
        <span aria-hidden className="text-xs text-faint tabular-nums">
          {tag.digit}
        </span>
      )}
    </FilterButton>
  );
});

interface PersonFilterProps {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Chosen, it stands alone. */
  readonly mine?: boolean;
}

const PersonFilter = memo(function PersonFilter({ id, name, count, mine = false }: PersonFilterProps) {
  return (
    <FilterButton kind="people" of={id} count={count} alone={mine}>
      <Avatar name={name} decorative />
      <span className="min-w-0 truncate">{mine ? 'My marks' : name}</span>
    </FilterButton>
  );
});

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h3 className="kicker mb-1.5">{label}</h3>
      <ul className="-mx-2 flex flex-col">{children}</ul>
    </section>
  );
}
