import type { ReactNode } from 'react';
import { SkipLink } from '@/app/_ui/top-bar';
import { projectsOf } from '@/lib/store/projects';
import { currentActor } from '../arrive';
import { FrameBar } from './frame-bar';

/** The frame of every signed-in screen but the desk. Each page sees to signing in itself: it knows where it is. */
export default async function FrameLayout({ children }: { readonly children: ReactNode }) {
  const actor = await currentActor();
  if (actor === null) return children;
  const projects = await projectsOf(actor);
  return (
    <>
      <SkipLink />
      <FrameBar
        person={{ id: actor.id, name: actor.name, email: actor.email, admin: actor.admin }}
        projects={projects.ok ? projects.value.map(({ id, name }) => ({ id, name })) : []}
      />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl px-4 pt-8 pb-24 outline-none has-data-wide:max-w-[100rem] sm:px-6"
      >
        {children}
      </main>
    </>
  );
}
