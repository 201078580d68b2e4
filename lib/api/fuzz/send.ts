import type { Draft } from './draft';
import { mediaTypeOf } from './operations';

/** A route handler as the framework calls it. */
export type Handler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string>> },
) => Promise<Response> | Response;

export interface Received {
  readonly status: number;
  /** Without parameters, in lower case; empty where there is none. */
  readonly mediaType: string;
  /** What was said where that is JSON, else undefined. */
  readonly json: unknown;
  readonly length: number;
  readonly milliseconds: number;
}

const ORIGIN = 'http://localhost:3000';

/** Hands a request to its handler the way the framework would. Throws what the handler throws. */
export async function send(handler: Handler, draft: Draft): Promise<Received> {
  const { operation, params, headers } = draft;
  const body = draft.raw ?? (draft.json === undefined ? undefined : JSON.stringify(draft.json));
  const request = new Request(ORIGIN + addressOf(draft), {
    method: operation.method,
    headers: { host: 'localhost:3000', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const started = performance.now();
  const response = await handler(request, { params: Promise.resolve(params) });
  const bytes = Buffer.from(await response.arrayBuffer());
  const milliseconds = performance.now() - started;
  const mediaType = mediaTypeOf(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    mediaType,
    json: /^application\/(\w+\+)?json$/.test(mediaType) ? parse(bytes.toString()) : undefined,
    length: bytes.length,
    milliseconds,
  };
}

function addressOf({ operation, params, query, rawQuery }: Draft): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  );
  const search = [new URLSearchParams(query).toString(), rawQuery].filter((part) => part !== '').join('&');
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
