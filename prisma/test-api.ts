import { z } from 'zod';
import { makeToken } from '@/lib/commands/make-token';
import type { Endpoint } from '@/lib/contract/endpoint';
import type { TokenScope } from '@/lib/contract/person';
import { Problem } from '@/lib/contract/problem';
import type { Actor } from '@/lib/policy/actor';
import { valueOf } from './builders/value-of';
import { handlerOf } from './route-files';
import { TestStream } from './test-stream';

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  /** A string is sent as it is, everything else as JSON. */
  readonly body?: unknown;
  readonly revision?: number;
  readonly key?: string;
  /** Beside the others; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed by the schema that the endpoint promises for this status, or as a problem. */
  readonly body: unknown;
}

/** Calls route handlers as the framework would, with somebody's token, and holds every answer to its endpoint's promise. */
export class TestApi {
  readonly #headers: Readonly<Record<string, string>>;

  constructor(headers: Readonly<Record<string, string>> = {}) {
    this.#headers = headers;
  }

  /** With a token of somebody's, made for this. */
  static async as(actor: Actor, scope: TokenScope = 'admin'): Promise<TestApi> {
    const order = { name: 'a test', scope, expiresAt: null };
    const { token } = valueOf(
      await makeToken({ ...actor, scope: 'admin' }, order, { operationId: null, now: new Date() }),
    );
    return new TestApi({ authorization: `Bearer ${token}` });
  }

  async call(endpoint: Endpoint, call: Call = {}): Promise<Answered> {
    return checkAnswer(endpoint, await this.#send(endpoint, call));
  }

  /** Opens the stream that an endpoint can be instead. A refusal is an answer as any other. */
  async open(endpoint: Endpoint, call: Call = {}): Promise<TestStream> {
    const headers = { accept: 'text/event-stream', ...call.headers };
    return new TestStream(await this.#send(endpoint, { ...call, headers }));
  }

  async #send(endpoint: Endpoint, call: Call): Promise<Response> {
    const handler = await handlerOf(endpoint);
    return handler(this.#request(endpoint, call), { params: Promise.resolve(call.params ?? {}) });
  }

  #request(
    { method, path }: Endpoint,
    { params = {}, query = {}, body, revision, key, headers = {} }: Call,
  ): Request {
    const url = new URL(
      `http://localhost:3000/api/v1${path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[String(name)] ?? ''))}`,
    );
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const lines = new Headers({ host: url.host, ...this.#headers });
    if (body !== undefined) lines.set('content-type', 'application/json');
    if (revision !== undefined) lines.set('if-match', `"${revision}"`);
    if (key !== undefined) lines.set('idempotency-key', key);
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) lines.delete(name);
      else lines.set(name, value);
    }
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    return new Request(url, { method, headers: lines, body: text });
  }
}

async function checkAnswer(endpoint: Endpoint, response: Response): Promise<Answered> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) throw new Error(`${status} is answered with ${type}`);
    const problem = Problem.parse(await response.json());
    if (problem.status !== status) throw new Error(`${status} says of itself ${problem.status}`);
    return { status, headers, body: problem };
  }
  const promised = endpoint.answers[status as 200];
  if (promised === undefined) throw new Error(`${endpoint.method} ${endpoint.path} never promised ${status}`);
  if (!(promised instanceof z.ZodType) || endpoint.otherwise?.mediaTypes.includes(type) === true)
    return { status, headers, body: await response.arrayBuffer() };
  if (status === 204) return { status, headers, body: null };
  return { status, headers, body: promised.parse(await response.json()) };
}
