import type { Actor } from '@/lib/policy/actor';
import { hashSecret } from '@/lib/store/secret';
import { findTokenOwner, noteTokenUse } from '@/lib/store/tokens';

/** RFC 6750, 2.1; the name of the scheme is case-insensitive (RFC 9110, 11.1). */
const BEARER = /^Bearer +(\S+) *$/i;

/** The owner of the token in an Authorization header, with the token's scope; null when it is none of ours or counts no more. */
export async function bearerActor(authorization: string): Promise<Actor | null> {
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) return null;
  const now = new Date();
  const found = await findTokenOwner(hashSecret(token), now);
  if (found === null) return null;
  await noteTokenUse(found, now);
  return found.actor;
}
