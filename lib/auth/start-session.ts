import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * Signs in somebody who has proved who they are in another way than by a password: by a one-time link, or by sitting at the
 * machine of a demo. Called by our own code only; no request can reach it.
 */
export const startSession = () =>
  ({
    id: 'galley-start-session',
    endpoints: {
      startSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.strictObject({ personId: z.uuid() }), requireHeaders: true },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.personId);
          if (user === null) throw new APIError('NOT_FOUND');
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ personId: user.id });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
