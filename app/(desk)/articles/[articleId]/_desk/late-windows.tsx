'use client';

import { Suspense, useEffect } from 'react';
import { late, useSomebody } from '@/app/_ui/late';
import { loadCardMenu } from './margin/load-card-menu';
import { useDesk, useDeskState } from './model/use-desk';

const Windows = late(async () => (await import('./windows')).default);

/** Reading needs none of them: they come with the first sign of somebody, and are there before they are opened. */
export function LateWindows() {
  const somebody = useSomebody();
  const open = useDeskState((state) => state.overlay !== null);
  useEffect(() => {
    // There is no card yet whose menu would do it by itself, and by then there may be no line.
    if (somebody) void loadCardMenu().catch(() => undefined);
  }, [somebody]);
  if (!somebody && !open) return null;
  return (
    <Suspense fallback={open ? <Coming /> : null}>
      <Windows />
    </Suspense>
  );
}

/** Escape does not wait for a window that is still on its way. */
function Coming() {
  const desk = useDesk();
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') desk.state.set({ overlay: null });
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [desk]);
  return (
    <p
      role="status"
      className="fixed inset-x-0 bottom-16 z-40 mx-auto w-fit rounded-lg border border-line bg-raised px-4 py-2 text-sm shadow-high"
    >
      On its way…
    </p>
  );
}
