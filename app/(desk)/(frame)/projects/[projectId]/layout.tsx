import type { ReactNode } from 'react';
import { TabLinks } from '@/app/_ui/tab-links';
import { projectHere } from './project-here';

/** The head of a project and the ways to its rooms. */
export default async function ProjectLayout({
  params,
  children,
}: {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly children: ReactNode;
}) {
  const { projectId } = await params;
  const project = await projectHere(projectId);
  if (project === null) return children;
  const base = `/projects/${project.id}`;
  return (
    <>
      <header className="mb-7 border-b-3 border-double border-line-strong">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-3">
          <h1 className="headline min-w-0 text-3xl break-words sm:text-4xl">{project.name}</h1>
          <p className="text-sm text-muted">
            You are {project.role === 'editor' ? 'an editor' : 'a reviewer'} here
          </p>
        </div>
        <TabLinks
          label="Rooms of the project"
          links={[
            { href: base, label: 'Articles' },
            { href: `${base}/schema`, label: 'Tag schema' },
            { href: `${base}/corrections`, label: 'Corrections' },
            { href: `${base}/activity`, label: 'Activity' },
            { href: `${base}/trash`, label: 'Trash' },
            { href: `${base}/members`, label: 'Members' },
            { href: `${base}/settings`, label: project.role === 'editor' ? 'Settings' : 'Guidelines' },
          ]}
        />
      </header>
      {children}
    </>
  );
}
