import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { actorOf } from '@/lib/auth/session';
import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';

/** Who asks, looked up once for all the parts of one page; null for nobody. */
export const currentActor = cache(async (): Promise<Actor | null> => actorOf(await headers()));

/** Who asks; nobody is sent to sign in, and back to `path` from there. */
export async function actorAt(path: string): Promise<Actor> {
  const actor = await currentActor();
  return actor ?? redirect(`/sign-in?from=${encodeURIComponent(path)}`);
}

/**
 * What a read of the store found. What is missing, or not for this person's eyes, is the 404 page; any other failure is
 * one that no link leads to, so it is thrown as a fault.
 */
export function found<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  if (outcome.failure.code === 'not-found' || outcome.failure.code === 'forbidden') notFound();
  throw new Error(`${outcome.failure.code}: ${outcome.failure.detail}`);
}
