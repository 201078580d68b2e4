'use client';

import { Suspense } from 'react';
import { late } from '@/app/_ui/late';
import { SkeletonLines } from '@/app/_ui/skeleton';

const CheckingPane = late(async () => (await import('./checking-pane')).default);

/** Where the margin stood: what one checks with, fetched when it is first wanted. */
export function CheckingPlace() {
  return (
    <aside aria-label="Checking" className="desk-checking">
      <Suspense fallback={<SkeletonLines label="The pane is on its way" />}>
        <CheckingPane />
      </Suspense>
    </aside>
  );
}
