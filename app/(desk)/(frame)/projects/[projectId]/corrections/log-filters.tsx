import { AddressSelect } from '@/app/_ui/address-select';
import { Button } from '@/app/_ui/button';
import type { LogQuery } from '@/lib/contract/corrections-log';
import type { PersonRef } from '@/lib/contract/primitives';
import type { TagLabel } from '@/lib/report/report';

export interface LogFiltersProps {
  readonly query: LogQuery;
  readonly tags: readonly TagLabel[];
  readonly people: readonly PersonRef[];
}

/** When, what and whose; a plain form, so that what is asked for stands in the address. */
export function LogFilters({ query: { from, to, tag, author }, tags, people }: LogFiltersProps) {
  return (
    <form method="get" role="search" aria-label="Filter" className="flex flex-wrap items-end gap-3">
      <label className="text-sm font-medium">
        Issued from
        <input type="date" name="from" defaultValue={from} className="control mt-1 block" />
      </label>
      <label className="text-sm font-medium">
        to
        <input type="date" name="to" defaultValue={to} className="control mt-1 block" />
      </label>
      <AddressSelect
        label="Tag"
        name="tag"
        value={tag}
        any="Every tag"
        options={tags.map(({ key, label }) => ({ value: key, label }))}
      />
      <AddressSelect
        label="Author"
        name="author"
        value={author}
        any="Everybody"
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="submit">Show</Button>
    </form>
  );
}
