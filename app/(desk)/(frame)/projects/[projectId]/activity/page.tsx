import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import { historyPath, readHistoryAddress, type Search } from '@/app/_ui/history-address';
import { HistoryFilters } from '@/app/_ui/history-filters';
import { PageLinks } from '@/app/_ui/page-links';
import { SkeletonLines } from '@/app/_ui/skeleton';
import { ActivityQuery } from '@/lib/contract/history';
import { can } from '@/lib/policy/can';
import { activityOf } from '@/lib/store/history';
import { membersOf } from '@/lib/store/members';
import { found } from '../../../../arrive';
import { projectAt, type AtProject } from '../project-here';
import { DayList } from './day-list';

export const metadata: Metadata = { title: 'Activity' };

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly searchParams: Promise<Search>;
}

/** What happened lately in the project and its articles, day by day. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const at = await projectAt((await params).projectId, '/activity');
  const query = readHistoryAddress(ActivityQuery, await searchParams);
  return (
    <Suspense fallback={<SkeletonLines label="Loading the activity" />}>
      <Activity {...at} query={query} />
    </Suspense>
  );
}

async function Activity({ actor, project, query }: AtProject & { readonly query: ActivityQuery }) {
  const [page, members] = [
    found(await activityOf(actor, project.id, query)),
    found(await membersOf(actor, project.id)),
  ];
  const base = `/projects/${project.id}/activity`;
  const mine = query.person === actor.id;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <HistoryFilters
          people={members.map(({ personId, name }) => ({ id: personId, name }))}
          person={query.person}
          what={query.what}
        />
        <p className="flex flex-wrap gap-x-5 gap-y-1 pt-7 text-sm">
          <Link className="link" href={historyPath(base, {}, { person: mine ? null : actor.id })}>
            {mine ? 'Everybody’s activity' : 'My activity'}
          </Link>
          {can.downloadAudit({ ...actor, role: project.role }) ? (
            <>
              <a className="link" download href={`/api/v1/projects/${project.id}/audit?format=csv&bom=true`}>
                Log as a spreadsheet
              </a>
              <a className="link" download href={`/api/v1/projects/${project.id}/audit`}>
                Log as JSON Lines
              </a>
            </>
          ) : null}
        </p>
      </div>
      {page.items.length === 0 ? (
        <EmptyState title="Nothing of this kind happened">Take a filter off to see more.</EmptyState>
      ) : (
        <DayList items={page.items} />
      )}
      <PageLinks
        newest={query.cursor === undefined ? null : historyPath(base, query, { cursor: null })}
        older={page.next === null ? null : historyPath(base, query, { cursor: page.next })}
      />
    </>
  );
}
