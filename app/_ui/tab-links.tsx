'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cx } from './class-names';

export interface TabLinksProps {
  readonly label: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** The rooms of one place, side by side; each is a page with an address of its own. */
export function TabLinks({ label, links }: TabLinksProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-1">
        {links.map((link) => {
          const here = pathname === link.href;
          return (
            <li key={link.href}>
              <Link
                ref={here ? bringToMiddle : undefined}
                href={link.href}
                aria-current={here ? 'page' : undefined}
                className={cx(
                  'flex h-10 items-center border-b-2 px-2.5 text-sm font-medium whitespace-nowrap focus-visible:-outline-offset-2',
                  here
                    ? 'border-ink text-ink'
                    : 'border-transparent text-muted hover:text-ink forced-colors:border-paper',
                )}
              >
                <WhileComing>{link.label}</WhileComing>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Where there is no room for all, the one that is open is in sight. */
function bringToMiddle(link: HTMLAnchorElement | null): void {
  const row = link?.closest('nav');
  if (!link || !row) return;
  const [at, all] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left + at.width / 2 - (all.left + all.width / 2);
}

/** Inside a link: breathes while the page behind it is on its way, so that a slow line is seen to be busy. */
export function WhileComing({ children }: { readonly children: ReactNode }) {
  const { pending } = useLinkStatus();
  return (
    <span className={cx(pending && 'animate-[pulse-soft_1s_ease-in-out_infinite]')}>
      {children}
      {pending ? <span className="sr-only"> (loading)</span> : null}
    </span>
  );
}
