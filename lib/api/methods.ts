import { METHODS, type Method } from '@/lib/contract/endpoint';
import { problemResponse } from './problems';
import type { RouteHandler } from './route';

type Handler = RouteHandler | (() => Response);

/**
 * All that a route file exports: `export const { GET, POST, PUT, PATCH, DELETE } = methods(route(…), route(…))`. Methods that
 * no endpoint stands for answer 405 with a problem, where the framework would send an empty page.
 */
export function methods(...handlers: readonly RouteHandler[]): Record<Method, Handler> {
  const allowed = handlers.map(({ endpoint }) => endpoint.method);
  const refuse = (): Response =>
    problemResponse(
      { code: 'method-not-allowed', detail: `Only ${allowed.join(', ')} can be sent to this address.` },
      { allow: allowed.join(', ') },
    );
  const byMethod = (method: Method): Handler =>
    handlers.find(({ endpoint }) => endpoint.method === method) ?? refuse;
  return Object.fromEntries(METHODS.map((method) => [method, byMethod(method)])) as Record<Method, Handler>;
}
