import { AddressSelect } from './address-select';
import { Button } from './button';
import { EVENT_GROUPS, type EventGroup } from '@/lib/contract/plain/event-groups';
import type { PersonRef } from '@/lib/contract/primitives';

const SAID: Readonly<Record<EventGroup, string>> = {
  marks: 'Marks',
  decisions: 'Decisions',
  evidence: 'Evidence',
  reports: 'Reports',
  article: 'Articles',
  project: 'Project, schema, members',
};

export interface HistoryFiltersProps {
  readonly people: readonly PersonRef[];
  readonly person: string | undefined;
  readonly what: EventGroup | undefined;
}

/** Who and what; a plain form, so that what is asked for stands in the address. */
export function HistoryFilters({ people, person, what }: HistoryFiltersProps) {
  return (
    <form method="get" role="search" aria-label="Filter" className="mb-5 flex flex-wrap items-end gap-3">
      <AddressSelect
        label="Person"
        name="person"
        value={person}
        any="Everybody"
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <AddressSelect
        label="What"
        name="what"
        value={what}
        any="Everything"
        options={EVENT_GROUPS.map((group) => ({ value: group, label: SAID[group] }))}
      />
      <Button type="submit">Show</Button>
    </form>
  );
}
