'use client';

import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { SkeletonLines } from '@/app/_ui/skeleton';
import type { Resource } from './use-resource';

/** What stands there while it has not come, or did not. */
export function ResourceState({
  resource,
  what,
}: {
  readonly resource: Resource<unknown>;
  /** “The sources are on their way”. */
  readonly what: string;
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
  return resource.value === null ? <SkeletonLines label={`${what} on their way`} /> : null;
}
