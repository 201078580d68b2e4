import type { z } from 'zod';
import { isOwnOrigin } from '@/lib/auth/origin';
import { failure, type Outcome } from '@/lib/contract/failure';
import { settings } from '@/lib/settings';
import { faultResponse } from './faults';
import { parseInput } from './parse-input';
import { problemResponse } from './problems';
import { readJsonBody } from './read-body';

/** A password of a thousand characters, each escaped, and what travels with it. */
const BODY_LIMIT = 32_000;

/** Does what somebody at the door asks for; the headers carry the cookies to be set. */
export type DoorKeeper<B extends z.ZodType> = (
  body: z.output<B>,
  headers: Headers,
) => Promise<Outcome<Headers>>;

/**
 * A route outside of the API proper, where people sign in, out or change how they do: for browsers, which keep the cookie that the
 * answer sets. Takes JSON from a page of ours, answers 204, and refuses like the rest of the API.
 */
export const door =
  <B extends z.ZodType>(body: B, keeper: DoorKeeper<B>) =>
  (request: Request): Promise<Response> =>
    answerAtDoor(request, async () => {
      if (!isOwnOrigin(request.headers, settings().origin)) {
        return failure('foreign-origin', 'This was not sent by a page of this desk (see the Origin header).');
      }
      const json = await readJsonBody(request, BODY_LIMIT);
      if (!json.ok) return json;
      const parsed = parseInput(body, json.value);
      return parsed.ok ? keeper(parsed.value, request.headers) : parsed;
    });

/** Answers 204 with the cookies, or with the problem. */
export async function answerAtDoor(
  request: Request,
  work: () => Promise<Outcome<Headers>>,
): Promise<Response> {
  try {
    const done = await work();
    if (!done.ok) return problemResponse(done.failure);
    done.value.set('cache-control', 'no-store');
    return new Response(null, { status: 204, headers: done.value });
  } catch (fault) {
    return faultResponse(fault, `${request.method} ${new URL(request.url).pathname}`);
  }
}

/** For the methods that a door does not open to. */
export const refuseMethod =
  (...allowed: readonly string[]) =>
  (): Response =>
    problemResponse(
      { code: 'method-not-allowed', detail: `Only ${allowed.join(', ')} can be sent to this address.` },
      { allow: allowed.join(', ') },
    );
