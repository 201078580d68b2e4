'use client';

import { useEffect } from 'react';
import { callApi } from '@/lib/sync/api-client';

const EVERY = 6 * 60 * 60 * 1_000;

/** Tells the server now and then that one is still at work, so that nobody is signed out in the middle of it. */
export function KeepSession() {
  useEffect(() => {
    const keep = (): void => void callApi({ path: '/api/auth/get-session', repeats: 0 });
    keep();
    const timer = setInterval(keep, EVERY);
    return () => clearInterval(timer);
  }, []);
  return null;
}
