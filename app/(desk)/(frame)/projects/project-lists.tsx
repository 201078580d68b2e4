import { DeskPicture } from '@/app/_ui/desk-picture';
import { EmptyState } from '@/app/_ui/empty-state';
import type { ProjectListing } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { allProjects, projectsOf } from '@/lib/store/projects';
import { found } from '../../arrive';
import { ProjectCard } from './project-card';

/** One's own projects as cards; below, for administrators, the names of the others. */
export async function ProjectLists({ actor }: { readonly actor: Actor }) {
  const mine = found(await projectsOf(actor));
  const all = can.listAllProjects(actor) ? found(await allProjects(actor)) : [];
  const others = all.filter((listing) => !mine.some((project) => project.id === listing.id));
  return (
    <>
      {mine.length > 0 ? (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {mine.map((project) => (
            <ProjectCard key={project.id} project={project} />
          ))}
        </ul>
      ) : (
        <NoProjects actor={actor} none={all.length === 0} />
      )}
      {others.length > 0 ? <OtherProjects others={others} /> : null}
    </>
  );
}

function NoProjects({ actor, none }: { readonly actor: Actor; readonly none: boolean }) {
  if (!actor.admin) {
    return (
      <EmptyState title="You are in no project yet" picture={<DeskPicture />}>
        <p>
          An editor adds you to a project by your address, <strong className="text-ink">{actor.email}</strong>
          . Once that is done the project appears here.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={none ? 'Start the first project' : 'You are a member of no project'}
      picture={<DeskPicture />}
    >
      <p>
        Give a new project a name and an editor. It starts with a complete tag schema, from misspelled names
        to queries for the lawyer, which its editors can change at any time.
      </p>
    </EmptyState>
  );
}

function OtherProjects({ others }: { readonly others: readonly ProjectListing[] }) {
  return (
    <section className="mt-12">
      <h2 className="headline text-lg">Other projects on this server</h2>
      <p className="mt-1 max-w-prose text-sm text-muted">
        You see that they exist. Their articles are for their members; an editor of the project can add you.
      </p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {others.map((listing) => (
          <li key={listing.id} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5 text-sm">
            <span className="font-medium">{listing.name}</span>
            <span className="text-muted">
              {listing.members === 1 ? '1 member' : `${listing.members} members`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
