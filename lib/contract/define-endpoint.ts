import { z } from 'zod';
import type { Answers, Endpoint } from './endpoint';

/** What an endpoint has to say; the rest has a default. */
type Definition<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends Answers> = Pick<
  Endpoint,
  'method' | 'path' | 'summary' | 'tag'
> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly bodyLimit?: number;
  readonly answers: A;
  readonly otherwise?: Endpoint['otherwise'];
  readonly revision?: boolean;
  readonly failures?: Endpoint['failures'];
};

/** Large enough for every body but texts and batches. */
const BODY_LIMIT = 1_000_000;

/** `z.never()` stands for "no body": then `body` is undefined at run time and `never` to the handler. */
const NOTHING = z.strictObject({});

/** An endpoint with defaults filled in: no parameters, no query, no body, no revision. */
export const defineEndpoint = <
  const A extends Answers,
  P extends z.ZodObject = typeof NOTHING,
  Q extends z.ZodObject = typeof NOTHING,
  B extends z.ZodType = z.ZodNever,
>(
  definition: Definition<P, Q, B, A>,
): Endpoint<P, Q, B, A> => ({
  method: definition.method,
  path: definition.path,
  summary: definition.summary,
  tag: definition.tag,
  params: definition.params ?? (NOTHING as z.ZodObject as P),
  query: definition.query ?? (NOTHING as z.ZodObject as Q),
  body: definition.body,
  bodyLimit: definition.bodyLimit ?? BODY_LIMIT,
  answers: definition.answers,
  ...(definition.otherwise === undefined ? {} : { otherwise: definition.otherwise }),
  revision: definition.revision ?? false,
  failures: definition.failures ?? [],
});
