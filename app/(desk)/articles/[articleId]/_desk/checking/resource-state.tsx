'use client';

import { LoaderCircle } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { SkeletonLines } from '@/app/_ui/skeleton';
import type { Resource } from './use-resource';

/** What stands there while it has not come, or did not. */
export function ResourceState({
  resource,
  what,
  doing,
}: {
  readonly resource: Resource<unknown>;
  /** “The sources are on their way”. */
  readonly what: string;
  /** For what takes a while: said where everybody sees it. */
  readonly doing?: string;
}) {
  if (resource.failed !== null) {
    return (
      <Notice tone="danger" title="That did not come" live>
        <p>{resource.failed}</p>
        <Button size="small" className="mt-2" onClick={resource.ask}>
          Try again
        </Button>
      </Notice>
    );
  }
  if (resource.value !== null) return null;
  if (doing === undefined) return <SkeletonLines label={`${what} on their way`} />;
  return (
    <div className="flex items-center gap-2.5 p-5 text-sm text-muted">
      <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />
      <p role="status">{doing}</p>
    </div>
  );
}
