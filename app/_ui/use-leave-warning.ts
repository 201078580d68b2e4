'use client';

import { useEffect } from 'react';

/** While something typed is nowhere but on this page, the browser asks before the page is left. */
export function useLeaveWarning(typed: boolean): void {
  useEffect(() => (typed ? warnOnLeaving() : undefined), [typed]);
}

/** The same outside a component. Answers the function that ends it; whoever else has something typed still warns. */
export function warnOnLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
