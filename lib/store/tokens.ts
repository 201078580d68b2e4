import type { Outcome } from '@/lib/contract/failure';
import type { TokenView } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import type { ApiToken } from './generated/client';

/** How exact "last used" is, so that a busy token does not cost a write per request. */
const USE_NOTED_EVERY_MS = 5 * 60_000;

/** More than anybody keeps in use; `makeToken` holds everybody to it, so a list never needs a second page. */
export const TOKENS_MAX = 100;

/** The asker's own tokens that were not revoked, newest first. Expired ones are listed, so that one sees why something stopped. */
export async function tokensOf(
  actor: Actor,
): Promise<Outcome<{ readonly items: readonly TokenView[]; readonly next: null }>> {
  const rows = await db().apiToken.findMany({
    where: { personId: actor.id, revokedAt: null },
    orderBy: { id: 'desc' },
    take: TOKENS_MAX,
  });
  return ok({ items: rows.map(presentToken), next: null });
}

export const presentToken = (row: ApiToken): TokenView => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scope: row.scope,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

export interface TokenOwner {
  readonly tokenId: string;
  readonly lastUsedAt: Date | null;
  readonly actor: Actor;
}

/** Whose token it is whose hash this is, if it counts: not revoked, not expired, its owner not deactivated. */
export async function findTokenOwner(hash: string, now: Date): Promise<TokenOwner | null> {
  const row = await db().apiToken.findFirst({
    where: {
      hash,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      person: { deactivatedAt: null },
    },
    select: {
      id: true,
      scope: true,
      lastUsedAt: true,
      person: { select: { id: true, name: true, email: true, admin: true, singleKeys: true } },
    },
  });
  if (row === null) return null;
  return { tokenId: row.id, lastUsedAt: row.lastUsedAt, actor: { ...row.person, scope: row.scope } };
}

/** Remembers that a token is in use, unless that was done a moment ago. */
export async function noteTokenUse({ tokenId, lastUsedAt }: TokenOwner, now: Date): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < USE_NOTED_EVERY_MS) return;
  await db().apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } });
}
