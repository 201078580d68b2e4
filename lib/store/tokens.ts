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

type OwnerRow = Omit<TokenOwner, 'actor'> & Actor;

/** Whose token it is whose hash this is, if it counts: not revoked, not expired, its owner not deactivated. */
export async function findTokenOwner(hash: string, now: Date): Promise<TokenOwner | null> {
  const [row] = await db().$queryRaw<OwnerRow[]>`
    SELECT t."id" AS "tokenId", t."scope"::text AS "scope", t."lastUsedAt",
           p."id", p."name", p."email", p."admin", p."singleKeys"
      FROM "api_token" t JOIN "person" p ON p."id" = t."personId"
     WHERE t."hash" = ${hash} AND t."revokedAt" IS NULL AND (t."expiresAt" IS NULL OR t."expiresAt" > ${now})
       AND p."deactivatedAt" IS NULL`;
  if (row === undefined) return null;
  const { tokenId, lastUsedAt, ...actor } = row;
  return { tokenId, lastUsedAt, actor };
}

/** Remembers that a token is in use, unless that was done a moment ago. */
export async function noteTokenUse({ tokenId, lastUsedAt }: TokenOwner, now: Date): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < USE_NOTED_EVERY_MS) return;
  await db().apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } });
}
