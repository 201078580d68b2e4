import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Loading, Skeleton } from '@/app/_ui/skeleton';
import { can } from '@/lib/policy/can';
import { membersOf } from '@/lib/store/members';
import { found } from '../../../../arrive';
import { projectAt, type AtProject } from '../project-here';
import { MemberList } from './member-list';

export const metadata: Metadata = { title: 'Members' };

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
}

/** Who works in the project, and as what. */
export default async function MembersPage({ params }: Props) {
  const at = await projectAt((await params).projectId, '/members');
  return (
    <Suspense fallback={<MembersSkeleton />}>
      <Members {...at} />
    </Suspense>
  );
}

async function Members({ actor, project }: AtProject) {
  const members = found(await membersOf(actor, project.id));
  return (
    <MemberList
      projectId={project.id}
      me={actor.id}
      members={members}
      mayEdit={can.changeMembers({ ...actor, role: project.role })}
    />
  );
}

const MembersSkeleton = () => (
  <Loading label="Loading the members">
    <div className="divide-y divide-line border-y border-line">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex items-center gap-4 py-3.5">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-3.5 w-56" />
          </div>
          <Skeleton className="h-8 w-28" />
        </div>
      ))}
    </div>
  </Loading>
);
