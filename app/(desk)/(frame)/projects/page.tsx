import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHead } from '@/app/_ui/page-head';
import { Loading, Skeleton } from '@/app/_ui/skeleton';
import { actorAt } from '../../arrive';
import { AddProject } from './add-project';
import { ProjectLists } from './project-lists';

export const metadata: Metadata = { title: 'Projects' };

/** The projects one is a member of; for an administrator also the names of the rest. */
export default async function ProjectsPage() {
  const actor = await actorAt('/projects');
  return (
    <>
      <PageHead title="Projects" actions={actor.admin ? <AddProject email={actor.email} /> : null}>
        <p>A project is a desk: its people, its tag schema and the articles they check.</p>
      </PageHead>
      <Suspense fallback={<ProjectsSkeleton />}>
        <ProjectLists actor={actor} />
      </Suspense>
    </>
  );
}

const ProjectsSkeleton = () => (
  <Loading label="Loading the projects">
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {[0, 1, 2].map((card) => (
        <div key={card} className="space-y-4 rounded-lg border border-line bg-sheet p-5">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-9 w-32" />
          <Skeleton className="h-4 w-36" />
        </div>
      ))}
    </div>
  </Loading>
);
