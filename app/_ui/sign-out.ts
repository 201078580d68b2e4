'use client';

import { callApi } from '@/lib/sync/api-client';
import { notifyFailure } from './toast';

/** Ends this browser's session. The whole page is loaded anew, so nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  const answer = await callApi({ method: 'POST', path: '/api/auth/sign-out', body: {} });
  if (answer.ok) window.location.assign('/sign-in');
  else notifyFailure(answer.failure);
}
