'use client';

import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { HeadCell, Table } from '@/app/_ui/table';
import { notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { PersonView } from '@/lib/contract/person';
import type { Page } from '@/lib/contract/primitives';
import { PersonRow } from './person-row';

export interface PersonListProps {
  /** Whoever is looking. */
  readonly me: string;
  readonly q: string;
  readonly first: Page<PersonView>;
}

/** The accounts of this desk, by name. */
export function PersonList({ me, q, first }: PersonListProps) {
  const [page, setPage] = useState(first);
  const { busy, call } = useCall();

  async function more(): Promise<void> {
    const answer = await call<Page<PersonView>>({ path: '/api/v1/people', query: { q, cursor: page.next } });
    if (!answer.ok) return notifyFailure(answer.failure);
    setPage({ items: [...page.items, ...answer.value.items], next: answer.value.next });
  }

  if (page.items.length === 0) {
    return (
      <EmptyState
        title={`Nobody found for “${q}”`}
        picture={<SearchX aria-hidden className="size-8" strokeWidth={1.5} />}
      >
        <p>The search looks at names and e-mail addresses.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Table caption="People with an account">
        <thead>
          <tr>
            <HeadCell>Person</HeadCell>
            <HeadCell className="hidden md:table-cell">Projects</HeadCell>
            <HeadCell className="hidden sm:table-cell">Last seen</HeadCell>
            <HeadCell>
              <span className="sr-only">What can be done</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {page.items.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isMe={person.id === me}
              onChanged={(changed) =>
                setPage((known) => ({
                  ...known,
                  items: known.items.map((item) => (item.id === changed.id ? changed : item)),
                }))
              }
            />
          ))}
        </tbody>
      </Table>
      {page.next === null ? null : (
        <div className="mt-5 flex justify-end">
          <Button busy={busy} onClick={() => void more()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
