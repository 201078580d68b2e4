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
      <label className="text-sm font-medium">
        Person
        <select name="person" defaultValue={person ?? ''} className="control mt-1 block">
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="text-sm font-medium">
        What
        <select name="what" defaultValue={what ?? ''} className="control mt-1 block">
          <option value="">Everything</option>
          {EVENT_GROUPS.map((group) => (
            <option key={group} value={group}>
              {SAID[group]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">Show</Button>
    </form>
  );
}
