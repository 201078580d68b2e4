import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { z } from 'zod';
import { readHistoryAddress, type Search } from '@/app/_ui/history-address';
import { PageHead } from '@/app/_ui/page-head';
import { SkeletonLines } from '@/app/_ui/skeleton';
import type { ArticleView } from '@/lib/contract/article';
import { PastQuery, TimelineQuery } from '@/lib/contract/history';
import { articleFor, versionFor } from '@/lib/store/articles';
import { pastOf, timelineOf } from '@/lib/store/history';
import { membersOf } from '@/lib/store/members';
import { schemaOf } from '@/lib/store/tag-schemas';
import type { Actor } from '@/lib/policy/actor';
import { actorAt, found } from '../../../../arrive';
import { AsItWas } from './as-it-was';
import { Timeline } from './timeline';

export const metadata: Metadata = { title: 'History' };

interface Props {
  readonly params: Promise<{ readonly articleId: string }>;
  readonly searchParams: Promise<Search>;
}

/** All that happened to an article, and beside it the article as it was at any of those moments. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { articleId } = await params;
  const actor = await actorAt(`/articles/${articleId}/history`);
  if (!z.uuid().safeParse(articleId).success) notFound();
  const search = await searchParams;
  const article = found(await articleFor(actor, articleId));
  return (
    <>
      <Link
        href={`/articles/${articleId}`}
        className="mb-3 inline-flex items-center gap-1.5 text-sm font-medium text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Back to the desk, as it is now
      </Link>
      <PageHead title="History">
        <bdi className="font-medium text-ink">{article.title}</bdi>
      </PageHead>
      <Suspense fallback={<SkeletonLines label="Loading the history" />}>
        <Story actor={actor} article={article} search={search} />
      </Suspense>
    </>
  );
}

interface StoryProps {
  readonly actor: Actor;
  readonly article: ArticleView;
  readonly search: Search;
}

async function Story({ actor, article, search }: StoryProps) {
  const articleId = article.id;
  const query = readHistoryAddress(TimelineQuery, search);
  const at = PastQuery.safeParse({ seq: search['at'] });
  const [page, members, version, schema, past] = await Promise.all([
    timelineOf(actor, articleId, query),
    membersOf(actor, article.projectId),
    versionFor(actor, article.currentVersion.id),
    schemaOf(actor, article.projectId),
    at.success ? pastOf(actor, articleId, at.data) : null,
  ]);
  const then = past?.ok === true ? past.value : null;
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <Timeline
        articleId={articleId}
        page={found(page)}
        query={query}
        shown={then?.event.seq ?? null}
        people={found(members).map(({ personId, name }) => ({ id: personId, name }))}
      />
      <AsItWas articleId={articleId} text={found(version).text} schema={found(schema)} past={then} />
    </div>
  );
}
