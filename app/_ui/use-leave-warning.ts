'use client';

import { useEffect } from 'react';

/** While something typed is nowhere but on this page, the browser asks before the page is left. */
export function useLeaveWarning(typed: boolean): void {
  useEffect(() => {
    if (!typed) return;
    window.addEventListener('beforeunload', askBeforeLeaving);
    return () => window.removeEventListener('beforeunload', askBeforeLeaving);
  }, [typed]);
}

/** Answers `beforeunload` so that the browser asks; the same function for all, so that nobody is asked twice. */
export const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();
