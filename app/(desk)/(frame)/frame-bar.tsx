'use client';

import { ChevronDown, Highlighter, LayoutGrid } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Menu, MenuGroup, MenuLink, MenuSeparator } from '@/app/_ui/menu';
import { TopBar } from '@/app/_ui/top-bar';
import { UserMenu, type UserMenuProps } from '@/app/_ui/user-menu';
import { WaitingWork } from './waiting-work';

export interface FrameBarProps {
  readonly person: UserMenuProps & { readonly id: string };
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

/** The top bar with the switcher between projects. */
export function FrameBar({ person: { id, ...person }, projects }: FrameBarProps) {
  const pathname = usePathname();
  const here = projects.find((project) => pathname.startsWith(`/projects/${project.id}`));
  const label = here?.name ?? 'Projects';
  return (
    <TopBar
      end={
        <>
          <WaitingWork me={{ id, name: person.name }} />
          <Link
            href="/my-marks"
            aria-current={pathname === '/my-marks' ? 'page' : undefined}
            className="hidden h-9 items-center gap-2 rounded-md px-2.5 text-sm font-medium text-muted hover:bg-hover hover:text-ink sm:flex"
          >
            <Highlighter aria-hidden className="size-4" />
            My marks
          </Link>
          <UserMenu {...person} />
        </>
      }
    >
      <div className="flex min-w-0 flex-1 items-center gap-2 sm:ml-1">
        <span aria-hidden className="hidden h-5 w-px bg-line sm:block" />
        <Menu
          align="start"
          trigger={
            <button
              type="button"
              aria-label={`${label}, go to a project`}
              className="flex h-9 min-w-0 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium hover:bg-hover pointer-coarse:h-11"
            >
              <span className="truncate">{label}</span>
              <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
            </button>
          }
        >
          {projects.length > 0 ? (
            <>
              <MenuGroup label="Your projects">
                {projects.map((project) => (
                  <MenuLink key={project.id} href={`/projects/${project.id}`} current={project === here}>
                    {project.name}
                  </MenuLink>
                ))}
              </MenuGroup>
              <MenuSeparator />
            </>
          ) : null}
          <MenuLink href="/projects" icon={<LayoutGrid aria-hidden className="size-4 text-muted" />}>
            All projects
          </MenuLink>
        </Menu>
      </div>
    </TopBar>
  );
}
