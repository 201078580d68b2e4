import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { PageHead } from '@/app/_ui/page-head';
import { Loading, Skeleton } from '@/app/_ui/skeleton';
import { InvitationsQuery, PeopleQuery } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { invitationsOf } from '@/lib/store/invitations';
import { peopleOf } from '@/lib/store/people';
import { projectsOf } from '@/lib/store/projects';
import { actorAt, found } from '../../arrive';
import { InvitationList } from './invitation-list';
import { InvitePerson } from './invite-person';
import { PeopleSearch } from './people-search';
import { PersonList } from './person-list';

export const metadata: Metadata = { title: 'People' };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Everybody with an account and everybody invited, for administrators. */
export default async function PeoplePage({ searchParams }: Props) {
  const actor = await actorAt('/people');
  if (!can.changePeople(actor)) notFound();
  const { q } = await searchParams;
  const query = PeopleQuery.safeParse(typeof q === 'string' && q.trim() !== '' ? { q: q.trim() } : {});
  const projects = found(await projectsOf(actor)).map(({ id, name }) => ({ id, name }));
  return (
    <>
      <PageHead title="People" actions={<InvitePerson projects={projects} />}>
        <p>Who can sign in to this desk. What they may see and do in a project is up to its editors.</p>
      </PageHead>
      <PeopleSearch q={query.data?.q ?? ''} />
      <Suspense key={query.data?.q} fallback={<PeopleSkeleton />}>
        <People actor={actor} query={query.data ?? PeopleQuery.parse({})} />
      </Suspense>
    </>
  );
}

async function People({ actor, query }: { readonly actor: Actor; readonly query: PeopleQuery }) {
  const [people, invitations] = await Promise.all([
    peopleOf(actor, query),
    invitationsOf(actor, InvitationsQuery.parse({}), new Date()),
  ]);
  const page = found(people);
  return (
    <>
      <PersonList key={JSON.stringify(page)} me={actor.id} q={query.q ?? ''} first={page} />
      <InvitationList invitations={found(invitations).items} />
    </>
  );
}

const PeopleSkeleton = () => (
  <Loading label="Loading the people">
    <div className="divide-y divide-line border-y border-line">
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className="flex items-center gap-4 py-3.5">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-4 w-44" />
            <Skeleton className="h-3.5 w-60" />
          </div>
          <Skeleton className="hidden h-4 w-32 md:block" />
        </div>
      ))}
    </div>
  </Loading>
);
