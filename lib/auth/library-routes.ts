import { z } from 'zod';
import { failure, type Failure, type Outcome } from '@/lib/contract/failure';
import { PasswordChange, SignIn } from '@/lib/contract/person';
import { fail, ok } from '@/lib/result';
import { settings } from '@/lib/settings';
import { auth } from './auth';
import { DEACTIVATED } from './session-rules';
import { headersForLibrary } from './headers-for-library';
import { PASSWORD_REFUSED } from './password-rules';
import { actorOf } from './session';
import { onlyCookies } from './sign-in-as';

interface LibraryRoute {
  readonly body: z.ZodType;
  /** Whether only somebody who is signed in may come here. */
  readonly signedIn: boolean;
}

const NOTHING = z.strictObject({});

/** Of the many routes that the sign-in library has, the few that this desk opens; all are POST but `get-session`. */
export const LIBRARY_ROUTES: Readonly<Record<string, LibraryRoute>> = {
  'sign-in/email': { body: SignIn, signedIn: false },
  'sign-out': { body: NOTHING, signedIn: false },
  'change-password': { body: PasswordChange, signedIn: true },
  'revoke-sessions': { body: NOTHING, signedIn: true },
};

/** Starts the thirty days of a session in use anew, about once a day; without one, nothing happens. */
export const prolongSession = (headers: Headers): Promise<Outcome<Headers>> =>
  ask('get-session', { method: 'GET', headers: headersForLibrary(headers) });

/** Lets the library do one of its routes; returns the headers that carry the cookies it sets. */
export async function askLibrary(
  path: keyof typeof LIBRARY_ROUTES,
  body: unknown,
  headers: Headers,
): Promise<Outcome<Headers>> {
  const told = headersForLibrary(headers);
  // The library would let in somebody who was deactivated while they signed in.
  if (LIBRARY_ROUTES[path]?.signedIn === true && (await actorOf(told)) === null) return NOT_SIGNED_IN;
  told.set('content-type', 'application/json');
  return ask(path, { method: 'POST', headers: told, body: JSON.stringify(body) });
}

async function ask(path: string, init: RequestInit): Promise<Outcome<Headers>> {
  const answer = await auth().handler(new Request(`${settings().origin}/api/auth/${path}`, init));
  return answer.ok ? ok(onlyCookies(answer.headers)) : fail(await readRefusal(answer, path));
}

const NOT_SIGNED_IN = failure('unauthenticated', 'Sign in first.');

const Refusal = z.object({ code: z.string().optional(), message: z.string().optional() });

/** The library's refusals in our own terms. What is not known here is a fault. */
async function readRefusal(answer: Response, path: string): Promise<Failure> {
  const text = await answer.text();
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('x-retry-after') ?? 60);
    const detail = `Too many attempts. Wait ${seconds} seconds and try again.`;
    return { code: 'too-many-requests', detail, retryAfter: seconds };
  }
  const { code, message = '' } = Refusal.parse(JSON.parse(text));
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return {
        code: 'wrong-credentials',
        detail: 'The address and the password do not belong together. Check both and try again.',
      };
    case DEACTIVATED:
      return { code: 'forbidden', detail: message };
    case PASSWORD_REFUSED:
      return wrong('newPassword', message);
    case 'INVALID_PASSWORD':
      return wrong('currentPassword', 'This is not your current password.');
    case 'CREDENTIAL_ACCOUNT_NOT_FOUND':
      return {
        code: 'wrong-status',
        detail: 'You have no password yet; an administrator can give you a link to choose one.',
      };
    case 'UNAUTHORIZED':
      return NOT_SIGNED_IN.failure;
    default:
      throw new Error(`The sign-in library answered ${path} with ${answer.status}: ${text}`);
  }
}

const wrong = (field: string, message: string): Failure => ({
  code: 'invalid-input',
  detail: message,
  errors: [{ field, message }],
});
