import type { PersonRef } from '@/lib/contract/primitives';
import { db } from './client';

/** Who is on an article right now, by name; somebody with several windows once. For members of its project only: the caller sees to that. */
export const peopleAt = async (articleId: string): Promise<readonly PersonRef[]> =>
  db().$queryRaw<PersonRef[]>`
    SELECT p."id", p."name" FROM "person" p
     WHERE p."id" IN (
       SELECT here."personId" FROM "presence" here
        WHERE here."articleId" = ${articleId}::uuid AND here."expiresAt" > now()
     )
     ORDER BY lower(p."name"), p."id"`;
