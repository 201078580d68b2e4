import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHead } from '@/app/_ui/page-head';
import { Loading, Skeleton } from '@/app/_ui/skeleton';
import { MyMarksFilter, type MyMark } from '@/lib/contract/annotation';
import type { Actor } from '@/lib/policy/actor';
import { marksOf } from '@/lib/store/annotations';
import { schemaOf } from '@/lib/store/tag-schemas';
import { actorAt, found } from '../../arrive';
import { MarkList, type TagColours } from './mark-list';
import { StatusLinks } from './status-links';

export const metadata: Metadata = { title: 'My marks' };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** What became of one's marks, over all projects; a rejected one says why. */
export default async function MyMarksPage({ searchParams }: Props) {
  const actor = await actorAt('/my-marks');
  const { status } = await searchParams;
  const filter =
    MyMarksFilter.safeParse(typeof status === 'string' ? { status } : {}).data ?? MyMarksFilter.parse({});
  return (
    <>
      <PageHead title="My marks">
        <p>Every mark you have made, in all your projects, and what the editors made of it.</p>
      </PageHead>
      <StatusLinks status={filter.status ?? null} />
      <Suspense key={filter.status} fallback={<MarksSkeleton />}>
        <Marks actor={actor} filter={filter} />
      </Suspense>
    </>
  );
}

async function Marks({ actor, filter }: { readonly actor: Actor; readonly filter: MyMarksFilter }) {
  const page = found(await marksOf(actor, filter));
  const colours = await coloursOf(actor, page.items);
  return <MarkList status={filter.status ?? null} first={page} colours={colours} />;
}

/** The colours of the tags of every project the marks are in. */
async function coloursOf(actor: Actor, marks: readonly MyMark[]): Promise<TagColours> {
  const projects = [...new Set(marks.map((mark) => mark.project.id))];
  const schemas = await Promise.all(
    projects.map(async (id) => [id, found(await schemaOf(actor, id))] as const),
  );
  return Object.fromEntries(
    schemas.map(([id, schema]) => [id, Object.fromEntries(schema.tags.map((tag) => [tag.key, tag.colour]))]),
  );
}

const MarksSkeleton = () => (
  <Loading label="Loading your marks">
    <div className="divide-y divide-line border-y border-line">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="space-y-3 py-5">
          <Skeleton className="h-6 w-52" />
          <Skeleton className="h-5 w-full max-w-lg" />
          <Skeleton className="h-3.5 w-64" />
        </div>
      ))}
    </div>
  </Loading>
);
