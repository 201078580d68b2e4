import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import { historyPath, readHistoryAddress, type Search } from '@/app/_ui/history-address';
import { PageLinks } from '@/app/_ui/page-links';
import { SkeletonLines } from '@/app/_ui/skeleton';
import { TrashQuery } from '@/lib/contract/history';
import { trashOf } from '@/lib/store/trash';
import { schemaOf } from '@/lib/store/tag-schemas';
import { found } from '../../../../arrive';
import { projectAt, type AtProject } from '../project-here';
import { TrashRow } from './trash-row';

export const metadata: Metadata = { title: 'Trash' };

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly searchParams: Promise<Search>;
}

/** What was deleted in the project and can come back: articles and marks. Nothing here is ever emptied. */
export default async function TrashPage({ params, searchParams }: Props) {
  const at = await projectAt((await params).projectId, '/trash');
  const query = readHistoryAddress(TrashQuery, await searchParams);
  return (
    <Suspense fallback={<SkeletonLines label="Loading the trash" />}>
      <Trash {...at} query={query} />
    </Suspense>
  );
}

async function Trash({ actor, project, query }: AtProject & { readonly query: TrashQuery }) {
  const page = found(await trashOf(actor, project.id, query));
  const schema = found(await schemaOf(actor, project.id));
  const colours = Object.fromEntries(schema.tags.map(({ key, colour }) => [key, colour]));
  const base = `/projects/${project.id}/trash`;
  const kept = query.article ?? null;
  if (page.items.length === 0)
    return (
      <EmptyState title="The trash is empty">
        Deleted marks and articles wait here for as long as the desk lives.
      </EmptyState>
    );
  return (
    <>
      {kept === null ? null : (
        <p className="mb-4 flex flex-wrap gap-x-5 text-sm">
          <Link className="link" href={`/articles/${kept}`}>
            Back to the article
          </Link>
          <Link className="link" href={base}>
            Trash of the whole project
          </Link>
        </p>
      )}
      <ul aria-label="Trash" className="divide-y divide-line border-y border-line">
        {page.items.map((item) => (
          <TrashRow
            key={item.kind === 'annotation' ? item.annotation.id : item.article.id}
            item={item}
            colour={item.kind === 'annotation' ? (colours[item.annotation.tag] ?? 'slate') : 'slate'}
            me={{ id: actor.id, scope: actor.scope, role: project.role }}
          />
        ))}
      </ul>
      <PageLinks
        newest={query.cursor === undefined ? null : historyPath(base, {}, { article: kept })}
        older={page.next === null ? null : historyPath(base, {}, { article: kept, cursor: page.next })}
      />
    </>
  );
}
