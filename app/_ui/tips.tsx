'use client';

import { Suspense } from 'react';
import { late, useSomebody } from './late';

const TipLayer = late(async () => (await import('./tip-layer')).default);

/** Shows the tips of everything on the page. Rendered once, by the layout; fetched with the first sign of somebody. */
export const Tips = () =>
  useSomebody() ? (
    <Suspense>
      <TipLayer />
    </Suspense>
  ) : null;
