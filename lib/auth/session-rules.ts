import { APIError } from 'better-auth/api';
import type { Database } from '@/lib/store/client';

/** The code of the answer when somebody who was deactivated proves who they are. */
export const DEACTIVATED = 'DEACTIVATED';

interface Started {
  readonly userId: string;
}

/** What the sign-in library does before and after it writes any session, whatever the way in. */
export const sessionRules = (database: Database) => ({
  create: {
    before: async ({ userId }: Started): Promise<void> => {
      const person = await database.person.findUnique({
        where: { id: userId },
        select: { deactivatedAt: true },
      });
      if (person?.deactivatedAt !== null) {
        throw new APIError('FORBIDDEN', {
          code: DEACTIVATED,
          message: 'This account is deactivated; an administrator can reactivate it.',
        });
      }
    },
    /** Sessions that ended by themselves are cleared away when their owner starts another. */
    after: async ({ userId }: Started): Promise<void> => {
      await database.session.deleteMany({ where: { personId: userId, expiresAt: { lt: new Date() } } });
    },
  },
});
