import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Loading, Skeleton } from '@/app/_ui/skeleton';
import { ArticleFilter } from '@/lib/contract/article';
import { can } from '@/lib/policy/can';
import { articlesOf } from '@/lib/store/articles';
import { found } from '../../../arrive';
import { ArticleList } from './article-list';
import { ArticlesBar } from './articles-bar';
import { projectAt, projectHere, type AtProject } from './project-here';

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const project = await projectHere((await params).projectId);
  return { title: project?.name ?? 'Articles' };
}

/** The articles of a project: what there is, how far each has come, who is at it. */
export default async function ArticlesPage({ params, searchParams }: Props) {
  const at = await projectAt((await params).projectId);
  const filter = readFilter(await searchParams);
  const mayEdit = can.addArticle({ ...at.actor, role: at.project.role });
  return (
    <>
      <ArticlesBar projectId={at.project.id} shelf={filter.shelf} q={filter.q ?? ''} mayEdit={mayEdit} />
      <Suspense key={`${filter.shelf} ${filter.q}`} fallback={<ArticlesSkeleton />}>
        <Articles at={at} filter={filter} mayEdit={mayEdit} />
      </Suspense>
    </>
  );
}

interface ArticlesProps {
  readonly at: AtProject;
  readonly filter: ArticleFilter;
  readonly mayEdit: boolean;
}

async function Articles({ at, filter, mayEdit }: ArticlesProps) {
  const page = found(await articlesOf(at.actor, at.project.id, filter));
  return (
    <ArticleList
      key={page.items.map((article) => article.id + article.updatedAt).join()}
      projectId={at.project.id}
      shelf={filter.shelf}
      q={filter.q ?? ''}
      first={page}
      mayEdit={mayEdit}
    />
  );
}

/** What the address says; whatever it says wrongly counts as not said. */
function readFilter(search: Awaited<Props['searchParams']>): ArticleFilter {
  const { q, shelf } = search;
  const read = ArticleFilter.safeParse({
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.trim() } : {}),
    ...(typeof shelf === 'string' ? { shelf } : {}),
  });
  return read.success ? read.data : ArticleFilter.parse({});
}

const ArticlesSkeleton = () => (
  <Loading label="Loading the articles">
    <div className="divide-y divide-line border-y border-line">
      {[72, 48, 60, 55, 40].map((width) => (
        <div key={width} className="flex items-center gap-6 py-4">
          <div className="flex-1 space-y-2">
            <span style={{ width: `${width}%` }} className="block">
              <Skeleton className="h-5" />
            </span>
            <Skeleton className="h-3.5 w-40" />
          </div>
          <Skeleton className="hidden h-6 w-16 rounded-full md:block" />
          <Skeleton className="hidden h-4 w-24 md:block" />
        </div>
      ))}
    </div>
  </Loading>
);
