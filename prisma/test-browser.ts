/** A route handler as the framework calls it. */
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response> | Response;

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Record<string, unknown>;
  readonly body?: unknown;
  /** Header lines beside the browser's own; null leaves one of those out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** What came back, read once. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What of a browser matters to a server: it keeps cookies, and says from which page it sends. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();

  constructor(readonly origin = 'http://localhost:3000') {}

  async send(
    handler: Handler,
    { method = 'POST', path = '/', params = {}, body, headers = {} }: Sent = {},
  ): Promise<Received> {
    const lines = new Headers({ host: new URL(this.origin).host });
    if (this.cookies.size > 0)
      lines.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (method !== 'GET') lines.set('origin', this.origin);
    if (body !== undefined) lines.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) lines.delete(name);
      else lines.set(name, value);
    }
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const request = new Request(this.origin + path, {
      method,
      headers: lines,
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await handler(request, { params: Promise.resolve(params as never) });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    const said = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: said === '' ? null : (JSON.parse(said) as unknown),
    };
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(name.length + 1));
  }
}
