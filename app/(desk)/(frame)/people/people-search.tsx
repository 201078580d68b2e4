'use client';

import { AddressSearch } from '@/app/_ui/address-search';

/** Finds somebody by a part of their name or address. */
export const PeopleSearch = ({ q }: { readonly q: string }) => (
  <div className="mb-5 flex max-w-md">
    <AddressSearch
      label="Search people"
      placeholder="Search name or e-mail address"
      q={q}
      pathFor={(next) => (next === '' ? '/people' : `/people?q=${encodeURIComponent(next)}`)}
    />
  </div>
);
