import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { cx } from './class-names';
import { LogoMark, Wordmark } from './wordmark';

export interface Crumb {
  readonly label: ReactNode;
  /** The last one, where one is, has none. */
  readonly href?: string | undefined;
}

export interface TopBarProps {
  readonly crumbs?: readonly Crumb[];
  /** Between the way here and the person: counts, the state of saving. */
  readonly children?: ReactNode;
  /** At the end: the person's menu. */
  readonly end?: ReactNode;
  /** Sticks to the top, as on the desk. */
  readonly sticky?: boolean;
}

/** The frame's upper edge: the wordmark, where one is, what is at hand, who one is. */
export function TopBar({ crumbs = [], children, end, sticky = false }: TopBarProps) {
  return (
    <header
      className={cx(
        'flex h-14 items-center gap-3 border-b border-line bg-paper px-4 sm:px-6',
        sticky && 'sticky top-0 z-20',
      )}
    >
      <Link
        href="/"
        className="-mx-1 flex shrink-0 items-center rounded-md px-1 py-1"
        aria-label="Galley, all projects"
      >
        <LogoMark className="size-6 sm:hidden" />
        <span className="hidden sm:flex">
          <Wordmark />
        </span>
      </Link>
      {crumbs.length === 0 ? null : (
        <nav aria-label="Where you are" className="min-w-0 flex-1">
          <ol className="flex min-w-0 items-center gap-1.5 text-sm">
            {crumbs.map((crumb, index) => (
              <Fragment key={index}>
                <li aria-hidden className={cx('shrink-0 text-faint', index === 0 && 'hidden sm:block')}>
                  <ChevronRight className="size-3.5" />
                </li>
                <li className={crumb.href === undefined ? 'min-w-0' : 'min-w-14 shrink-[2]'}>
                  {crumb.href === undefined ? (
                    <span aria-current="page" className="block truncate font-medium">
                      {crumb.label}
                    </span>
                  ) : (
                    <Link href={crumb.href} className="block truncate rounded-sm text-muted hover:text-ink">
                      {crumb.label}
                    </Link>
                  )}
                </li>
              </Fragment>
            ))}
          </ol>
        </nav>
      )}
      {crumbs.length === 0 && children === undefined ? <div className="flex-1" /> : null}
      {children}
      {end}
    </header>
  );
}

/** The first stop of the Tab key: past the frame, to what the screen is about. */
export const SkipLink = ({ href = '#main' }: { readonly href?: string }) => (
  <a
    href={href}
    className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-primary px-4 py-2 font-medium text-on-primary focus:translate-y-0"
  >
    Skip to content
  </a>
);
