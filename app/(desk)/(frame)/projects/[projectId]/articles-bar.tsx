'use client';

import Link from 'next/link';
import { AddressSearch } from '@/app/_ui/address-search';
import { cx } from '@/app/_ui/class-names';
import { WhileComing } from '@/app/_ui/tab-links';
import type { ArticleFilter } from '@/lib/contract/article';
import { AddArticle } from './add-article/add-article';

type Shelf = ArticleFilter['shelf'];

const SHELVES: readonly { readonly shelf: Shelf; readonly label: string }[] = [
  { shelf: 'current', label: 'Current' },
  { shelf: 'archived', label: 'Archived' },
  { shelf: 'trash', label: 'Trash' },
];

export interface ArticlesBarProps {
  readonly projectId: string;
  readonly shelf: Shelf;
  readonly q: string;
  readonly mayEdit: boolean;
}

/** Which articles are listed, and the way to add one. Shelf and search are in the address, so they can be passed on. */
export function ArticlesBar({ projectId, shelf, q, mayEdit }: ArticlesBarProps) {
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3">
      <nav aria-label="Shelf" className="flex rounded-md border border-line-strong bg-sheet p-0.5">
        {SHELVES.map((option) => (
          <Link
            key={option.shelf}
            href={articlesPath(projectId, option.shelf, q)}
            aria-current={option.shelf === shelf ? 'page' : undefined}
            className={cx(
              'flex h-8 items-center rounded px-3 text-[0.8125rem] font-medium pointer-coarse:h-10',
              option.shelf === shelf
                ? 'bg-primary text-on-primary forced-colors:border'
                : 'text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <WhileComing>{option.label}</WhileComing>
          </Link>
        ))}
      </nav>
      <AddressSearch
        label="Search articles"
        placeholder="Search title or byline"
        q={q}
        pathFor={(next) => articlesPath(projectId, shelf, next)}
      />
      {mayEdit ? <AddArticle projectId={projectId} /> : null}
    </div>
  );
}

function articlesPath(projectId: string, shelf: Shelf, q: string): string {
  const search = new URLSearchParams();
  if (shelf !== 'current') search.set('shelf', shelf);
  if (q !== '') search.set('q', q);
  const text = search.toString();
  return `/projects/${projectId}${text === '' ? '' : `?${text}`}`;
}
