import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { findPasswordFault } from './password-policy';

/** The code of the answer when a new password will not do; its message says why. */
export const PASSWORD_REFUSED = 'PASSWORD_REFUSED';

/** Holds the library's own "change password" to our rules, and makes it end every other session. */
export const passwordRules = () =>
  ({
    id: 'galley-password-rules',
    hooks: {
      before: [
        {
          matcher: (context) => context.path === '/change-password',
          handler: createAuthMiddleware(async (context) => {
            const session = await getSessionFromCtx(context);
            const body = (context.body ?? {}) as Record<string, unknown>;
            const password = body['newPassword'];
            if (session === null || typeof password !== 'string') return;
            const fault = findPasswordFault(password, session.user);
            if (fault !== null) {
              throw new APIError('UNPROCESSABLE_ENTITY', { code: PASSWORD_REFUSED, message: fault });
            }
            return { context: { body: { ...body, revokeOtherSessions: true } } };
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
