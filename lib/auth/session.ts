import type { Actor } from '@/lib/policy/actor';
import { bearerActor } from './bearer';
import { auth } from './auth';

/**
 * Who asks: the owner of the bearer token, or else of the session's cookie. Null for nobody, for what is forged, expired or revoked,
 * and for people who were deactivated; all of that is looked up in the database for each request. A request that names a
 * token is judged by it alone.
 */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const authorization = headers.get('authorization');
  return authorization === null ? sessionActor(headers) : bearerActor(authorization);
}

/** Looking does not prolong a session: that is left to `/api/auth/get-session`, whose answer can carry the cookie. */
async function sessionActor(headers: Headers): Promise<Actor | null> {
  if (!headers.has('cookie')) return null;
  const found = await auth().api.getSession({ headers, query: { disableRefresh: true } });
  if (found === null || (found.user.deactivatedAt ?? null) !== null) return null;
  const { id, name, email, admin, singleKeys } = found.user;
  return { id, name, email, admin, singleKeys, scope: 'admin' };
}
