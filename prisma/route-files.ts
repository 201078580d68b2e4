import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { RouteHandler } from '@/lib/api/route';
import type { Endpoint } from '@/lib/contract/endpoint';
import { METHODS, type Method } from '@/lib/contract/endpoint';

const ROOT = join(process.cwd(), 'app', 'api', 'v1');

/** One route file below /api/v1 with what it exports. */
export interface RouteFile {
  /** As endpoints write it: `/annotations/{id}`. */
  readonly path: string;
  readonly handlers: Partial<Readonly<Record<Method, RouteHandler>>>;
  /** The names of all it exports. */
  readonly exported: readonly string[];
}

/** Every route file of the API, loaded. The one for addresses that mean nothing is no endpoint's. */
export async function loadRouteFiles(): Promise<readonly RouteFile[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('route.ts') && !file.startsWith('[...'),
  );
  return Promise.all(
    files.sort().map(async (file) => {
      const exported = (await import(/* @vite-ignore */ join(ROOT, file))) as Record<string, unknown>;
      return { path: pathOf(file), handlers: handlersOf(exported), exported: Object.keys(exported) };
    }),
  );
}

const pathOf = (file: string): string =>
  `/${relative('.', file).split(sep).slice(0, -1).join('/')}`.replace(/\[(\w+)\]/g, '{$1}');

/** The handlers that stand for an endpoint; what refuses other methods does not. */
const handlersOf = (exported: Record<string, unknown>): RouteFile['handlers'] =>
  Object.fromEntries(
    METHODS.flatMap((method) => {
      const handler = exported[method];
      return typeof handler === 'function' && 'endpoint' in handler ? [[method, handler]] : [];
    }),
  );

let loaded: Promise<ReadonlyMap<Endpoint, RouteHandler>> | undefined;

/** The handler of an endpoint. */
export async function handlerOf(endpoint: Endpoint): Promise<RouteHandler> {
  loaded ??= loadRouteFiles().then(
    (files) =>
      new Map(
        files.flatMap(({ handlers }) =>
          Object.values(handlers).map((handler) => [handler.endpoint, handler] as const),
        ),
      ),
  );
  const handler = (await loaded).get(endpoint);
  if (handler === undefined) throw new Error(`${endpoint.method} ${endpoint.path} has no route file`);
  return handler;
}
