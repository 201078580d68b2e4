import type { z } from 'zod';
import { actorOf } from '@/lib/auth/session';
import { isOwnOrigin } from '@/lib/auth/origin';
import type { WriteContext } from '@/lib/commands/write-context';
import type { Answers, Endpoint } from '@/lib/contract/endpoint';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { settings } from '@/lib/settings';
import { Answer } from './answer';
import { faultResponse } from './faults';
import { parseInput, queryOf } from './parse-input';
import { readOperationId, readRevision } from './preconditions';
import { problemResponse } from './problems';
import { readJsonBody, refuseBody } from './read-body';

/** What a handler gets: who asks and what for, all parsed. */
export interface RouteInput<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly actor: Actor;
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  /** The revision seen; 0 where the endpoint asks for none. */
  readonly revision: number;
  readonly context: WriteContext;
  readonly request: Request;
}

type BodyOf<A extends Answers> =
  Extract<A[keyof A], z.ZodType> extends infer S extends z.ZodType ? Sent<z.input<S>> : never;

/** What is only sent may be read-only all the way down. */
type Sent<T> = T extends object ? { readonly [K in keyof T]: Sent<T[K]> } : T;

/** A handler answers with the value (then the endpoint's one status is used), an `Answer`, or a ready response. */
export type Handled<A extends Answers> = Promise<Outcome<BodyOf<A> | Answer<BodyOf<A>>> | Response>;

interface NextContext {
  readonly params: Promise<unknown>;
}

/** A route handler as Next wants it, which still knows its endpoint. */
export interface RouteHandler {
  (request: Request, context: NextContext): Promise<Response>;
  readonly endpoint: Endpoint;
}

/**
 * Makes an endpoint's route handler: who asks → is the input right → one command or read → what leaves. Expected failures become
 * problem+json; a fault is logged in full and answered with a sentence and an id.
 */
export function route<A extends Answers, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (input: RouteInput<P, Q, B>) => Handled<A>,
): RouteHandler {
  const handler = async (request: Request, { params }: NextContext): Promise<Response> => {
    try {
      const input = await readInput(endpoint, request, await params);
      if (!input.ok) return problemResponse(input.failure);
      const handled = await handle(input.value);
      if (handled instanceof Response) return handled;
      return handled.ok ? respond(endpoint, handled.value) : problemResponse(handled.failure);
    } catch (fault) {
      return faultResponse(fault, `${endpoint.method} ${endpoint.path}`);
    }
  };
  return Object.assign(handler, { endpoint });
}

async function readInput<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B>,
  request: Request,
  path: unknown,
): Promise<Outcome<RouteInput<P, Q, B>>> {
  const actor = await authenticate(request);
  if (!actor.ok) return actor;
  const params = parseInput(endpoint.params, path ?? {});
  if (!params.ok) return params;
  const query = parseInput(endpoint.query, queryOf(request.url));
  if (!query.ok) return query;
  const revision = endpoint.revision ? readRevision(request.headers) : ok(0);
  if (!revision.ok) return revision;
  const operationId = readOperationId(request.headers);
  if (!operationId.ok) return operationId;
  const body = await readBody(endpoint, request);
  if (!body.ok) return body;
  return ok({
    actor: actor.value,
    params: params.value,
    query: query.value,
    body: body.value,
    revision: revision.value,
    context: { operationId: operationId.value, now: new Date() },
    request,
  });
}

/** Browsers send the session's cookie along whoever made them: so a write that relies on it has to come from a page of ours. */
async function authenticate({ method, headers }: Request): Promise<Outcome<Actor>> {
  const reliesOnCookie = !headers.has('authorization') && headers.has('cookie');
  if (reliesOnCookie && !isSafe(method) && !isOwnOrigin(headers, settings().origin)) {
    return failure('foreign-origin', 'This was not sent by a page of this desk (see the Origin header).');
  }
  const actor = await actorOf(headers);
  return actor === null ? failure('unauthenticated', 'Sign in, or send a valid bearer token.') : ok(actor);
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

async function readBody<B extends z.ZodType>(
  { method, body, bodyLimit }: Endpoint<z.ZodObject, z.ZodObject, B>,
  request: Request,
): Promise<Outcome<z.output<B>>> {
  if (body !== undefined) {
    const json = await readJsonBody(request, bodyLimit);
    return json.ok ? parseInput(body, json.value) : json;
  }
  const nothing = isSafe(method) ? ok(undefined) : await refuseBody(request);
  return nothing.ok ? ok(undefined as z.output<B>) : nothing;
}

function respond({ answers }: Endpoint, value: unknown): Response {
  const answer = value instanceof Answer ? value : { body: value, status: onlyStatus(answers), headers: {} };
  const headers = { 'cache-control': 'no-store', ...answer.headers };
  return answer.status === 204
    ? new Response(null, { status: 204, headers })
    : Response.json(answer.body, { status: answer.status, headers });
}

function onlyStatus(answers: Answers): number {
  const [status, ...others] = Object.keys(answers).map(Number);
  if (status === undefined || others.length > 0)
    throw new Error('The handler has to name one of several statuses');
  return status;
}
