import { isAPIError } from 'better-auth/api';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { auth } from './auth';
import { DEACTIVATED } from './session-rules';
import { headersForLibrary } from './headers-for-library';

/**
 * Starts a session for somebody who has proved who they are; returns the headers that carry its cookie. 403 `forbidden` for whoever
 * is deactivated; throws where there is no such person.
 */
export async function signInAs(personId: string, headers: Headers): Promise<Outcome<Headers>> {
  try {
    const { headers: answer } = await auth().api.startSession({
      body: { personId },
      headers: headersForLibrary(headers),
      returnHeaders: true,
    });
    return ok(onlyCookies(answer));
  } catch (error) {
    if (isAPIError(error) && error.body?.code === DEACTIVATED) return failure('forbidden', error.message);
    throw error;
  }
}

/** Of what the library answers, the cookies; the rest of the answer is ours. */
export function onlyCookies(answer: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of answer.getSetCookie()) cookies.append('set-cookie', cookie);
  return cookies;
}
