import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Loading, Skeleton } from '@/app/_ui/skeleton';
import { can } from '@/lib/policy/can';
import { schemaOf, tagUsage } from '@/lib/store/tag-schemas';
import { found } from '../../../../arrive';
import { projectAt, type AtProject } from '../project-here';
import { SchemaEditor } from './schema-editor';

export const metadata: Metadata = { title: 'Tag schema' };

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
}

/** The project's tags: editors change them, reviewers look them up. */
export default async function SchemaPage({ params }: Props) {
  const at = await projectAt((await params).projectId, '/schema');
  return (
    <Suspense fallback={<SchemaSkeleton />}>
      <Schema {...at} />
    </Suspense>
  );
}

async function Schema({ actor, project }: AtProject) {
  const [schema, usage] = await Promise.all([schemaOf(actor, project.id), tagUsage(actor, project.id)]);
  return (
    <SchemaEditor
      projectId={project.id}
      stored={found(schema)}
      usage={found(usage)}
      mayEdit={can.changeSchema({ ...actor, role: project.role })}
    />
  );
}

const SchemaSkeleton = () => (
  <Loading label="Loading the tag schema">
    <div className="divide-y divide-line border-y border-line">
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className="grid grid-cols-[2rem_1fr] gap-4 py-4">
          <Skeleton className="size-6" />
          <div className="space-y-2.5">
            <Skeleton className="h-6 w-40" />
            <Skeleton className="h-4 w-full max-w-xl" />
          </div>
        </div>
      ))}
    </div>
  </Loading>
);
