import type { Metadata } from 'next';
import { Suspense } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import { readHistoryAddress, type Search } from '@/app/_ui/history-address';
import { PageLinks } from '@/app/_ui/page-links';
import { SkeletonLines } from '@/app/_ui/skeleton';
import { LogQuery } from '@/lib/contract/corrections-log';
import { correctionsOf } from '@/lib/store/corrections-log';
import { membersOf } from '@/lib/store/members';
import { schemaOf } from '@/lib/store/tag-schemas';
import { found } from '../../../../arrive';
import { projectAt, type AtProject } from '../project-here';
import { LogFilters } from './log-filters';
import { LogList } from './log-list';

export const metadata: Metadata = { title: 'Corrections' };

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly searchParams: Promise<Search>;
}

/** The corrections log: everything that the project has issued, across its articles, as newsrooms publish it. */
export default async function CorrectionsPage({ params, searchParams }: Props) {
  const at = await projectAt((await params).projectId, '/corrections');
  const query = readHistoryAddress(LogQuery, await searchParams);
  return (
    <Suspense fallback={<SkeletonLines label="Loading the corrections" />}>
      <Corrections {...at} query={query} />
    </Suspense>
  );
}

async function Corrections({ actor, project, query }: AtProject & { readonly query: LogQuery }) {
  const page = found(await correctionsOf(actor, project.id, query));
  const schema = found(await schemaOf(actor, project.id));
  const members = found(await membersOf(actor, project.id));
  const file = (format: string): string =>
    `/api/v1/projects/${project.id}/corrections?${searchOf(query, { format, all: 'true' })}`;
  const isFiltered = searchOf(query, {}) !== '';
  return (
    <>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <LogFilters
          query={query}
          tags={schema.tags}
          people={members.map(({ personId, name }) => ({ id: personId, name }))}
        />
        <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <a className="link" download href={file('csv')}>
            As a spreadsheet
          </a>
          <a className="link" href={file('json')} target="_blank" rel="noopener">
            As JSON
          </a>
          <a className="link" download href={file('atom')}>
            As an Atom feed
          </a>
        </p>
      </div>
      {page.items.length > 0 ? (
        <LogList entries={page.items} />
      ) : isFiltered ? (
        <EmptyState title="No correction fits">Take a filter off to see more.</EmptyState>
      ) : (
        <EmptyState title="Nothing has been issued yet">
          When a corrections report is issued, what it corrects is listed here.
        </EmptyState>
      )}
      <PageLinks
        newest={query.cursor === undefined ? null : `?${searchOf(query, {})}`}
        older={page.next === null ? null : `?${searchOf(query, { cursor: page.next })}`}
      />
    </>
  );
}

/** What is asked for, as an address says it, with something more. */
function searchOf({ from, to, tag, author }: LogQuery, more: Readonly<Record<string, string>>): string {
  const said = Object.entries({ from, to, tag, author, ...more });
  return new URLSearchParams(
    said.filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
}
